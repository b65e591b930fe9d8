package org.assistcounter.protocol.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.signing.Sha256;
import org.assistcounter.protocol.signing.Signer;

/** The fixed part of a record, 135 bytes, big-endian (JOURNAL.md, "Header"). */
public record RecordHeader(
        int type,
        CounterId counter,
        Position position,
        Hash previous,
        ClockReading clock,
        Totals totals,
        KeyId keyId) {
    /** Bytes on disk and on the wire, with the body's length at the end. */
    public static final int LENGTH = 135;

    static final byte[] MAGIC = {'A', 'C', 'J', '1'};

    /**
     * Where a record stands.
     *
     * @param epoch raised when the journal goes on with another key
     * @param boot raised at every start of the agent
     * @param seq never restarts
     */
    public record Position(long epoch, long boot, long seq) {}

    /** Which key signed: the first bytes of its hash. */
    public record KeyId(long value) {
        public static KeyId of(byte[] publicKey) {
            return read(Sha256.keyId(publicKey));
        }

        static KeyId of(Signer signer) {
            return read(signer.keyId());
        }

        private static KeyId read(byte[] bytes) {
            return new KeyId(ByteBuffer.wrap(bytes).getLong());
        }
    }

    public long epoch() {
        return position.epoch();
    }

    public long boot() {
        return position.boot();
    }

    public long seq() {
        return position.seq();
    }

    void write(ByteBuffer out, int bodyLength) {
        out.put(MAGIC).put((byte) type).put((byte) 0).put(counter.bytes());
        out.putInt((int) epoch()).putInt((int) boot()).putLong(seq()).put(previous.bytes());
        out.putLong(clock.monotonicMillis()).putLong(clock.wallMillis());
        out.put((byte) clock.quality().number()).putInt((int) clock.errorMillis());
        out.putLong(totals.chargedMinor()).putLong(totals.refundedMinor());
        out.putLong(totals.dispensed()).putLong(totals.sales());
        out.putLong(keyId.value()).putInt(bodyLength);
    }

    static RecordHeader read(ByteBuffer in) throws MalformedRecordException {
        if (!Arrays.equals(bytes(in, MAGIC.length), MAGIC)) {
            throw new MalformedRecordException("does not begin with ACJ1");
        }
        int type = Byte.toUnsignedInt(in.get());
        int flags = Byte.toUnsignedInt(in.get());
        if (flags != 0) {
            throw new MalformedRecordException("flags are " + flags + ", not 0");
        }
        CounterId counter = CounterId.of(bytes(in, CounterId.LENGTH));
        Position position = new Position(unsigned(in), unsigned(in), seq(in));
        Hash previous = new Hash(bytes(in, Hash.LENGTH));
        ClockReading clock =
                new ClockReading(in.getLong(), in.getLong(), quality(in), unsigned(in));
        Totals totals = new Totals(in.getLong(), in.getLong(), in.getLong(), in.getLong());
        KeyId keyId = new KeyId(in.getLong());
        return new RecordHeader(type, counter, position, previous, clock, totals, keyId);
    }

    private static long seq(ByteBuffer in) throws MalformedRecordException {
        long seq = in.getLong();
        if (seq < 1) {
            throw new MalformedRecordException("seq is " + seq);
        }
        return seq;
    }

    private static ClockReading.ClockQuality quality(ByteBuffer in)
            throws MalformedRecordException {
        int number = Byte.toUnsignedInt(in.get());
        for (ClockReading.ClockQuality quality : ClockReading.ClockQuality.values()) {
            if (quality.number() == number) {
                return quality;
            }
        }
        throw new MalformedRecordException("clock quality is " + number);
    }

    private static long unsigned(ByteBuffer in) {
        return Integer.toUnsignedLong(in.getInt());
    }

    private static byte[] bytes(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
