package org.assistcounter.oracles;

import java.util.Base64;
import java.util.List;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.RecordHeader;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.journal.Totals;
import org.jspecify.annotations.Nullable;

/** The chain of records (JOURNAL.md, rules 1, 2, 4 and 9). Signatures are the fleet's to check. */
final class JournalOracle implements Oracle {
    static final String NAME = "journal";

    private Hash newest;
    private @Nullable RecordHeader before;
    private boolean isEpochFresh;
    private long charged;
    private long refunded;
    private long dispensed;
    private long closedSales;

    JournalOracle(Hash genesis) {
        this.newest = genesis;
    }

    @Override
    public void read(long atMillis, Written written) {
        RecordHeader header = written.header();
        if (!header.previous().equals(newest)) {
            throw broken(header, "does not follow the record before it");
        }
        place(header, written.fact());
        isEpochFresh = written.fact() instanceof Fact.EpochBegun;
        sum(written.fact());
        Totals totals = header.totals();
        if (totals.chargedMinor() != charged
                || totals.refundedMinor() != refunded
                || totals.dispensed() != dispensed
                || totals.sales() != closedSales) {
            throw broken(
                    header,
                    "has totals %s; the facts have %s, %s, %d pieces, %d sales"
                            .formatted(
                                    totals,
                                    Broken.money(charged),
                                    Broken.money(refunded),
                                    dispensed,
                                    closedSales));
        }
        newest = written.hash();
        before = header;
    }

    private void place(RecordHeader header, Fact fact) {
        boolean starts = fact instanceof Fact.Booted;
        if (before == null) {
            if (header.seq() != 1 || !(starts || fact instanceof Fact.Commissioned)) {
                throw broken(header, "cannot be the first: " + fact);
            }
            return;
        }
        if (header.seq() != before.seq() + 1) {
            throw broken(header, "follows record " + before.seq());
        }
        if (!header.counter().equals(before.counter())) {
            throw broken(header, "is of another counter");
        }
        boolean begins = fact instanceof Fact.EpochBegun;
        if (fact instanceof Fact.EpochBegun begun) {
            begin(header, before, begun);
        } else if (header.epoch() != before.epoch() || !header.keyId().equals(before.keyId())) {
            throw broken(header, "changes epoch or key and does not begin an epoch");
        }
        boolean isNewBoot = begins || (starts && !isEpochFresh);
        if (header.boot() != before.boot() + (isNewBoot ? 1 : 0)) {
            throw broken(header, "is of boot %d after %d".formatted(header.boot(), before.boot()));
        }
        if (!isNewBoot && header.clock().monotonicMillis() < before.clock().monotonicMillis()) {
            throw broken(header, "was written before its predecessor: the clock went back");
        }
    }

    /** The fleet's word for the record before; the note is read line by line (SYNC.md). */
    private static void begin(RecordHeader header, RecordHeader last, Fact.EpochBegun fact) {
        if (header.epoch() <= last.epoch() || header.keyId().equals(last.keyId())) {
            throw broken(header, "begins an epoch without a later number and another key");
        }
        List<String> note = fact.note().lines().toList();
        List<String> named =
                List.of(
                        Long.toString(last.seq()),
                        Base64.getEncoder().encodeToString(header.previous().bytes()),
                        "epoch " + last.epoch());
        if (note.size() < 4
                || !note.getFirst().endsWith("/counter/" + header.counter().hex())
                || !note.subList(1, 4).equals(named)) {
            throw broken(header, "begins an epoch behind another record than the fleet has signed");
        }
    }

    private void sum(Fact fact) {
        switch (fact) {
            case Fact.PaymentResolved f when f.outcome() == PaymentOutcome.APPROVED ->
                    charged += f.amountMinor();
            case Fact.RefundResolved f
                    when f.outcome() == RefundOutcome.RETURNED
                            || f.outcome() == RefundOutcome.HANDED_OVER ->
                    refunded += f.amountMinor();
            case Fact.DispenseResolved f when f.verdict() == DispenseVerdict.DELIVERED ->
                    dispensed++;
            case Fact.SaleClosed f when f.outcome() == SaleOutcome.DELIVERED -> closedSales++;
            case Fact _ -> {}
        }
    }

    private static Broken broken(RecordHeader header, String loss) {
        return new Broken(NAME, "record " + header.seq() + " " + loss);
    }
}
