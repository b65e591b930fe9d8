package org.assistcounter.simulation;

import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.RecordHeader;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.journal.Totals;
import org.jspecify.annotations.Nullable;

/**
 * The journal's form, judged without its own code: numbers without a gap, each naming the record
 * before; a new boot with each start and with nothing else; a monotonic clock that only goes on;
 * and running totals that are what the facts come to.
 */
final class JournalRule {
    private @Nullable JournalRecord newest;
    private long charged;
    private long refunded;
    private long dispensed;
    private long sales;

    void follow(JournalRecord record, Fact fact) {
        JournalRecord before = newest;
        RecordHeader header = record.header();
        boolean starts = fact instanceof Fact.Booted;
        if (before != null) {
            RecordHeader last = before.header();
            Violation.unless(
                    header.seq() == last.seq() + 1 && header.previous().equals(before.hash()),
                    "a record does not follow the one before");
            Violation.unless(
                    header.boot() == last.boot() + (starts ? 1 : 0),
                    "a start is no new boot, or a boot has no start");
            Violation.unless(
                    starts || header.clock().monotonicMillis() >= last.clock().monotonicMillis(),
                    "the monotonic clock goes back");
        }
        newest = record;
        count(fact);
        Violation.unless(
                header.totals().equals(new Totals(charged, refunded, dispensed, sales)),
                "the running totals are not what the facts come to");
    }

    private void count(Fact fact) {
        switch (fact) {
            case Fact.PaymentResolved f when f.outcome() == PaymentOutcome.APPROVED ->
                    charged += f.amountMinor();
            case Fact.RefundResolved f
                    when f.outcome() == RefundOutcome.RETURNED
                            || f.outcome() == RefundOutcome.HANDED_OVER ->
                    refunded += f.amountMinor();
            case Fact.DispenseResolved f when f.verdict() == DispenseVerdict.DELIVERED ->
                    dispensed++;
            case Fact.SaleClosed f when f.outcome() == SaleOutcome.DELIVERED -> sales++;
            case Fact _ -> {}
        }
    }
}
