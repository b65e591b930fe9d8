package org.assistcounter.simulation;

import java.nio.ByteBuffer;
import java.util.function.IntFunction;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.simulation.Surroundings.Keys;

/** One enrolled counter as the fleet knows it; more than one card may bear it. */
final class Identity {
    /** Stands for the certificate that an enrolment gives. */
    private static final byte[] CERTIFICATE = {1};

    private final CounterId id;
    private final IntFunction<Keys> drawn;
    private final ChainHead genesis;
    private final Faults faults;
    private final SimulatedWallet wallet = new SimulatedWallet();
    private final SimulatedFleet fleet;
    private final FleetWitness witness;
    private boolean copied;
    private long lostSigned;

    private Identity(CounterId id, IntFunction<Keys> drawn, Faults faults) {
        Keys keys = drawn.apply(1);
        this.id = id;
        this.drawn = drawn;
        this.genesis = ChainHead.genesis(id, CERTIFICATE);
        this.faults = faults;
        this.fleet = new SimulatedFleet(genesis, keys.publicKey(), keys.check(), wallet);
        this.witness = new FleetWitness(genesis.hash());
        fleet.watch(witness);
    }

    /** The counter of this number in the world of a seed. */
    static Identity of(long seed, int number, boolean realKeys, Faults faults) {
        byte[] id = ByteBuffer.allocate(CounterId.LENGTH).putLong(seed).putLong(number).array();
        IntFunction<Keys> drawn =
                epoch ->
                        realKeys
                                ? new Keys(ed25519(seed, number, epoch), Ed25519::holds)
                                : new Keys(new CheapSigner(epoch), CheapSigner::holds);
        return new Identity(CounterId.of(id), drawn, faults);
    }

    private static Ed25519 ed25519(long seed, int number, int epoch) {
        return new Ed25519(
                ByteBuffer.allocate(Ed25519.KEY_LENGTH)
                        .putLong(seed)
                        .putInt(number)
                        .putInt(epoch - 1)
                        .array());
    }

    CounterId id() {
        return id;
    }

    /** Those of its first card. */
    CardKeys firstKeys() {
        return new CardKeys(drawn.apply(1), genesis, null);
    }

    /** Those that it is given next. */
    Keys nextKeys() {
        return drawn.apply((int) fleet.keyEpoch() + 1);
    }

    ChainHead genesis() {
        return genesis;
    }

    byte[] certificate() {
        return CERTIFICATE.clone();
    }

    Faults faults() {
        return faults;
    }

    SimulatedWallet wallet() {
        return wallet;
    }

    SimulatedFleet fleet() {
        return fleet;
    }

    /** Who sees what the fleet makes of it. */
    FleetWitness witness() {
        return witness;
    }

    /** From now on more than one journal of it may be told. */
    void copied() {
        copied = true;
    }

    /**
     * A card has lost records that it had said were on disk.
     *
     * @param isSigned whether the fleet has signed for one of them
     */
    void lost(boolean isSigned) {
        lostSigned += isSigned ? 1 : 0;
    }

    /** How often the fleet had signed for what was lost. */
    long lostSigned() {
        return lostSigned;
    }

    boolean isCopied() {
        return copied;
    }
}
