package org.assistcounter.verifier;

/** The four running totals of the page, or what one fact adds to them. */
record Totals(long chargedMinor, long refundedMinor, long dispensed, long sales) {

    static final Totals ZERO = new Totals(0, 0, 0, 0);

    /** Throws {@link ArithmeticException} where a sum no longer fits: totals are 64 bits wide. */
    Totals plus(Totals more) {
        return new Totals(
                Math.addExact(chargedMinor, more.chargedMinor),
                Math.addExact(refundedMinor, more.refundedMinor),
                Math.addExact(dispensed, more.dispensed),
                Math.addExact(sales, more.sales));
    }

    /** What a fact of the given form adds. */
    static Totals of(Fact fact) {
        return switch (fact.type()) {
            case FactForms.PAYMENT_RESOLVED -> payment(fact);
            case FactForms.REFUND_RESOLVED -> refund(fact);
            case FactForms.DISPENSE_RESOLVED ->
                    new Totals(0, 0, fact.is("verdict", "delivered") ? 1 : 0, 0);
            case FactForms.SALE_CLOSED ->
                    new Totals(0, 0, 0, fact.is("outcome", "delivered") ? 1 : 0);
            default -> ZERO;
        };
    }

    private static Totals payment(Fact fact) {
        boolean approved = fact.is("outcome", "approved");
        return new Totals(approved ? fact.number("amount") : 0, 0, 0, 0);
    }

    private static Totals refund(Fact fact) {
        boolean paidBack = fact.is("outcome", "returned") || fact.is("outcome", "handed-over");
        return new Totals(0, paidBack ? fact.number("amount") : 0, 0, 0);
    }

    @Override
    public String toString() {
        return "charged "
                + chargedMinor
                + ", refunded "
                + refundedMinor
                + ", dispensed "
                + dispensed
                + ", sales "
                + sales;
    }
}
