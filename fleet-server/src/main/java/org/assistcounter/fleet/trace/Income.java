package org.assistcounter.fleet.trace;

/**
 * What was sold, and what of it went to its suppliers by their share of the price when it was sold.
 *
 * @param shareMinor in minor units
 */
public record Income(Sums sums, long shareMinor) {

    /** Nothing was sold. */
    public static final Income NONE = new Income(Sums.NONE, 0);

    /** These and more. */
    public Income plus(Income more) {
        return new Income(sums.plus(more.sums), shareMinor + more.shareMinor);
    }
}
