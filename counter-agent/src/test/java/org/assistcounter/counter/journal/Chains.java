package org.assistcounter.counter.journal;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.signing.Ed25519;

/** Journals for tests: the same bytes each time. */
public final class Chains {
    public static final CounterId COUNTER = new CounterId("000102030405060708090a0b0c0d0e0f");
    public static final Ed25519 KEY = new Ed25519(new byte[Ed25519.KEY_LENGTH]);
    public static final ChainHead GENESIS = ChainHead.genesis(COUNTER, new byte[] {1, 2, 3});
    public static final WallClock CLOCK =
            () ->
                    new ClockReading(
                            5, 1_795_000_000_000L, ClockReading.ClockQuality.NETWORK, 3_600_000);
    static final SaleId SALE = SaleId.of(3, 4);

    private Chains() {}

    public static List<JournalRecord> of(List<Fact> facts) {
        return after(GENESIS, facts);
    }

    public static List<JournalRecord> after(ChainHead head, List<Fact> facts) {
        List<JournalRecord> records = new ArrayList<>();
        ChainHead next = head;
        for (Fact fact : facts) {
            JournalRecord record = JournalRecord.seal(next, fact, CLOCK.read(), KEY);
            records.add(record);
            next = next.after(record);
        }
        return records;
    }

    public static List<JournalRecord> beats(int count) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            facts.add(new Fact.Beat());
        }
        return of(facts);
    }

    /** A loaded counter whose power went while a motor turned; the slot before it was off. */
    public static List<Fact> cutWhileTurning() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Booted("0".repeat(32), "0.1.0", true));
        facts.addAll(Goods.loading());
        facts.add(new Fact.SlotSwitched(Goods.HONEY, false, "no clean turn"));
        facts.add(
                new Fact.SaleOpened(
                        SALE,
                        "CNY",
                        7,
                        List.of(new Fact.SaleLine(1, Goods.APPLE, "apple", "lot-11", 1_280))));
        facts.add(new Fact.PaymentRequested(SALE, 1, PaymentWay.CARD, 1_280));
        facts.add(
                new Fact.PaymentResolved(
                        SALE, 1, PaymentWay.CARD, PaymentOutcome.APPROVED, 1_280, null));
        facts.add(new Fact.DispenseCommanded(SALE, 1, Goods.APPLE, 41));
        return facts;
    }

    /** What a start reads of these facts on disk. */
    public static Recovered recovered(ShelfRelease release, List<Fact> facts) {
        return Recovered.read(
                new MemoryJournalStore(bytes(of(facts))),
                GENESIS,
                Shelf.empty(release),
                KEY::publicKey);
    }

    static List<byte[]> bytes(List<JournalRecord> records) {
        return records.stream().map(JournalRecord::bytes).toList();
    }
}
