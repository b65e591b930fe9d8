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
    private final SignatureCheck signatures;
    private final LongFunction<@Nullable Hash> knownHashes;

    /**
     * @param publicKey the counter's journal key
     * @param knownHashes the hash of a known record by its number; null when it is not known
     */
    public ChainCheck(
            byte[] publicKey, SignatureCheck signatures, LongFunction<@Nullable Hash> knownHashes) {
        this.publicKey = publicKey.clone();
        this.keyId = RecordHeader.KeyId.of(publicKey);
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
        for (JournalRecord record : records) {
            String foreign = foreign(head, record);
            if (foreign != null) {
                return new Verdict.Damaged(record.header().seq(), foreign);
            }
        }
        return judgeKnown(head, records);
    }

    private @Nullable String foreign(ChainHead head, JournalRecord record) {
        if (!record.header().counter().equals(head.counter())) {
            return "a record of counter " + record.header().counter();
        }
        if (!record.header().keyId().equals(keyId)) {
            return "signed with another key";
        }
        return null;
    }

    private Verdict judgeKnown(ChainHead head, List<JournalRecord> records) {
        List<JournalRecord> fresh = new ArrayList<>();
        for (JournalRecord record : records) {
            long seq = record.header().seq();
            if (seq > head.seq()) {
                fresh.add(record);
                continue;
            }
            Hash known = knownHashes.apply(seq);
            if (known != null && !known.equals(record.hash())) {
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
            if (header.epoch() != current.epoch() || header.boot() < current.boot()) {
                return new Verdict.Damaged(header.seq(), "epoch or boot goes backwards");
            }
            if (!totalsFollow(current.totals(), record)) {
                return new Verdict.WrongTotals(header.seq(), record.hash());
            }
            String place = misplacedAfter(current, header);
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

    /** A journal begins, and a boot changes, with the record of a start. */
    private static @Nullable String misplacedAfter(ChainHead before, RecordHeader header) {
        boolean starts = header.type() == FactType.BOOTED.number();
        if (before.seq() == 0) {
            return starts || header.type() == FactType.COMMISSIONED.number()
                    ? null
                    : "the journal does not begin with a start";
        }
        return starts || header.boot() == before.boot() ? null : "a new boot without its start";
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
