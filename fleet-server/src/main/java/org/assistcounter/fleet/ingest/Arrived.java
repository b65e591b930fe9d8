package org.assistcounter.fleet.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.LongFunction;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.settings.NativeCrypto;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.ChainCheck;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.assistcounter.protocol.sync.JournalBatch;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it came, with all that costs time and needs no head worked out beforehand: the records
 * are read, their hashes taken, their facts decoded, and signatures are checked.
 */
final class Arrived {
    /**
     * As many as a sale writes at a time. To look at them at once costs less than to find them
     * again; of a backlog the newest proves the others until there is time.
     */
    private static final int SIGNATURES_AT_ONCE = 8;

    private final Counter counter;
    private final List<byte[]> bytes;
    private final @Nullable List<JournalRecord> records;
    private final byte[] key;
    private final SignatureCheck signatures;
    private final boolean isSigned;

    private Arrived(
            Counter counter,
            List<byte[]> bytes,
            @Nullable List<JournalRecord> records,
            byte[] key,
            SignatureCheck signatures) {
        this.counter = counter;
        this.bytes = bytes;
        this.records = records;
        this.key = key;
        this.signatures = signatures;
        this.isSigned = records != null && isSigned(records);
    }

    static Arrived of(Counter counter, JournalBatch batch) {
        byte[] key = Base64.getDecoder().decode(counter.keys().journalPublicKey());
        try {
            List<JournalRecord> records = new ArrayList<>();
            for (byte[] each : batch.records()) {
                JournalRecord record = JournalRecord.read(each);
                record.hash();
                decode(record);
                records.add(record);
            }
            return new Arrived(counter, batch.records(), records, key, new Remembered());
        } catch (MalformedRecordException damaged) {
            return new Arrived(counter, batch.records(), null, key, NativeCrypto.signatures());
        }
    }

    /** What cannot be read is parked when it is booked. */
    private static void decode(JournalRecord record) {
        try {
            record.fact();
        } catch (MalformedCborException parkedLater) {
            record.header();
        }
    }

    /** The same from a counter that was looked up anew. */
    Arrived of(Counter fresh) {
        return of(fresh, new JournalBatch(bytes));
    }

    /** The newest is looked at last, whose signature is asked for again when it is judged. */
    private boolean isSigned(List<JournalRecord> all) {
        JournalRecord newest = all.getLast();
        boolean others =
                all.size() <= SIGNATURES_AT_ONCE
                        && all.stream()
                                .filter(record -> record != newest)
                                .allMatch(record -> isSigned(record, NativeCrypto.signatures()));
        return isSigned(newest, signatures) && others;
    }

    private boolean isSigned(JournalRecord record, SignatureCheck check) {
        return record.header().epoch() == counter.keys().epoch() && record.signedBy(key, check);
    }

    /**
     * Whether every record is signed by the counter's key, and that was looked at. Where it is not,
     * nothing is wrong yet: what is not looked at here is looked at later.
     */
    boolean isSigned() {
        return isSigned;
    }

    Counter counter() {
        return counter;
    }

    int size() {
        return bytes.size();
    }

    /** The numbers of records that are known when the journal stands there. */
    List<Long> knownSeqs(ChainHead head) {
        List<JournalRecord> read = records;
        return read == null
                ? List.of()
                : read.stream()
                        .map(record -> record.header().seq())
                        .filter(seq -> seq <= head.seq())
                        .toList();
    }

    /** Judges it; whatever was worked out before is not worked out again. */
    Verdict judge(ChainHead head, LongFunction<@Nullable Hash> known) {
        ChainCheck check = new ChainCheck(key, counter.keys().epoch(), signatures, known);
        List<JournalRecord> read = records;
        return read == null ? check.judge(head, bytes) : check.judgeRead(head, read);
    }

    /** Checks a signature, and the same one again for nothing. */
    private static final class Remembered implements SignatureCheck {
        private byte[] message = {};
        private byte[] signature = {};
        private boolean holds;

        @Override
        public synchronized boolean holds(byte[] publicKey, byte[] said, byte[] signedWith) {
            if (!Arrays.equals(signature, signedWith) || !Arrays.equals(message, said)) {
                holds = NativeCrypto.signatures().holds(publicKey, said, signedWith);
                message = said;
                signature = signedWith;
            }
            return holds;
        }
    }
}
