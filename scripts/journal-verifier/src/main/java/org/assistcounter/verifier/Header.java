package org.assistcounter.verifier;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * The 135 bytes at the beginning of a record, read as the page's table says. Nothing is judged
 * here; {@code seq} is an unsigned number, and {@code counter}, {@code previous} and {@code key}
 * are hexadecimal digits.
 */
record Header(
        int type,
        int flags,
        String counter,
        long epoch,
        long boot,
        long seq,
        String previous,
        long wall,
        int quality,
        Totals totals,
        String key) {

    static final int SIZE = 135;
    static final int LENGTH_OFFSET = 131;

    private static final int MONOTONIC_OFFSET = 70;

    static Header read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, SIZE);
        in.position(4);
        int type = Byte.toUnsignedInt(in.get());
        int flags = Byte.toUnsignedInt(in.get());
        String counter = hex(in, 16);
        long epoch = Integer.toUnsignedLong(in.getInt());
        long boot = Integer.toUnsignedLong(in.getInt());
        long seq = in.getLong();
        String previous = hex(in, 32);
        in.position(MONOTONIC_OFFSET + Long.BYTES);
        long wall = in.getLong();
        int quality = Byte.toUnsignedInt(in.get());
        in.getInt();
        Totals totals = new Totals(in.getLong(), in.getLong(), in.getLong(), in.getLong());
        String key = hex(in, 8);
        return new Header(
                type, flags, counter, epoch, boot, seq, previous, wall, quality, totals, key);
    }

    private static String hex(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
