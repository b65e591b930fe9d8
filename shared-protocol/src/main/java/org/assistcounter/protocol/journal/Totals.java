package org.assistcounter.protocol.journal;

/**
 * Running totals since commissioning, in every record's header, so that a single record shows what
 * its predecessors summed up to.
 *
 * @param chargedMinor sum of all approved payments
 * @param refundedMinor sum of all refunds returned or handed over
 * @param dispensed units proven delivered
 * @param sales sales closed as delivered
 */
public record Totals(long chargedMinor, long refundedMinor, long dispensed, long sales) {
    public static final Totals ZERO = new Totals(0, 0, 0, 0);

    /** The totals of the record that carries this fact. */
    public Totals plus(Fact fact) {
        return switch (fact) {
            case Fact.PaymentResolved f when f.outcome() == PaymentOutcome.APPROVED ->
                    new Totals(chargedMinor + f.amountMinor(), refundedMinor, dispensed, sales);
            case Fact.RefundResolved f when movesMoney(f.outcome()) ->
                    new Totals(chargedMinor, refundedMinor + f.amountMinor(), dispensed, sales);
            case Fact.DispenseResolved f when f.verdict() == DispenseVerdict.DELIVERED ->
                    new Totals(chargedMinor, refundedMinor, dispensed + 1, sales);
            case Fact.SaleClosed f when f.outcome() == SaleOutcome.DELIVERED ->
                    new Totals(chargedMinor, refundedMinor, dispensed, sales + 1);
            case Fact _ -> this;
        };
    }

    private static boolean movesMoney(RefundOutcome outcome) {
        return switch (outcome) {
            case RETURNED, HANDED_OVER -> true;
            case LOST, UNKNOWN -> false;
        };
    }
}
