package org.assistcounter.verifier;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/** Cuts a file into the records that stand in it one after another, and hashes all of it. */
final class RecordStream {
    private final InputStream in;
    private final MessageDigest digest;
    private long bytes;

    RecordStream(InputStream in, MessageDigest digest) {
        this.in = in;
        this.digest = digest;
    }

    /** The next record in its exact bytes; null at the end. */
    byte @Nullable [] next() throws IOException, MalformedException {
        byte[] header = in.readNBytes(Header.SIZE);
        take(header);
        if (header.length == 0) {
            return null;
        }
        if (header.length < Header.SIZE) {
            throw new MalformedException("the file ends within a record");
        }
        long body = Integer.toUnsignedLong(ByteBuffer.wrap(header).getInt(Header.LENGTH_OFFSET));
        if (body > JournalRecord.BODY_MAX) {
            throw new MalformedException("a body of " + body + " bytes is too long");
        }
        int rest = (int) body + Ed25519.SIGNATURE_SIZE;
        byte[] record = Arrays.copyOf(header, Header.SIZE + rest);
        int got = in.readNBytes(record, Header.SIZE, rest);
        digest.update(record, Header.SIZE, got);
        bytes += got;
        if (got < rest) {
            throw new MalformedException("the file ends within a record");
        }
        return record;
    }

    /** Reads what could not be cut, so that the hash of the whole is known all the same. */
    void drain() throws IOException {
        byte[] buffer = new byte[1 << 16];
        int got = in.read(buffer);
        while (got > 0) {
            digest.update(buffer, 0, got);
            bytes += got;
            got = in.read(buffer);
        }
    }

    private void take(byte[] some) throws IOException {
        digest.update(some);
        bytes += some.length;
        if (bytes < 0) {
            throw new EOFException("more bytes than can be counted");
        }
    }

    long bytes() {
        return bytes;
    }
}
