package org.assistcounter.simulation;

import java.nio.ByteBuffer;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.simulation.Surroundings.Keys;

/** One enrolled counter as the fleet knows it; more than one card may bear it. */
final class Identity {
    /** Stands for the certificate that an enrolment gives. */
    private static final byte[] CERTIFICATE = {1};

    private final CounterId id;
    private final Keys keys;
    private final ChainHead genesis;
    private final Faults faults;
    private final SimulatedWallet wallet = new SimulatedWallet();
    private final SimulatedFleet fleet;
    private final FleetWitness witness;
    private boolean copied;
    private long lostSigned;

    Identity(CounterId id, Keys keys, Faults faults) {
        this.id = id;
        this.keys = keys;
        this.genesis = ChainHead.genesis(id, CERTIFICATE);
        this.faults = faults;
        this.fleet = new SimulatedFleet(genesis, keys.publicKey(), keys.check(), wallet);
        this.witness = new FleetWitness(genesis.hash());
        fleet.watch(witness);
    }

    /** The counter of this number in the world of a seed. */
    static Identity of(long seed, int number, boolean realKeys, Faults faults) {
        byte[] id = ByteBuffer.allocate(CounterId.LENGTH).putLong(seed).putLong(number).array();
        byte[] key = ByteBuffer.allocate(Ed25519.KEY_LENGTH).putLong(seed).putInt(number).array();
        Keys keys =
                realKeys
                        ? new Keys(new Ed25519(key), Ed25519::holds)
                        : new Keys(new CheapSigner(), CheapSigner::holds);
        return new Identity(CounterId.of(id), keys, faults);
    }

    CounterId id() {
        return id;
    }

    Keys keys() {
        return keys;
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
