package org.assistcounter.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/**
 * A small writer of sealed journals, from the page. Its fields may be changed between records, so
 * that a journal with one wrong statement is otherwise sealed as a counter would seal it.
 */
final class TestJournal {

    byte[] counter = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    byte[] certificate = {1, 2, 3};
    Ed25519PrivateKeyParameters key = new Ed25519PrivateKeyParameters(new byte[32]);
    int epoch = 1;
    int boot = 1;
    int flags;
    int quality = 2;
    long seq = 1;
    long wall = Instant.parse("2026-11-22T03:00:00Z").toEpochMilli();
    long charged;
    long refunded;
    long dispensed;
    long sales;
    byte[] previous = genesis();
    final List<byte[]> records = new ArrayList<>();
    final List<String> epochs = new ArrayList<>();
    String firstKey = publicKey();

    /** A body with its version; words and numbers come in pairs. */
    static Map<String, Object> body(Object... pairs) {
        Map<String, Object> body = new TreeMap<>(Map.of("v", 1));
        for (int index = 0; index < pairs.length; index += 2) {
            body.put((String) pairs[index], pairs[index + 1]);
        }
        return body;
    }

    TestJournal add(int type, Object... pairs) {
        return seal(type, CborWriter.encode(body(pairs)));
    }

    TestJournal seal(int type, byte[] body) {
        byte[] header = header(type, body.length);
        byte[] content = CborWriter.join(header, body);
        byte[] record = CborWriter.join(content, sign(content));
        records.add(record);
        previous = Hashes.sha256(new byte[1], record);
        seq++;
        return this;
    }

    private byte[] header(int type, int length) {
        ByteBuffer out = ByteBuffer.allocate(135);
        out.put("ACJ1".getBytes(StandardCharsets.US_ASCII)).put((byte) type).put((byte) flags);
        out.put(counter).putInt(epoch).putInt(boot).putLong(seq).put(previous);
        out.putLong(seq * 1000).putLong(wall).put((byte) quality).putInt(500);
        out.putLong(charged).putLong(refunded).putLong(dispensed).putLong(sales);
        out.put(Hashes.sha256(key.generatePublicKey().getEncoded()), 0, 8).putInt(length);
        return out.array();
    }

    private byte[] sign(byte[] content) {
        byte[] message = CborWriter.join("ACJ1-rec\0".getBytes(StandardCharsets.US_ASCII), content);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    private byte[] genesis() {
        return Hashes.sha256(
                "ACJ1-genesis\0".getBytes(StandardCharsets.US_ASCII), counter, certificate);
    }

    TestJournal begin() {
        add(1, "label", "A-0001", "certificate", new byte[32], "agent", "0.1.0");
        return add(2, "nonce", "0123456789abcdef".repeat(2), "agent", "0.1.0", "clean", true);
    }

    String publicKey() {
        return HexFormat.of().formatHex(key.generatePublicKey().getEncoded());
    }

    /** The next epoch's key, with its line in the export; its beginning is not written yet. */
    TestJournal rekey() {
        byte[] seed = new byte[32];
        seed[0] = (byte) (epoch + 1);
        key = new Ed25519PrivateKeyParameters(seed);
        epoch++;
        boot++;
        String der = Base64.getEncoder().encodeToString(seed);
        epochs.add("epoch " + epoch + " " + seq + " " + publicKey() + " " + der);
        return this;
    }

    /** The record by which an epoch begins, with a checkpoint of the record before. */
    TestJournal beginEpoch() {
        return beginEpoch(seq - 1, epoch - 1);
    }

    TestJournal beginEpoch(long baseSeq, int baseEpoch) {
        String note =
                TestExport.checkpoint(TestExport.key(2), counter, baseSeq, previous, baseEpoch);
        byte[] der = new byte[32];
        der[0] = (byte) epoch;
        return add(5, "note", note, "certificate", Hashes.sha256(der), "agent", "0.1.0");
    }

    /** A checkpoint of the newest record, as the fleet signs it. */
    String checkpoint() {
        return TestExport.checkpoint(TestExport.key(2), counter, seq - 1, previous, epoch);
    }

    /** The record that carries a checkpoint. */
    TestJournal see(String note) {
        return add(4, "note", note);
    }

    TestJournal open(String sale, int price) {
        return add(
                10,
                "sale",
                sale,
                "currency",
                "CNY",
                "shelf",
                1,
                "lines",
                List.of(goods("apple", price)));
    }

    /** A sale of two lines at this price each. */
    TestJournal openTwo(String sale, int price) {
        Map<String, Object> second = new TreeMap<>(goods("honey", price));
        second.put("line", 2);
        return add(
                10,
                "sale",
                sale,
                "currency",
                "CNY",
                "shelf",
                1,
                "lines",
                List.of(goods("apple", price), second));
    }

    static Map<String, Object> goods(String product, int price) {
        return Map.of("line", 1, "slot", 11, "product", product, "lot", "L1", "price", price);
    }

    TestJournal request(String sale, int amount) {
        return add(11, "sale", sale, "attempt", 1, "way", "card", "amount", amount);
    }

    TestJournal pay(String sale, String outcome, int amount) {
        charged += outcome.equals("approved") ? amount : 0;
        return add(
                12, "sale", sale, "attempt", 1, "way", "card", "outcome", outcome, "amount",
                amount);
    }

    TestJournal command(String sale) {
        return add(13, "sale", sale, "line", 1, "slot", 11, "command", 7);
    }

    TestJournal dispense(String sale, String verdict, int amount) {
        return dispense(sale, verdict, amount, "apple");
    }

    TestJournal dispense(String sale, String verdict, int amount, String product) {
        dispensed += verdict.equals("delivered") ? 1 : 0;
        Map<String, Object> evidence =
                Map.of(
                        "home", "seen", "drop", "seen", "before", "good", "after", "good", "board",
                        -1);
        Map<String, Object> body =
                body("sale", sale, "goods", goods(product, amount), "amount", amount, "off", false);
        body.put("verdict", verdict);
        body.put("evidence", evidence);
        return seal(14, CborWriter.encode(body));
    }

    TestJournal refund(String sale, String outcome, int amount) {
        refunded += outcome.equals("returned") || outcome.equals("handed-over") ? amount : 0;
        Map<String, Object> body =
                body("sale", sale, "line", 1, "attempt", 1, "way", "card", "amount", amount);
        body.put("outcome", outcome);
        return seal(16, CborWriter.encode(body));
    }

    TestJournal hold(String sale, String reason, int amount) {
        return add(17, "sale", sale, "line", 1, "way", "card", "amount", amount, "reason", reason);
    }

    /** Closes a sale with its sums: charged, refunded, held. */
    TestJournal close(String sale, String outcome, int... sums) {
        sales += outcome.equals("delivered") ? 1 : 0;
        return add(
                18,
                "sale",
                sale,
                "outcome",
                outcome,
                "charged",
                sums[0],
                "refunded",
                sums[1],
                "held",
                sums[2]);
    }

    TestJournal sell(String sale, int price) {
        open(sale, price).request(sale, price).pay(sale, "approved", price).command(sale);
        return dispense(sale, "delivered", price).close(sale, "delivered", price, 0, 0);
    }

    List<String> lines() {
        Base64.Encoder base64 = Base64.getEncoder();
        List<String> lines = new ArrayList<>();
        lines.add("assistance-counter-journal 1");
        lines.add("counter " + HexFormat.of().formatHex(counter));
        lines.add("key " + firstKey);
        lines.add("certificate " + base64.encodeToString(certificate));
        lines.addAll(epochs);
        records.forEach(record -> lines.add("record " + base64.encodeToString(record)));
        return lines;
    }

    static Path write(Path folder, List<String> lines) throws IOException {
        return Files.writeString(folder.resolve("journal.txt"), String.join("\n", lines) + "\n");
    }

    Path write(Path folder) throws IOException {
        return write(folder, lines());
    }
}
