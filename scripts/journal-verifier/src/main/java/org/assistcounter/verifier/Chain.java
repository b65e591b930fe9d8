package org.assistcounter.verifier;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rules 1, 2 and 4 of the page: the place of each record after the one before it, and the running
 * totals. After an error it goes on from what the record itself says, so that one error is told
 * once and not at every later record.
 */
final class Chain {

    private final ExportHead head;
    private long expectedSeq = 1;
    private @Nullable String previous;
    private @Nullable Totals totals = Totals.ZERO;
    private @Nullable Header last;
    private boolean started;

    Chain(ExportHead head) {
        this.head = head;
        previous = head.genesis();
    }

    /** The chain that goes on after a record that was checked by itself. */
    static Chain after(ExportHead head, JournalRecord anchor, Header header) {
        Chain chain = new Chain(head);
        chain.expectedSeq = header.seq() + 1;
        chain.previous = anchor.hash();
        chain.totals = header.totals();
        chain.last = header;
        chain.started = true;
        return chain;
    }

    /** Whether this header names the record before as its predecessor. */
    boolean follows(Header header) {
        return previous != null && header.previous().equals(previous);
    }

    /** The number that the next record should have. */
    long expectedSeq() {
        return expectedSeq;
    }

    /** A record whose header cannot be read still takes a place. */
    void skip(JournalRecord record) {
        expectedSeq++;
        previous = record.hash();
        totals = null;
        started = true;
    }

    void link(JournalRecord record, Header header, Consumer<String> errors) {
        checkIdentity(header, errors);
        if (header.seq() != expectedSeq) {
            errors.accept(
                    "seq is "
                            + Long.toUnsignedString(header.seq())
                            + " where "
                            + Long.toUnsignedString(expectedSeq)
                            + " is due");
        }
        if (previous != null && !header.previous().equals(previous)) {
            errors.accept(
                    started
                            ? "previous is not the hash of the record before"
                            : "previous is not the genesis hash");
        }
        checkEpochAndBoot(header, errors);
        checkTotals(record, header, errors);
        expectedSeq = header.seq() + 1;
        previous = record.hash();
        totals = header.totals();
        last = header;
        started = true;
    }

    private void checkIdentity(Header header, Consumer<String> errors) {
        if (!header.counter().equals(head.counter())) {
            errors.accept("counter is " + header.counter() + ", not that of the export");
        }
        if (!header.key().equals(head.key().id())) {
            errors.accept("key " + header.key() + " is not that of the export");
        }
    }

    private void checkEpochAndBoot(Header header, Consumer<String> errors) {
        boolean startsBoot = header.type() == FactForms.BOOTED;
        if (last == null) {
            if (!started && !startsBoot && header.type() != FactForms.COMMISSIONED) {
                errors.accept("the first record is of type " + header.type() + ", not 1 or 2");
            }
            return;
        }
        if (header.epoch() < last.epoch()) {
            errors.accept("epoch goes back from " + last.epoch() + " to " + header.epoch());
        }
        if (header.boot() < last.boot()) {
            errors.accept("boot goes back from " + last.boot() + " to " + header.boot());
        } else if (header.boot() != last.boot() && !startsBoot) {
            errors.accept("boot changes with a record of type " + header.type() + ", not 2");
        }
    }

    private void checkTotals(JournalRecord record, Header header, Consumer<String> errors) {
        Fact fact = record.fact();
        if (totals == null || (fact == null && record.judged())) {
            return;
        }
        try {
            Totals due = totals.plus(fact == null ? Totals.ZERO : Totals.of(fact));
            if (!due.equals(header.totals())) {
                errors.accept("totals are " + header.totals() + "; the facts make " + due);
            }
        } catch (ArithmeticException overflow) {
            errors.accept("totals do not fit in 64 bits");
        }
    }
}
