package org.assistcounter.protocol.sync;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;

/** Consecutive records, each in its exact bytes, oldest first. */
public record JournalBatch(List<byte[]> records) {
    /** At most this many in one message. */
    public static final int RECORDS_MAX = 64;

    /** At most this many bytes of records in one message; brokers refuse much larger ones. */
    public static final int BYTES_MAX = 64 * 1024;

    private static final int VERSION = 1;

    public JournalBatch {
        records = List.copyOf(records);
        if (records.isEmpty() || records.size() > RECORDS_MAX) {
            throw new IllegalArgumentException("a batch of " + records.size() + " records");
        }
    }

    /** Records in as few batches as the limits allow, in their order. */
    public static List<JournalBatch> split(List<byte[]> records) {
        List<JournalBatch> batches = new ArrayList<>();
        List<byte[]> next = new ArrayList<>();
        long bytes = 0;
        for (byte[] record : records) {
            boolean isFull = next.size() == RECORDS_MAX || bytes + record.length > BYTES_MAX;
            if (isFull && !next.isEmpty()) {
                batches.add(new JournalBatch(next));
                next.clear();
                bytes = 0;
            }
            next.add(record);
            bytes += record.length;
        }
        if (!next.isEmpty()) {
            batches.add(new JournalBatch(next));
        }
        return batches;
    }

    public byte[] encode() {
        return Cbor.encode(new CborMap().put("v", VERSION).put("records", records));
    }

    public static JournalBatch decode(byte[] bytes) throws MalformedCborException {
        CborMap map = Cbor.decode(bytes);
        map.integer("v", VERSION, VERSION);
        List<byte[]> records = map.list("records", byte[].class);
        if (records.isEmpty() || records.size() > RECORDS_MAX) {
            throw new MalformedCborException("a batch of " + records.size() + " records");
        }
        return new JournalBatch(records);
    }
}
