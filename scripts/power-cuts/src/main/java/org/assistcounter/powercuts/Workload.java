package org.assistcounter.powercuts;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.journal.WallClock;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.signing.Ed25519;

/**
 * What a seed has a counter write: sales a few facts at a time, a shelf counted at once, and long
 * faults that fill several pages. The same bytes each time, so that a process and who checks what
 * it left need not speak.
 */
final class Workload {
    private static final Ed25519 KEY = new Ed25519(new byte[Ed25519.KEY_LENGTH]);
    private static final ChainHead GENESIS =
            ChainHead.genesis(
                    new CounterId("000102030405060708090a0b0c0d0e0f"), new byte[] {1, 2, 3});
    private static final Shelf SHELF =
            Shelf.empty(new ShelfRelease(7, "CNY", List.of(), List.of()));
    private static final int LONGEST_FAULT = 12_000;
    private static final int SLOTS = 40;

    private final SplittableRandom random;
    private final List<List<Fact>> appends = new ArrayList<>();
    private long sales;

    private Workload(long seed) {
        random = new SplittableRandom(seed);
    }

    /** The records of each append, in order. */
    static List<List<JournalRecord>> of(long seed, int appends) {
        List<List<Fact>> facts = new Workload(seed).facts(appends);
        Sealed sealed = new Sealed();
        Journal journal = new Journal(sealed, KEY, sealed, GENESIS.nextBoot());
        facts.forEach(journal::append);
        return sealed.appends;
    }

    /** What a starting agent reads of the store. */
    static Recovered recovered(JournalStore store) {
        return Recovered.read(store, GENESIS, SHELF, KEY::publicKey);
    }

    static ChainHead genesis() {
        return GENESIS;
    }

    static byte[] publicKey() {
        return KEY.publicKey();
    }

    private List<List<Fact>> facts(int count) {
        appends.add(List.of(new Fact.Booted("0".repeat(32), "0.1.0", true)));
        while (appends.size() < count) {
            switch (random.nextInt(8)) {
                case 0 -> appends.add(counted());
                case 1, 2 -> appends.add(List.of(fault()));
                default -> sale();
            }
        }
        return appends.subList(0, count);
    }

    private List<Fact> counted() {
        List<Fact> facts = new ArrayList<>();
        for (int slot = 1; slot <= random.nextInt(1, SLOTS); slot++) {
            facts.add(new Fact.StockCounted(slot, "apple", "lot-11", random.nextInt(12)));
        }
        return facts;
    }

    private Fact fault() {
        String detail = "%08x".formatted(random.nextInt()).repeat(random.nextInt(1, 1_500));
        return new Fact.FaultNoticed(
                "reader", "damaged", detail.substring(0, Math.min(detail.length(), LONGEST_FAULT)));
    }

    private void sale() {
        sales++;
        SaleId sale = SaleId.of(sales, random.nextLong());
        int slot = random.nextInt(1, SLOTS);
        long price = random.nextLong(100, 3_000);
        Fact.SaleLine line = new Fact.SaleLine(1, slot, "apple", "lot-11", price);
        appends.add(List.of(new Fact.SaleOpened(sale, "CNY", 7, List.of(line))));
        appends.add(List.of(new Fact.PaymentRequested(sale, 1, PaymentWay.CARD, price)));
        appends.add(
                List.of(
                        new Fact.PaymentResolved(
                                sale, 1, PaymentWay.CARD, PaymentOutcome.APPROVED, price, null),
                        new Fact.DispenseCommanded(sale, 1, slot, sales)));
        appends.add(
                List.of(
                        new Fact.DispenseResolved(
                                sale,
                                line,
                                price,
                                DispenseVerdict.DELIVERED,
                                new Fact.Evidence("home", "seen", "good", "good", 0),
                                false),
                        new Fact.SaleClosed(sale, SaleOutcome.DELIVERED, price, 0, 0)));
    }

    /** Keeps what the shipped journal seals, and is its clock. */
    private static final class Sealed implements JournalStore, WallClock {
        private static final long BEGIN = 1_795_000_000_000L;
        private final List<List<JournalRecord>> appends = new ArrayList<>();
        private long now;

        @Override
        public ClockReading read() {
            now += 250;
            return new ClockReading(now, BEGIN + now, ClockReading.ClockQuality.NETWORK, 3_600_000);
        }

        @Override
        public void append(List<JournalRecord> records) {
            appends.add(List.copyOf(records));
        }

        @Override
        public List<byte[]> read(long fromSeq, int limit) {
            return List.of();
        }

        @Override
        public void forEach(java.util.function.Consumer<byte[]> consumer) {}

        @Override
        public long newestSeq() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
