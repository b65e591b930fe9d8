package org.assistcounter.fleet.lots;

import java.util.Locale;

/**
 * A counter to which a lot was moved, or whose journal knows it.
 *
 * @param tenant whose counter it is
 * @param moved so many were booked there and not away again
 * @param told what its journal tells
 */
public record AtCounter(String tenant, String label, long moved, Told told) {

    /**
     * What a counter's journal tells of a lot.
     *
     * @param delivered packets that were seen to fall
     * @param unproven packets that may have fallen
     * @param left what lies in it
     */
    public record Told(long delivered, long unproven, long left) {

        long least() {
            return delivered + left;
        }

        long most() {
            return delivered + unproven + left;
        }
    }

    /** How the two agree. */
    public enum Standing {
        AGREES,
        /** The counter sold and holds more than was moved there. */
        MORE,
        /** It sold and holds less. */
        FEWER,
        /** It has never known the lot. */
        UNSEEN;

        /** The end of a message's name. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the two agree; packets that may have fallen count either way. */
    public Standing standing() {
        if (moved < told.least()) {
            return Standing.MORE;
        }
        if (moved <= told.most()) {
            return Standing.AGREES;
        }
        return told.most() == 0 ? Standing.UNSEEN : Standing.FEWER;
    }

    /** By how many they differ at least. */
    public long difference() {
        return Math.max(0, Math.max(told.least() - moved, moved - told.most()));
    }
}
