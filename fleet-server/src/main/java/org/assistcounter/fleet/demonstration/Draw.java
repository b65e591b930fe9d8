package org.assistcounter.fleet.demonstration;

/**
 * Numbers that look drawn and are the same whenever the same thing is asked of the same name, in
 * whatever order: what is added to the sample later changes nothing that was there.
 */
record Draw(String name) {
    private static final long SEED = 0x5E610000L;
    private static final long PRIME = 0x100000001B3L;

    /** From one number to another, both possible. */
    int between(String what, int least, int most) {
        return least + (int) Long.remainderUnsigned(mixed(what), most - least + 1L);
    }

    /** Whether it is so for as many of a hundred names. */
    boolean isIn(String what, int percent) {
        return between(what, 0, 99) < percent;
    }

    /** FNV-1a, and the end of SplitMix64 so that near names are far apart. */
    private long mixed(String what) {
        long hash = SEED;
        String text = name + '/' + what;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * PRIME;
        }
        hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return hash ^ (hash >>> 31);
    }
}
