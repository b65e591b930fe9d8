package org.assistcounter.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.signing.Signer;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;

/**
 * A journal of sales by card, a minute apart, with the fleet's checkpoint after each, cut into
 * pages as an export has them.
 */
final class SampleJournal {
    /** Records in a page. */
    static final int PAGE = 2_000;

    private static final long PRICE = 990;
    private static final int MINUTE = 60_000;
    private static final int PRODUCTS = 40;

    private final Signers signers;
    private final PageTaker pages;
    private final ByteArrayOutputStream page = new ByteArrayOutputStream();
    private ChainHead head;
    private long wall;

    SampleJournal(ChainHead genesis, Signers signers, long wall, PageTaker pages) {
        this.head = genesis;
        this.signers = signers;
        this.wall = wall;
        this.pages = pages;
    }

    /** Who signs the records, and who the checkpoints, under which name. */
    record Signers(Signer counter, Signer fleet, String origin) {}

    /** Takes a page that is full, or the last. */
    interface PageTaker {
        void take(byte[] records) throws IOException;
    }

    /** Writes so many sales and says where the journal then stands. */
    ChainHead write(int sales) throws IOException {
        add(new Fact.Booted("0".repeat(32), "bench", true));
        for (int i = 0; i < sales; i++) {
            wall += MINUTE;
            sell(i);
            add(new Fact.CheckpointSeen(checkpoint()));
        }
        if (page.size() > 0) {
            pages.take(page.toByteArray());
        }
        return head;
    }

    private String checkpoint() {
        Instant at = Instant.ofEpochMilli(wall);
        return CheckpointNote.sign(
                new Checkpoint(
                        signers.origin(),
                        head.counter(),
                        head.epoch(),
                        head.seq(),
                        head.hash(),
                        at),
                signers.fleet());
    }

    private void sell(int number) throws IOException {
        SaleId id = SaleId.of(head.counter().hashCode(), number);
        String product = "product-" + number % PRODUCTS;
        Fact.SaleLine line = new Fact.SaleLine(1, 11, product, "L2026-11-01-11", PRICE);
        add(new Fact.SaleOpened(id, "CNY", 1, List.of(line)));
        add(new Fact.PaymentRequested(id, 1, PaymentWay.CARD, PRICE));
        add(new Fact.PaymentResolved(id, 1, PaymentWay.CARD, PaymentOutcome.APPROVED, PRICE, null));
        add(new Fact.DispenseCommanded(id, 1, 11, number));
        add(
                new Fact.DispenseResolved(
                        id,
                        line,
                        PRICE,
                        DispenseVerdict.DELIVERED,
                        new Fact.Evidence("returned", "seen", "good", "good", 2),
                        false));
        add(new Fact.SaleClosed(id, SaleOutcome.DELIVERED, PRICE, 0, 0));
    }

    private void add(Fact fact) throws IOException {
        var clock = new ClockReading(1_000, wall, ClockReading.ClockQuality.FLEET, 20);
        JournalRecord record = JournalRecord.seal(head, fact, clock, signers.counter());
        head = head.after(record);
        page.writeBytes(record.bytes());
        if (head.seq() % PAGE == 0) {
            pages.take(page.toByteArray());
            page.reset();
        }
    }
}
