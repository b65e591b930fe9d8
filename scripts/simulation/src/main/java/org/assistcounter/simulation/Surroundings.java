package org.assistcounter.simulation;

import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.devices.mdb.CashlessSettings;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.protocol.signing.Signer;
import org.assistcounter.simulators.world.World;

/** What an agent's life is lived in. */
interface Surroundings {

    World world();

    Keys keys();

    ShelfRelease release();

    SimulatedClock clock();

    Trace trace();

    /** What the wiring says of the card reader. */
    CashlessSettings reader();

    /** The agent would act now; the power may go. */
    void maybeCutPower(Effect effect);

    /** What the agent wants of others. */
    Outside outside();

    /** The counter's key and how its signatures are checked. */
    record Keys(Signer signer, SignatureCheck check) implements Recovered.Signed {
        private static final int REAL_SIGNATURES_EVERY = 50;

        /** Real ones in some seeds, and cheap ones in the others. */
        static Keys of(long seed) {
            return seed % REAL_SIGNATURES_EVERY == 0
                    ? new Keys(new Ed25519(new byte[Ed25519.KEY_LENGTH]), Ed25519::holds)
                    : new Keys(new CheapSigner(), CheapSigner::holds);
        }

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
