package org.assistcounter.fleet.trace;

/**
 * What went out.
 *
 * @param delivered packets that were seen to fall
 * @param unproven packets that may have fallen, whose money is in question
 * @param amountMinor the price of those that were delivered
 */
public record Sums(long delivered, long unproven, long amountMinor) {

    /** Nothing went out. */
    public static final Sums NONE = new Sums(0, 0, 0);

    /** These and more. */
    public Sums plus(Sums more) {
        return new Sums(
                delivered + more.delivered,
                unproven + more.unproven,
                amountMinor + more.amountMinor);
    }
}
