package org.assistcounter.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The sales that one pass over a journal judges, drawn by a hash of their id, so that nobody can
 * choose ids that all fall into one share.
 *
 * @param from up to this record the pass before has told all errors and counted all goods
 */
record Share(long part, long parts, long from) {
    static final Share OF_ALL = new Share(0, 1, 0);

    private static final int SPLIT = 8;

    boolean has(String sale) {
        return parts == 1 || Long.remainderUnsigned(hash(sale), parts) == part;
    }

    private static long hash(String sale) {
        // Another part of the hash than the filter's.
        byte[] hash = Hashes.sha256(new byte[1], sale.getBytes(StandardCharsets.US_ASCII));
        return ByteBuffer.wrap(hash).getLong();
    }

    /** Smaller ones that are the same sales together, to go on behind that record. */
    List<Share> split(long behind) {
        return LongStream.range(0, SPLIT)
                .mapToObj(i -> new Share(part + parts * i, parts * SPLIT, behind))
                .toList();
    }
}
