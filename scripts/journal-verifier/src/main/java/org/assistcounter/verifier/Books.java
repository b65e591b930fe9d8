package org.assistcounter.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What the facts of one journal add up to, and the rules that hold over many of its records. */
final class Books implements Closeable {
    private final Sales sales;
    private final ServiceRule service;
    private final DesiredRule desired;
    private final SalesTable table = new SalesTable();
    private Totals totals = Totals.ZERO;
    private long held;
    private long openSales;
    private long begunBefore;

    private Books(Sales sales, boolean isOfExtract) {
        this.sales = sales;
        this.service = new ServiceRule(isOfExtract);
        this.desired = new DesiredRule(isOfExtract);
    }

    /** Of a journal from its first record on. */
    static Books ofWhole(SeenSales seen) {
        return ofWhole(seen, Sales.ROOM);
    }

    static Books ofWhole(SeenSales seen, long room) {
        return new Books(Sales.ofAll(seen, false, room), false);
    }

    /** Of records in the middle of a journal: sales and a service may be going on. */
    static Books ofExtract(SeenSales seen) {
        return new Books(Sales.ofAll(seen, true, Sales.ROOM), true);
    }

    /** Takes the next fact; {@code ordinal} counts the records from 1. */
    void accept(long ordinal, Header header, Fact fact, Findings findings) throws IOException {
        long seq = header.seq();
        try {
            totals = totals.plus(Totals.of(fact));
            held = Math.addExact(held, heldBy(fact));
            service.accept(fact, error -> findings.add(seq, error));
            desired.accept(fact, error -> findings.add(seq, error));
            sell(sales, ordinal, header, fact, findings);
        } catch (ArithmeticException overflow) {
            findings.add(seq, "a sum of amounts does not fit in 64 bits");
        }
    }

    private void sell(Sales pass, long ordinal, Header header, Fact fact, Findings findings)
            throws IOException {
        if (fact.fields().containsKey("sale") && pass.judges(fact)) {
            if (pass.isNew(ordinal)) {
                table.accept(header.wall(), fact, pass);
            }
            long seq = header.seq();
            pass.accept(ordinal, seq, fact, error -> findings.add(seq, error));
        }
    }

    /** After the last fact: settles what needs the records once more. */
    void settle(Reading journal, Findings findings) throws IOException {
        Deque<Share> left = new ArrayDeque<>();
        finish(sales, left, journal, findings);
        while (!left.isEmpty()) {
            Sales pass = sales.again(left.pop());
            journal.each((ordinal, bytes) -> sellAgain(pass, ordinal, bytes, findings));
            finish(pass, left, journal, findings);
        }
    }

    private void sellAgain(Sales pass, long ordinal, byte[] bytes, Findings findings)
            throws IOException {
        JournalRecord record = JournalRecord.read(bytes, null);
        Header header = record.header();
        Fact fact = record.fact();
        if (header == null || fact == null) {
            return;
        }
        try {
            sell(pass, ordinal, header, fact, findings);
        } catch (ArithmeticException overflow) {
            if (pass.isNew(ordinal)) {
                findings.add(header.seq(), "a sum of amounts does not fit in 64 bits");
            }
        }
    }

    private void finish(Sales pass, Deque<Share> left, Reading journal, Findings findings)
            throws IOException {
        SecondLook.settle(pass.suspects(), journal, findings);
        openSales += pass.openCount();
        begunBefore += pass.begunBeforeCount();
        pass.left().forEach(left::push);
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

    /** Sales that are open in the end; known when all is settled. */
    long openSales() {
        return openSales;
    }

    /** Sales that were open when the records begin. */
    long begunBefore() {
        return begunBefore;
    }

    SalesTable table() {
        return table;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
