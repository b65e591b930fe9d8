package org.assistcounter.fuzzing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.Rejection;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.pickup.PickupCode;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.JournalBatch;
import org.assistcounter.protocol.sync.Refusal;
import org.assistcounter.protocol.sync.SyncAnswer;

/** What counter and fleet say to each other. */
final class ProtocolSamples {
    private static final CounterId COUNTER = new CounterId("000102030405060708090a0b0c0d0e0f");
    private static final byte[] CERTIFICATE = {1, 2, 3};
    private static final ChainHead GENESIS = ChainHead.genesis(COUNTER, CERTIFICATE);
    private static final SaleId SALE = SaleId.of(3, 4);
    private static final ClockReading CLOCK =
            new ClockReading(5, 1_795_000_000_000L, ClockReading.ClockQuality.NETWORK, 3_600_000);

    private ProtocolSamples() {}

    static List<byte[]> hello() {
        return List.of(Hello.of(GENESIS, 7, "0.1.0").encode());
    }

    static List<byte[]> batch() {
        return List.of(new JournalBatch(records()).encode());
    }

    static List<byte[]> syncAnswer() {
        return List.of(
                SyncAnswer.encode(new SyncAnswer.Resume(9)),
                SyncAnswer.encode(new SyncAnswer.Wait(30_000)));
    }

    static List<byte[]> refusal() {
        return List.of(
                new Refusal("fork", 7, GENESIS.hash(), "another record 7 is known")
                        .sign(COUNTER, Notes.KEY));
    }

    static List<byte[]> answer() {
        return List.of(
                new Answer(SALE.attempt(1), Answer.State.PAID, "weixin://1", 250, "42")
                        .sign(COUNTER, Notes.KEY));
    }

    static List<byte[]> checkpoint() {
        return Samples.texts(
                CheckpointNote.sign(
                        new Checkpoint(
                                Notes.ORIGIN,
                                COUNTER,
                                1,
                                7,
                                GENESIS.hash(),
                                Instant.ofEpochSecond(1_795_000_000)),
                        Notes.KEY));
    }

    static List<byte[]> paymentCode() {
        return Samples.texts("130000000000000007", "280000000000000007");
    }

    static List<byte[]> pickupCode() {
        return Samples.texts(
                PickupCode.signed("0f".repeat(16), COUNTER, 1_795_000_000, Notes.KEY).text());
    }

    /** A sale that came to nothing, as {@code export} writes a journal. */
    static List<byte[]> export() {
        StringBuilder text = new StringBuilder("assistance-counter-journal 1\n");
        text.append("counter ").append(COUNTER.hex()).append('\n');
        text.append("key ").append(HexFormat.of().formatHex(Notes.KEY.publicKey())).append('\n');
        text.append("certificate ").append(base64(CERTIFICATE)).append('\n');
        records().forEach(record -> text.append("record ").append(base64(record)).append('\n'));
        return Samples.texts(text.toString());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static List<byte[]> questions() {
        Question.Price price = new Question.Price(250, "CNY", "apple");
        PaymentCode code = new PaymentCode(Wallet.WECHAT, "130000000000000007");
        String attempt = SALE.attempt(1);
        return List.of(
                Question.encode(new Question.OrderWallet(attempt, Wallet.ALIPAY, price)),
                Question.encode(new Question.ChargeCode(attempt, code, price)),
                Question.encode(new Question.QueryWallet(attempt)),
                Question.encode(new Question.CloseWallet(attempt)));
    }

    static List<byte[]> records() {
        List<byte[]> records = new ArrayList<>();
        ChainHead head = GENESIS.nextBoot();
        for (Fact fact : facts()) {
            JournalRecord record = JournalRecord.seal(head, fact, CLOCK, Notes.KEY);
            records.add(record.bytes());
            head = head.after(record);
        }
        return records;
    }

    private static List<Fact> facts() {
        Fact.SaleLine line = new Fact.SaleLine(1, 5, "apple", "lot-11", 250);
        Fact.Evidence evidence = new Fact.Evidence("home", "seen", "good", "good", 2);
        return List.of(
                new Fact.Booted("0".repeat(32), "0.1.0", true),
                new Fact.Beat(),
                new Fact.CheckpointSeen("a note"),
                new Fact.EpochBegun("a note", new Hash(new byte[Hash.LENGTH]), "0.1.0"),
                new Fact.SaleOpened(SALE, "CNY", 7, List.of(line)),
                new Fact.PaymentRequested(SALE, 1, PaymentWay.CARD, 250),
                new Fact.PaymentResolved(
                        SALE, 1, PaymentWay.CARD, PaymentOutcome.APPROVED, 250, "4711"),
                new Fact.DispenseCommanded(SALE, 1, 5, 41),
                new Fact.DispenseResolved(
                        SALE, line, 250, DispenseVerdict.NOT_DELIVERED, evidence, true),
                new Fact.RefundRequested(SALE, 1, 1, PaymentWay.CARD, 250),
                new Fact.RefundResolved(SALE, 1, 1, PaymentWay.CARD, 250, RefundOutcome.UNKNOWN),
                new Fact.CaseOpened(SALE, 1, PaymentWay.CARD, 250, CaseReason.REFUND_NOT_PROVEN),
                new Fact.SaleClosed(SALE, SaleOutcome.CASE, 250, 0, 250),
                new Fact.StockCounted(5, "apple", "lot-11", 9),
                new Fact.SlotSwitched(5, false, "jam"),
                new Fact.ColdChainNoted(1, 2, 3, 4),
                new Fact.ColdChainSwitched(1, true, "too warm"),
                new Fact.ContactChanged("door", false),
                new Fact.ServiceSigned(true, "code"),
                new Fact.ServiceRefused(2, 30_000),
                new Fact.DesiredStaged(DesiredBorders.SAMPLE),
                new Fact.DesiredApplied(7),
                new Fact.DesiredRefused(8, Rejection.NOT_NEWER),
                new Fact.FaultNoticed("reader", "damaged", "00 FF"));
    }
}
