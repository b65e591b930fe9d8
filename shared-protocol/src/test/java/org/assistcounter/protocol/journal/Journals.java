package org.assistcounter.protocol.journal;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.desired.DesiredState;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.Sha256;

/** A small journal of one sale, for tests. */
final class Journals {
    static final CounterId COUNTER = new CounterId("000102030405060708090a0b0c0d0e0f");
    static final Ed25519 KEY = new Ed25519(new byte[32]);
    static final SaleId SALE = SaleId.of(0x0123456789abcdefL, 0xfedcba9876543210L);
    static final ChainHead GENESIS = ChainHead.genesis(COUNTER, new byte[] {1, 2, 3});
    static final Fact.SaleLine APPLE = new Fact.SaleLine(1, 11, "luochuan-apple", "L1", 1280);

    static final SignedState STATE =
            SignedState.of(
                    new DesiredState(3, List.of(new Terms("luochuan-apple", 1180, true))),
                    COUNTER,
                    KEY);

    private Journals() {}

    static List<Fact> oneFactOfEachKind() {
        Fact.Evidence evidence = new Fact.Evidence("returned", "seen", "good", "good", 2);
        return List.of(
                new Fact.Commissioned(
                        "XA-0001", new Hash(Sha256.of(new byte[] {1, 2, 3})), "0.1.0"),
                new Fact.Booted("0".repeat(32), "0.1.0", true),
                new Fact.StockCounted(11, "luochuan-apple", "L1", 8),
                new Fact.SaleOpened(SALE, "CNY", 1, List.of(APPLE)),
                new Fact.PaymentRequested(SALE, 1, PaymentWay.CARD, 1280),
                new Fact.PaymentResolved(
                        SALE, 1, PaymentWay.CARD, PaymentOutcome.APPROVED, 1280, null),
                new Fact.DispenseCommanded(SALE, 1, 11, 7),
                new Fact.DispenseResolved(
                        SALE, APPLE, 1280, DispenseVerdict.DELIVERED, evidence, false),
                new Fact.RefundRequested(SALE, 1, 1, PaymentWay.CARD, 1280),
                new Fact.RefundResolved(SALE, 1, 1, PaymentWay.CARD, 1280, RefundOutcome.RETURNED),
                new Fact.CaseOpened(SALE, 1, PaymentWay.CARD, 1280, CaseReason.UNPROVEN_DELIVERY),
                new Fact.SaleClosed(SALE, SaleOutcome.DELIVERED, 1280, 0, 0),
                new Fact.SlotSwitched(11, false, "jammed"),
                new Fact.ColdChainNoted(1, 60_000, 0, 1_740_000),
                new Fact.ColdChainSwitched(1, true, "too-warm"),
                new Fact.ContactChanged("door", false),
                new Fact.ServiceSigned(true, "code"),
                new Fact.ServiceRefused(5, 600_000),
                new Fact.DesiredStaged(STATE),
                new Fact.DesiredApplied(3),
                new Fact.DesiredRefused(4, Rejection.OVER_CEILING),
                new Fact.FaultNoticed("mdb", "garbled", "FF FF"),
                new Fact.CheckpointSeen("note"),
                new Fact.EpochBegun("note", new Hash(Sha256.of(new byte[] {1})), "0.1.0"),
                new Fact.Beat());
    }

    static List<JournalRecord> chain(List<Fact> facts) {
        List<JournalRecord> records = new ArrayList<>();
        ChainHead head = GENESIS;
        for (Fact fact : facts) {
            ClockReading clock =
                    new ClockReading(
                            records.size() * 1000L,
                            1_790_000_000_000L,
                            ClockReading.ClockQuality.NETWORK,
                            500);
            JournalRecord record = JournalRecord.seal(head, fact, clock, KEY);
            records.add(record);
            head = head.after(record);
        }
        return records;
    }

    static List<byte[]> bytes(List<JournalRecord> records) {
        return records.stream().map(JournalRecord::bytes).toList();
    }
}
