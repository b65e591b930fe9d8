package org.assistcounter.simulation;

import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.protocol.signing.Signer;
import org.assistcounter.simulators.world.World;
import org.jspecify.annotations.Nullable;

/** What an agent's life is lived in. */
interface Surroundings {

    World world();

    Keys keys();

    /** The epoch that a start has to begin; null in the middle of one. */
    default CardKeys.@Nullable Base toBegin(ChainHead head) {
        return null;
    }

    ShelfRelease release();

    SimulatedClock clock();

    Trace trace();

    /** The devices that a new life finds. */
    Joint join(Fittings.Ears ears);

    /** The agent would act now; the power may go. */
    void maybeCutPower(Effect effect);

    /** What the agent wants of others. */
    Outside outside();

    /** The counter's key and how its signatures are checked. */
    record Keys(Signer signer, SignatureCheck check) implements Recovered.Signed {
        @Override
        public byte[] publicKey() {
            return signer.publicKey();
        }
    }

    /** The world beyond the cabinet. */
    interface Outside {
        void ask(SimulatedCounter counter, Question question);

        /** The journal has grown. */
        void appended(SimulatedCounter counter, long newestSeq);

        void shown(SimulatedCounter counter);

        void plan(SimulatedCounter counter);
    }
}
