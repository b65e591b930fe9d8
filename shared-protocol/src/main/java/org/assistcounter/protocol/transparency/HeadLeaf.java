package org.assistcounter.protocol.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Hash;

/** A leaf of the log: where one journal stood when the fleet had committed it. */
public record HeadLeaf(CounterId counter, long epoch, long seq, Hash hash) {
    /** Bytes of a leaf. */
    public static final int LENGTH = 64;

    private static final byte[] MAGIC = "ACL1".getBytes(StandardCharsets.US_ASCII);

    /** Refuses numbers that the bytes cannot hold. */
    public HeadLeaf {
        if (epoch < 0 || epoch > 0xFFFF_FFFFL || seq < 1) {
            throw new IllegalArgumentException("no epoch " + epoch + " with seq " + seq);
        }
    }

    /** The exact bytes that are hashed into the tree. */
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put(MAGIC)
                .put(counter.bytes())
                .putInt((int) epoch)
                .putLong(seq)
                .put(hash.bytes())
                .array();
    }

    /** The leaf's hash in the tree. */
    public Hash merkle() {
        return Merkle.leaf(bytes());
    }

    /** Reads the 64 bytes. */
    public static HeadLeaf read(byte[] bytes) {
        if (bytes.length != LENGTH
                || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new IllegalArgumentException("not a leaf: 64 bytes that begin with ACL1");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).position(MAGIC.length);
        byte[] counter = new byte[CounterId.LENGTH];
        in.get(counter);
        long epoch = Integer.toUnsignedLong(in.getInt());
        long seq = in.getLong();
        byte[] hash = new byte[Hash.LENGTH];
        in.get(hash);
        return new HeadLeaf(CounterId.of(counter), epoch, seq, new Hash(hash));
    }
}
