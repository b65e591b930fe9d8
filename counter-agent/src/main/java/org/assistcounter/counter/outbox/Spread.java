package org.assistcounter.counter.outbox;

import org.assistcounter.protocol.identity.CounterId;

/**
 * Waits that differ from counter to counter and from try to try, so that a fleet which has waited
 * for the same thing does not come back all at once. Worked out and not drawn: the same counter
 * waits the same each time.
 */
@FunctionalInterface
public interface Spread {
    /** Every wait is as long as it is said to be. */
    Spread NONE = (millis, _) -> millis;

    /** Half as long as {@code millis} to half as long again. */
    long of(long millis, int attempt);

    /** The waits of one counter. */
    static Spread of(CounterId counter) {
        int own = counter.hex().hashCode();
        return (millis, attempt) -> millis / 2 + Math.floorMod(mixed(own + attempt), millis + 1);
    }

    /** Every bit of the result hangs on every bit of the word. */
    private static long mixed(long word) {
        long mixed = (word ^ word >>> 33) * 0xFF51_AFD7_ED55_8CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CE_B9FE_1A85_EC53L;
        return mixed ^ mixed >>> 33;
    }
}
