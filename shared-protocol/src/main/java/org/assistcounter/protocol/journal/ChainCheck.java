package org.assistcounter.protocol.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.signing.SignatureCheck;
import org.jspecify.annotations.Nullable;

/**
 * Judges a batch against a known head. One signature, the newest, proves the whole batch because
 * each record holds its predecessor's hash; every hash and every total is checked.
 */
public final class ChainCheck {
    private final byte[] publicKey;
    private final RecordHeader.KeyId keyId;
    private final long keyEpoch;
    private final SignatureCheck signatures;
    private final LongFunction<@Nullable Hash> knownHashes;

    /** For a counter whose key is its first. */
    public ChainCheck(
            byte[] publicKey, SignatureCheck signatures, LongFunction<@Nullable Hash> knownHashes) {
        this(publicKey, 1, signatures, knownHashes);
    }

    /**
     * @param publicKey the counter's journal key now
     * @param keyEpoch the epoch that it signs
     * @param knownHashes the hash of a known record by its number; null when it is not known
     */
    public ChainCheck(
            byte[] publicKey,
            long keyEpoch,
            SignatureCheck signatures,
            LongFunction<@Nullable Hash> knownHashes) {
        this.publicKey = publicKey.clone();
        this.keyId = RecordHeader.KeyId.of(publicKey);
        this.keyEpoch = keyEpoch;
        this.signatures = signatures;
        this.knownHashes = knownHashes;
    }

    /** The verdict on one batch; nothing is changed by it. */
    public Verdict judge(ChainHead head, List<byte[]> batch) {
        List<JournalRecord> records = new ArrayList<>();
        for (byte[] bytes : batch) {
            try {
                records.add(JournalRecord.read(bytes));
            } catch (MalformedRecordException e) {
                return new Verdict.Damaged(head.seq() + 1, String.valueOf(e.getMessage()));
            }
        }
        return judgeRead(head, records);
    }

    /** The same of records that could be read. */
    public Verdict judgeRead(ChainHead head, List<JournalRecord> records) {
        List<JournalRecord> fresh = new ArrayList<>();
        for (JournalRecord record : records) {
            RecordHeader header = record.header();
            if (!header.counter().equals(head.counter())) {
                return new Verdict.Damaged(header.seq(), "a record of counter " + header.counter());
            }
            Hash known = header.seq() > head.seq() ? null : knownHashes.apply(header.seq());
            if (known != null && known.equals(record.hash())) {
                continue;
            }
            if (!header.keyId().equals(keyId)) {
                return new Verdict.Damaged(header.seq(), "signed with another key");
            }
            if (header.seq() > head.seq()) {
                fresh.add(record);
            } else if (known != null) {
                return forkOrDamage(record, "differs from the record known");
            }
        }
        return fresh.isEmpty() ? new Verdict.Duplicate() : judgeFresh(head, fresh);
    }

    private Verdict judgeFresh(ChainHead head, List<JournalRecord> records) {
        ChainHead current = head;
        Map<Long, String> misplaced = new HashMap<>();
        for (JournalRecord record : records) {
            RecordHeader header = record.header();
            if (header.seq() != current.seq() + 1) {
                return current.equals(head)
                        ? new Verdict.Gap(head.seq() + 1)
                        : new Verdict.Damaged(header.seq(), "the batch skips records");
            }
            if (!header.previous().equals(current.hash())) {
                return forkOrDamage(record, "does not follow the record before it");
            }
            String time = EpochRule.broken(current, record, keyEpoch);
            if (time != null) {
                return new Verdict.Damaged(header.seq(), time);
            }
            if (!totalsFollow(current.totals(), record)) {
                return new Verdict.WrongTotals(header.seq(), record.hash());
            }
            String place = EpochRule.misplaced(current, header);
            if (place != null) {
                misplaced.put(header.seq(), place);
            }
            current = current.after(record);
        }
        JournalRecord newest = records.getLast();
        if (!newest.signedBy(publicKey, signatures)) {
            return new Verdict.Damaged(newest.header().seq(), "the signature is wrong");
        }
        return new Verdict.Append(records, current, misplaced);
    }

    private Verdict forkOrDamage(JournalRecord record, String reason) {
        return record.signedBy(publicKey, signatures)
                ? new Verdict.Fork(record.header().seq(), record)
                : new Verdict.Damaged(
                        record.header().seq(), reason + ", and its signature is wrong");
    }

    /** A body that cannot be read is appended and parked, so its totals are taken as they are. */
    private static boolean totalsFollow(Totals before, JournalRecord record) {
        try {
            return record.header().totals().equals(before.plus(record.fact()));
        } catch (MalformedCborException e) {
            return true;
        }
    }
}
