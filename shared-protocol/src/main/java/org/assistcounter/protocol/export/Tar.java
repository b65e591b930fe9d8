package org.assistcounter.protocol.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/**
 * Entries of a tar archive (POSIX.1-1988 ustar): plain files with short names, and nothing else.
 */
public final class Tar {
    private static final int BLOCK = 512;

    /** So many bytes stand before the content of a file. */
    public static final int HEADER_LENGTH = BLOCK;

    /** So many zeros end an archive. */
    public static final int END_LENGTH = 2 * BLOCK;

    private static final int NAME_LENGTH = 100;
    private static final int CHECKSUM_AT = 148;
    private static final long SIZE_MAX = (1L << 33) - 1;

    private Tar() {}

    /** A file with its header, filled up to whole blocks. */
    public static byte[] entry(String name, byte[] content, Instant time) {
        byte[] entry = new byte[BLOCK + (content.length + BLOCK - 1) / BLOCK * BLOCK];
        put(entry, 0, name, NAME_LENGTH);
        put(entry, 100, "0000644\0", 8);
        put(entry, 108, "0000000\0", 8);
        put(entry, 116, "0000000\0", 8);
        put(entry, 124, octal(content.length), 12);
        put(entry, 136, octal(Math.clamp(time.getEpochSecond(), 0, SIZE_MAX)), 12);
        put(entry, CHECKSUM_AT, "        ", 8);
        put(entry, 156, "0", 1);
        put(entry, 257, "ustar\00000", 8);
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += entry[i] & 0xFF;
        }
        put(entry, CHECKSUM_AT, String.format(Locale.ROOT, "%06o\0 ", sum), 8);
        System.arraycopy(content, 0, entry, BLOCK, content.length);
        return entry;
    }

    private static String octal(long number) {
        return String.format(Locale.ROOT, "%011o\0", number);
    }

    private static void put(byte[] entry, int at, String text, int length) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length > length) {
            throw new IllegalArgumentException("too long for an archive: " + text);
        }
        Arrays.fill(entry, at, at + length, (byte) 0);
        System.arraycopy(bytes, 0, entry, at, bytes.length);
    }
}
