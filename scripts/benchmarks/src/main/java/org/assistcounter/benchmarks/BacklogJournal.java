package org.assistcounter.benchmarks;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.CounterStatus;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.JournalBatch;

/**
 * The journal of one counter that was away: a start, a count of every slot, then whole sales, and
 * now and then the fleet's checkpoint. Signed beforehand and cut into the batches that an outbox
 * sends.
 */
record BacklogJournal(Counter counter, List<BacklogSale> sales, List<byte[]> batches) {
    private static final long FIRST_MILLIS = 1_790_000_000_000L;
    private static final int RECORD_MILLIS = 3_000;
    private static final int RECORDS_A_CHECKPOINT = 60;
    private static final int PIECES = 200;
    private static final String NOTE = "n".repeat(330);

    BacklogJournal {
        sales = List.copyOf(sales);
        batches = List.copyOf(batches);
    }

    /** The n-th counter with so many full batches. */
    static BacklogJournal of(int number, int batchCount) {
        int most = batchCount * JournalBatch.RECORDS_MAX;
        byte[] seed = ByteBuffer.allocate(Ed25519.KEY_LENGTH).putInt(number).array();
        byte[] certificate = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
        Ed25519 key = new Ed25519(seed);
        CounterId id = new CounterId(String.format("%032x", number));
        List<BacklogSale> sales = new ArrayList<>();
        List<Fact> facts = beginning();
        while (facts.size() < most) {
            BacklogSale sale = BacklogSale.of((long) number * most + sales.size());
            sales.add(sale);
            facts.addAll(sale.facts());
            if (facts.size() % RECORDS_A_CHECKPOINT < sale.facts().size()) {
                facts.add(new Fact.CheckpointSeen(NOTE));
            }
        }
        ChainHead genesis = ChainHead.genesis(id, certificate);
        return new BacklogJournal(
                counter(id, key, certificate), sales, batches(genesis, facts, key));
    }

    private static List<Fact> beginning() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Booted("0".repeat(32), "bench", true));
        for (int slot = 11; slot < 11 + BacklogSale.SLOTS; slot++) {
            String product = BacklogSale.product(slot);
            facts.add(new Fact.StockCounted(slot, product, "L2026-11-01-11", PIECES));
        }
        return facts;
    }

    private static Counter counter(CounterId id, Ed25519 key, byte[] certificate) {
        Base64.Encoder base64 = Base64.getEncoder();
        var keys =
                new Counter.Keys(
                        base64.encodeToString(key.publicKey()),
                        "0",
                        base64.encodeToString(certificate));
        var place = new Counter.Place(BenchedFleet.TENANT, BenchedFleet.SITE, "B-" + id.hex());
        ClockReading now = clock(0);
        return new Counter(
                id,
                place,
                CounterStatus.ENROLLED,
                keys,
                Instant.ofEpochMilli(now.wallMillis()),
                null,
                0);
    }

    private static List<byte[]> batches(ChainHead genesis, List<Fact> facts, Ed25519 key) {
        ChainHead head = genesis;
        List<byte[]> records = new ArrayList<>();
        for (Fact fact : facts) {
            JournalRecord record = JournalRecord.seal(head, fact, clock(head.seq()), key);
            records.add(record.bytes());
            head = head.after(record);
        }
        return JournalBatch.split(records).stream().map(JournalBatch::encode).toList();
    }

    private static ClockReading clock(long number) {
        long millis = number * RECORD_MILLIS;
        return new ClockReading(millis, FIRST_MILLIS + millis, ClockReading.ClockQuality.FLEET, 20);
    }
}
