package org.assistcounter.fuzzing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
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
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.JournalBatch;
import org.assistcounter.protocol.sync.SyncAnswer;

/** Well-formed input of each target: a fuzzer that begins with it gets past the first check. */
final class Samples {
    private static final CounterId COUNTER = new CounterId("000102030405060708090a0b0c0d0e0f");
    private static final ChainHead GENESIS = ChainHead.genesis(COUNTER, new byte[] {1, 2, 3});
    private static final SaleId SALE = SaleId.of(3, 4);
    private static final ClockReading CLOCK =
            new ClockReading(5, 1_795_000_000_000L, ClockReading.ClockQuality.NETWORK, 3_600_000);

    /** Of an EC P-256 key that nobody keeps. */
    private static final String CSR =
            """
            -----BEGIN CERTIFICATE REQUEST-----
            MIHPMHgCAQAwFjEUMBIGA1UEAwwLbmV3IGNvdW50ZXIwWTATBgcqhkjOPQIBBggq
            hkjOPQMBBwNCAAQIO23n1o3018puXAGrdC/Ftkgb7sTBWuRgoJXX5cIHpx5/839j
            JCV8aKYbUF+ft9TugHK8V4bpJaM/aaGW9QYcoAAwCgYIKoZIzj0EAwIDRwAwRAIg
            N+agx7hMUXWlF0/sEfwm6hXlSZOfpsuCrwkHatjIzRUCIAEMIwbl6PQfUhIcY4KL
            qXiEo/Z2k+6JFzwCnTyKGBXU
            -----END CERTIFICATE REQUEST-----
            """;

    private static final String WIRING =
            """
            # a counter
            cashless=tcp://127.0.0.1:9101 wafer reader=2
            dispenser=serial:///dev/ttyUSB0 fafb baud=9600
            scanner=serial:///dev/ttyACM0 serial-scanner
            cabinet=pins contacts door=5 power=6 lock=23 light=24
            climate=pins cooling compartment=1 compressor=17 fan=27 heater=22 thermometers=1
            """;

    private static final String THERMOMETER =
            """
            50 05 4b 46 7f ff 0c 10 1c : crc=1c YES
            50 05 4b 46 7f ff 0c 10 1c t=85000
            """;

    private Samples() {}

    static List<byte[]> of(Target target) {
        return switch (target) {
            case CBOR, RECORD, BATCH, HELLO, SYNC_ANSWER, QUESTION, ANSWER, CHECKPOINT ->
                    ofProtocol(target);
            case PAYMENT_CODE -> texts("130000000000000007", "280000000000000007");
            case WIRING -> texts(WIRING);
            case THERMOMETERS -> texts(THERMOMETER);
            case ENROLMENT -> List.of(EnrolmentBorder.json(CSR));
            case SIGNING_REQUEST -> texts(CSR);
            default -> ofDevices(target);
        };
    }

    private static List<byte[]> ofDevices(Target target) {
        return switch (target) {
            case MDB_READER ->
                    bytes(
                            "00 01 01 01 56 0A 02 05 01",
                            "02 03 03 E8 00 00 00 01 00 00 00",
                            "00 07");
            case MDB_MACHINE ->
                    bytes(
                            "00 11 00 01 00 00 00",
                            "00 13 00 00 19 00 05",
                            "00 13 02 00 05",
                            "00 12");
            case MDB_CASH ->
                    bytes("09", "0B", "0C FF FF FF FF", "0D 12", "0F 05", "33", "36 00 01");
            case WAFER -> script("10 03 03 E8\r\n", "10 05 00 19\r\n", "00\r\n", "10 07\r\n");
            case QIBIXX ->
                    script(
                            "d,STATUS,IDLE\r\n",
                            "d,STATUS,CREDIT,20.0\r\n",
                            "d,STATUS,RESULT,1,2.50\r\n");
            case BOARD_FRAMES -> bytes("FA FB 41 00 40", "FA FB 04 04 01 02 00 05 06");
            case BOARD -> bytes("14 FA FB 41 00 40 07 24 FA FB 04 04 01 02 00 05 06 86");
            case LOCKER_FRAMES -> bytes("02 00 31 03 36", "02 00 35 FF FF 00 00 03 38");
            case LOCKERS -> bytes("07 24 02 00 35 FF FF 00 00 03 38 86");
            case MODBUS_FRAMES -> bytes("01 06 00 02 02 01 E9 6A", "01 90 03 0C 01");
            case MODBUS -> bytes("07 14 01 90 03 0C 01 86");
            case SPIRALS -> bytes("07 10 41 13 00 52 86");
            case SCANNER, BARE_SCANNER -> script("130000000000000007\r\n");
            default -> throw new IllegalArgumentException("no samples of " + target.word());
        };
    }

    private static List<byte[]> ofProtocol(Target target) {
        return switch (target) {
            case RECORD -> records();
            case BATCH -> List.of(new JournalBatch(records()).encode());
            case HELLO -> List.of(Hello.of(GENESIS, 7, "0.1.0").encode());
            case SYNC_ANSWER -> List.of(SyncAnswer.encode(new SyncAnswer.Resume(9)));
            case QUESTION -> questions();
            case ANSWER ->
                    List.of(
                            new Answer(SALE.attempt(1), Answer.State.PAID, "weixin://1", 250, "42")
                                    .sign(COUNTER, Notes.KEY));
            case CHECKPOINT ->
                    texts(
                            CheckpointNote.sign(
                                    new Checkpoint(
                                            Notes.ORIGIN,
                                            COUNTER,
                                            1,
                                            7,
                                            GENESIS.hash(),
                                            Instant.ofEpochSecond(1_795_000_000)),
                                    Notes.KEY));
            default -> questions();
        };
    }

    private static List<byte[]> questions() {
        Question.Price price = new Question.Price(250, "CNY", "apple");
        PaymentCode code = new PaymentCode(Wallet.WECHAT, "130000000000000007");
        String attempt = SALE.attempt(1);
        return List.of(
                Question.encode(new Question.OrderWallet(attempt, Wallet.ALIPAY, price)),
                Question.encode(new Question.ChargeCode(attempt, code, price)),
                Question.encode(new Question.QueryWallet(attempt)),
                Question.encode(new Question.CloseWallet(attempt)));
    }

    private static List<byte[]> records() {
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
                new Fact.FaultNoticed("reader", "damaged", "00 FF"));
    }

    private static List<byte[]> bytes(String... hex) {
        List<byte[]> all = new ArrayList<>();
        for (String each : hex) {
            all.add(HexFormat.ofDelimiter(" ").parseHex(each));
        }
        return all;
    }

    private static List<byte[]> texts(String... texts) {
        List<byte[]> all = new ArrayList<>();
        for (String each : texts) {
            all.add(each.getBytes(StandardCharsets.UTF_8));
        }
        return all;
    }

    /** A {@link Script}: some wishes, then each text with a pause after it. */
    private static List<byte[]> script(String... texts) {
        StringBuilder script = new StringBuilder("\u0007\u000e\u000f\u0017\u000e\u001f");
        for (String text : texts) {
            for (int at = 0; at < text.length(); at += 8) {
                String piece = text.substring(at, Math.min(text.length(), at + 8));
                // The length is above the two lowest bits, and a script takes bytes for 0 to 4.
                script.append((char) (piece.length() << 2)).append(piece);
            }
            script.append('\u000e');
        }
        return List.of(script.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
