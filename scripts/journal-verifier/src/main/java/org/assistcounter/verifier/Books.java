package org.assistcounter.verifier;

import java.util.List;

/** What the facts of one journal add up to, and the rules that hold over many of its records. */
final class Books {
    private final Sales sales;
    private final ServiceRule service;
    private final DesiredRule desired;
    private final SalesTable table = new SalesTable();
    private Totals totals = Totals.ZERO;
    private long held;

    private Books(Sales sales, boolean isOfExtract) {
        this.sales = sales;
        this.service = new ServiceRule(isOfExtract);
        this.desired = new DesiredRule(isOfExtract);
    }

    /** Of a journal from its first record on. */
    static Books ofWhole(SeenSales seen) {
        return new Books(new Sales(seen, false), false);
    }

    /** Of records in the middle of a journal: sales and a service may be going on. */
    static Books ofExtract(SeenSales seen) {
        return new Books(new Sales(seen, true), true);
    }

    /** Takes the next fact; {@code ordinal} counts the records from 1. */
    void accept(long ordinal, Header header, Fact fact, Findings findings) {
        long seq = header.seq();
        try {
            totals = totals.plus(Totals.of(fact));
            held = Math.addExact(held, heldBy(fact));
            table.accept(header.wall(), fact, sales);
            service.accept(fact, error -> findings.add(seq, error));
            desired.accept(fact, error -> findings.add(seq, error));
            if (fact.fields().containsKey("sale")) {
                sales.accept(ordinal, seq, fact, error -> findings.add(seq, error));
            }
        } catch (ArithmeticException overflow) {
            findings.add(seq, "a sum of amounts does not fit in 64 bits");
        }
    }

    /** Rule 6: a case for a payment that is not known counts nowhere. */
    static long heldBy(Fact fact) {
        boolean holds =
                fact.type() == FactForms.CASE_OPENED && !fact.is("reason", "payment-not-known");
        return holds ? fact.number("amount") : 0;
    }

    Totals totals() {
        return totals;
    }

    long held() {
        return held;
    }

    Sales sales() {
        return sales;
    }

    List<SalesTable.Row> rows() {
        return table.rows();
    }
}
