package org.assistcounter.virtualcounters;

/**
 * How many shoppers come.
 *
 * @param salesPerHour begun in an hour of average trade
 * @param fromHour of the day, at which the counter's time begins; {@link #ALL_ALIKE} when hours do
 *     not differ
 * @param untilMillis the last sale begins before this moment of the counter's own time
 */
record Demand(double salesPerHour, int fromHour, long untilMillis) {
    static final long HOUR_MILLIS = 3_600_000;
    static final int ALL_ALIKE = -1;

    /** A station: people on their way to work, at noon and on their way home. In percent. */
    private static final int[] SHARES = {
        10, 5, 2, 2, 5, 20, 80, 190, 180, 110, 90, 130, 170, 120, 90, 90, 120, 190, 220, 170, 140,
        120, 90, 56
    };

    private static final double PERCENT = 100;

    /** Sales a millisecond at this moment. */
    double rate(long atMillis) {
        if (fromHour == ALL_ALIKE) {
            return salesPerHour / HOUR_MILLIS;
        }
        int hour = (int) ((fromHour + atMillis / HOUR_MILLIS) % SHARES.length);
        return salesPerHour * SHARES[hour] / PERCENT / HOUR_MILLIS;
    }
}
