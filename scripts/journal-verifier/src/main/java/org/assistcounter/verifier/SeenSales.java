package org.assistcounter.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A Bloom filter of the sales opened so far: 8 MiB for any number of sales. A "no" is certain; a
 * "yes" is wrong about once in 70,000 at a million sales and is decided by a second look at the
 * file. Remembering every sale would let the memory grow with the journal.
 */
final class SeenSales {

    private static final int WORDS = 1 << 20;
    private static final long BIT_MASK = WORDS * 64L - 1;
    private static final int PROBES = 4;

    private final long[] bits = new long[WORDS];

    boolean mayContain(String sale) {
        ByteBuffer probes = probes(sale);
        boolean all = true;
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = probes.getLong() & BIT_MASK;
            all &= (bits[(int) (bit >>> 6)] >>> (bit & 63) & 1) == 1;
        }
        return all;
    }

    void add(String sale) {
        ByteBuffer probes = probes(sale);
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = probes.getLong() & BIT_MASK;
            bits[(int) (bit >>> 6)] |= 1L << (bit & 63);
        }
    }

    private static ByteBuffer probes(String sale) {
        return ByteBuffer.wrap(Hashes.sha256(sale.getBytes(StandardCharsets.US_ASCII)));
    }
}
