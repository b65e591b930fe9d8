package org.assistcounter.simulation;

import java.util.Locale;
import org.assistcounter.protocol.signing.Ed25519;

/** Where the devices of a cabinet are joined to the agent. */
enum Level {
    /** At the port of the drivers: what a sale commands and hears. */
    SALE(100, 250, 10),
    /** At the wires: every byte, through the shipped drivers. */
    WIRE(50, 1, 1);

    private final int realSignaturesEvery;
    private final int wholeReadEvery;
    private final int wholeAtEndEvery;

    Level(int realSignaturesEvery, int wholeReadEvery, int wholeAtEndEvery) {
        this.realSignaturesEvery = realSignaturesEvery;
        this.wholeReadEvery = wholeReadEvery;
        this.wholeAtEndEvery = wholeAtEndEvery;
    }

    /** At every how many starts a {@link Recovery} reads the whole journal. */
    int wholeReadEvery() {
        return wholeReadEvery;
    }

    /** Whether a seed reads the whole journal once more at its end. */
    boolean isReadWholeAtEnd(long seed) {
        return seed % wholeAtEndEvery == 0;
    }

    /** Whether a seed signs as the product does; others by a declared {@link CheapSigner}. */
    boolean hasRealSignatures(long seed) {
        return seed % realSignaturesEvery == 0;
    }

    /** What a counter signs with in a seed. */
    Surroundings.Keys keys(long seed) {
        return hasRealSignatures(seed)
                ? new Surroundings.Keys(new Ed25519(new byte[Ed25519.KEY_LENGTH]), Ed25519::holds)
                : new Surroundings.Keys(new CheapSigner(), CheapSigner::holds);
    }

    /** How a cabinet's devices are joined at this level. */
    Cabinet.Joining joining() {
        return switch (this) {
            case SALE -> Cabinet.Joining.AT_PORTS;
            case WIRE -> Cabinet.Joining.AT_WIRES;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Level named(String word) {
        for (Level level : values()) {
            if (level.word().equals(word)) {
                return level;
            }
        }
        throw new IllegalArgumentException("--level is sale or wire, not " + word);
    }
}
