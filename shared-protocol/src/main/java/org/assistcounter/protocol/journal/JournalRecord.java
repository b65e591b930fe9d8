package org.assistcounter.protocol.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.signing.Sha256;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.protocol.signing.Signer;
import org.jspecify.annotations.Nullable;

/**
 * One record: header, body, signature. The bytes are made once and never again: the same bytes are
 * stored, sent, checked and archived. What they come to is worked out once and kept.
 */
public final class JournalRecord {
    /** The largest body; a header's length field beyond it is refused before anything is read. */
    public static final int BODY_MAX = 16 * 1024;

    private static final byte[] SIGNATURE_CONTEXT =
            "ACJ1-rec\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HASH_PREFIX = {0};

    private final RecordHeader header;
    private final byte[] bytes;
    private @Nullable Hash hash;
    private @Nullable Fact fact;

    private JournalRecord(RecordHeader header, byte[] bytes) {
        this.header = header;
        this.bytes = bytes;
    }

    /** Makes the record that follows {@code head}. */
    public static JournalRecord seal(ChainHead head, Fact fact, ClockReading clock, Signer signer) {
        byte[] body = Cbor.encode(FactEncoding.encode(fact));
        if (body.length > BODY_MAX) {
            throw new IllegalArgumentException("a body of " + body.length + " bytes is too long");
        }
        RecordHeader header =
                new RecordHeader(
                        FactType.of(fact).number(),
                        head.counter(),
                        new RecordHeader.Position(head.epoch(), head.boot(), head.seq() + 1),
                        head.hash(),
                        clock,
                        head.totals().plus(fact),
                        RecordHeader.KeyId.of(signer));
        int signed = SIGNATURE_CONTEXT.length + RecordHeader.LENGTH + body.length;
        ByteBuffer out = ByteBuffer.allocate(signed).put(SIGNATURE_CONTEXT);
        header.write(out, body.length);
        byte[] message = out.put(body).array();
        byte[] bytes =
                Arrays.copyOfRange(
                        message, SIGNATURE_CONTEXT.length, signed + Ed25519.SIGNATURE_LENGTH);
        byte[] signature = signer.sign(message);
        System.arraycopy(signature, 0, bytes, bytes.length - signature.length, signature.length);
        return new JournalRecord(header, bytes);
    }

    /** Reads a record's form. Neither its signature nor its place in the chain is checked. */
    public static JournalRecord read(byte[] bytes) throws MalformedRecordException {
        int least = RecordHeader.LENGTH + Ed25519.SIGNATURE_LENGTH;
        if (bytes.length < least) {
            throw new MalformedRecordException(bytes.length + " bytes are too few for a record");
        }
        RecordHeader header = RecordHeader.read(ByteBuffer.wrap(bytes));
        long bodyLength =
                Integer.toUnsignedLong(
                        ByteBuffer.wrap(bytes).getInt(RecordHeader.LENGTH - Integer.BYTES));
        if (bodyLength > BODY_MAX || bodyLength != bytes.length - least) {
            throw new MalformedRecordException("a body of " + bodyLength + " bytes does not fit");
        }
        return new JournalRecord(header, bytes.clone());
    }

    public RecordHeader header() {
        return header;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** What the next record names as its predecessor. */
    public Hash hash() {
        Hash known = hash;
        if (known == null) {
            known = new Hash(Sha256.of(HASH_PREFIX, bytes));
            hash = known;
        }
        return known;
    }

    public boolean signedBy(byte[] publicKey, SignatureCheck check) {
        int end = bytes.length - Ed25519.SIGNATURE_LENGTH;
        byte[] message = new byte[SIGNATURE_CONTEXT.length + end];
        System.arraycopy(SIGNATURE_CONTEXT, 0, message, 0, SIGNATURE_CONTEXT.length);
        System.arraycopy(bytes, 0, message, SIGNATURE_CONTEXT.length, end);
        return check.holds(publicKey, message, Arrays.copyOfRange(bytes, end, bytes.length));
    }

    /** The fact, or the reason why this version cannot read it. */
    public Fact fact() throws MalformedCborException {
        Fact known = fact;
        if (known == null) {
            known = decoded();
            fact = known;
        }
        return known;
    }

    private Fact decoded() throws MalformedCborException {
        FactType type = FactType.of(header.type());
        if (type == null) {
            throw new MalformedCborException("type " + header.type() + " is not known");
        }
        int end = bytes.length - Ed25519.SIGNATURE_LENGTH;
        return FactDecoding.decode(
                type, Cbor.decode(Arrays.copyOfRange(bytes, RecordHeader.LENGTH, end)));
    }
}
