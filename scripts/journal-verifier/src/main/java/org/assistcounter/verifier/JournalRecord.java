package org.assistcounter.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.assistcounter.verifier.CborValue.Fields;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * All that one record line says on its own, without the records before it: pure, so that lines can
 * be read side by side. What could not be read is null and has its error in {@code errors}.
 */
record JournalRecord(
        @Nullable String hash,
        @Nullable Header header,
        @Nullable Fact fact,
        boolean judged,
        List<String> errors) {

    static final int BODY_MAX = 16_384;
    static final int SIZE_MIN = Header.SIZE + Ed25519.SIGNATURE_SIZE;
    static final int SIZE_MAX = SIZE_MIN + BODY_MAX;

    private static final byte[] MAGIC = "ACJ1".getBytes(StandardCharsets.US_ASCII);

    /** What is said of a record whose signature is wrong. */
    static final String UNSIGNED = "signature does not hold";

    private static final int QUALITY_MAX = 3;

    /** A line that holds no record at all. */
    static JournalRecord unreadable(String error) {
        return new JournalRecord(null, null, null, true, List.of(error));
    }

    /** Without keys the signature is not looked at: one later in the chain proves it. */
    static JournalRecord read(byte[] bytes, @Nullable Keys keys) {
        String hash = hashOf(bytes);
        String misfit = misfit(bytes);
        if (misfit != null) {
            return new JournalRecord(hash, null, null, true, List.of(misfit));
        }
        List<String> errors = new ArrayList<>();
        Header header = Header.read(bytes);
        if (header.flags() != 0) {
            errors.add("flags are " + header.flags() + ", not 0");
        }
        if (header.quality() > QUALITY_MAX) {
            errors.add("clock quality " + header.quality() + " does not exist");
        }
        if (keys != null && !keys.signed(bytes)) {
            errors.add(UNSIGNED);
        }
        byte[] body = Arrays.copyOfRange(bytes, Header.SIZE, bytes.length - Ed25519.SIGNATURE_SIZE);
        Fact fact = fact(header.type(), body, errors);
        boolean judged = FactForms.knows(header.type());
        return new JournalRecord(hash, header, fact, judged, List.copyOf(errors));
    }

    static String hashOf(byte[] bytes) {
        return HexFormat.of().formatHex(Hashes.ofRecord(bytes));
    }

    /** The sale that a record opens, or null; nothing else of the record is looked at. */
    static @Nullable String openedSale(byte[] bytes) {
        if (misfit(bytes) != null || Header.read(bytes).type() != FactForms.SALE_OPENED) {
            return null;
        }
        byte[] body = Arrays.copyOfRange(bytes, Header.SIZE, bytes.length - Ed25519.SIGNATURE_SIZE);
        Fact fact = fact(FactForms.SALE_OPENED, body, new ArrayList<>());
        return fact == null ? null : fact.text("sale");
    }

    /** The same record with one more error. */
    JournalRecord with(String error) {
        List<String> more = new ArrayList<>(errors);
        more.add(error);
        return new JournalRecord(hash, header, fact, judged, List.copyOf(more));
    }

    /** Why the bytes cannot be cut into header, body and signature, or null if they can. */
    private static @Nullable String misfit(byte[] bytes) {
        if (bytes.length < SIZE_MIN) {
            return "record has " + bytes.length + " bytes, fewer than " + SIZE_MIN;
        }
        if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return "record does not begin with ACJ1";
        }
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(Header.LENGTH_OFFSET));
        if (length > BODY_MAX) {
            return "body of " + length + " bytes is longer than " + BODY_MAX;
        }
        if (SIZE_MIN + length != bytes.length) {
            return "record has " + bytes.length + " bytes, its header says " + (SIZE_MIN + length);
        }
        return null;
    }

    private static @Nullable Fact fact(int type, byte[] body, List<String> errors) {
        try {
            Fields fields = CborReader.read(body);
            return FactForms.knows(type) ? form(type, fields, errors) : null;
        } catch (MalformedException failure) {
            errors.add("body is not deterministic CBOR: " + failure.reason());
            return null;
        }
    }

    private static @Nullable Fact form(int type, Fields fields, List<String> errors) {
        try {
            return FactForms.fact(type, fields);
        } catch (MalformedException failure) {
            errors.add("body of type " + type + ": " + failure.reason());
            return null;
        }
    }
}
