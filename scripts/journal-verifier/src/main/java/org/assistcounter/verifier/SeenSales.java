package org.assistcounter.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A Bloom filter of the sales opened so far: 8 MiB for any number of sales, less for a journal
 * whose size is known to be small. A "no" is certain; a "yes" is wrong about once in 70,000 at a
 * million sales and is decided by a second look at the file. Remembering every sale would let the
 * memory grow with the journal.
 */
final class SeenSales {

    private static final int WORDS_MAX = 1 << 20;
    private static final int WORDS_MIN = 1 << 6;
    private static final int PROBES = 4;

    private final long[] bits;
    private final long bitMask;

    private SeenSales(int words) {
        bits = new long[words];
        bitMask = words * 64L - 1;
    }

    static SeenSales ofAnyNumber() {
        return new SeenSales(WORDS_MAX);
    }

    /** About 64 bits a sale: as many wrong answers as at a million in 8 MiB. */
    static SeenSales ofAbout(long sales) {
        long words = Long.highestOneBit(Math.max(1, sales)) * 2;
        return new SeenSales(Math.clamp(words, WORDS_MIN, WORDS_MAX));
    }

    void clear() {
        Arrays.fill(bits, 0);
    }

    boolean mayContain(String sale) {
        ByteBuffer probes = probes(sale);
        boolean all = true;
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = probes.getLong() & bitMask;
            all &= (bits[(int) (bit >>> 6)] >>> (bit & 63) & 1) == 1;
        }
        return all;
    }

    void add(String sale) {
        ByteBuffer probes = probes(sale);
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = probes.getLong() & bitMask;
            bits[(int) (bit >>> 6)] |= 1L << (bit & 63);
        }
    }

    private static ByteBuffer probes(String sale) {
        return ByteBuffer.wrap(Hashes.sha256(sale.getBytes(StandardCharsets.US_ASCII)));
    }
}
