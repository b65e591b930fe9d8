package org.assistcounter.fleet.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.Verdict;

/**
 * Judges the batches of a group one after another, each counter's against what came of the one
 * before it. Pure.
 */
final class GroupJudge {
    private final Map<CounterId, ChainHead> locked;
    private final Map<CounterId, ChainHead> heads;
    private final Map<CounterId, Map<Long, Hash>> known = new HashMap<>();
    private final Map<CounterId, Evidence.Appended> appended = new LinkedHashMap<>();

    /**
     * @param locked where the journals stand
     * @param known the hashes of the records that {@link #asked} names
     */
    GroupJudge(Map<CounterId, ChainHead> locked, Map<CounterId, Map<Long, Hash>> known) {
        this.locked = Map.copyOf(locked);
        this.heads = new HashMap<>(locked);
        known.forEach((counter, hashes) -> this.known.put(counter, new HashMap<>(hashes)));
    }

    /** The records that are known already, whose hashes have to be compared. */
    static Map<CounterId, Set<Long>> asked(List<Arrived> group, Map<CounterId, ChainHead> locked) {
        Map<CounterId, Set<Long>> asked = new HashMap<>();
        for (Arrived batch : group) {
            CounterId counter = batch.counter().id();
            List<Long> seqs = batch.knownSeqs(head(locked, counter));
            if (!seqs.isEmpty()) {
                asked.computeIfAbsent(counter, _ -> new HashSet<>()).addAll(seqs);
            }
        }
        return asked;
    }

    /** The next batch. */
    Judged judge(Arrived batch) {
        CounterId counter = batch.counter().id();
        ChainHead head = head(heads, counter);
        Map<Long, Hash> hashes = known.getOrDefault(counter, Map.of());
        Verdict verdict = batch.judge(head, hashes::get);
        if (verdict instanceof Verdict.Append append) {
            append(batch, append);
        }
        return new Judged(verdict, head);
    }

    private void append(Arrived batch, Verdict.Append append) {
        CounterId counter = batch.counter().id();
        heads.put(counter, append.head());
        Map<Long, Hash> hashes = known.computeIfAbsent(counter, _ -> new HashMap<>());
        append.records().forEach(record -> hashes.put(record.header().seq(), record.hash()));
        Evidence.Appended before = appended.get(counter);
        List<JournalRecord> records =
                new ArrayList<>(before == null ? List.of() : before.records());
        records.addAll(append.records());
        appended.put(
                counter,
                new Evidence.Appended(
                        batch.counter().place().tenant(),
                        records,
                        head(locked, counter),
                        append.head(),
                        batch.isSigned() && (before == null || before.isSigned())));
    }

    /** What the journals have grown by. */
    List<Evidence.Appended> appended() {
        return List.copyOf(appended.values());
    }

    private static ChainHead head(Map<CounterId, ChainHead> heads, CounterId counter) {
        ChainHead head = heads.get(counter);
        if (head == null) {
            throw new IllegalStateException("The journal of " + counter + " was not locked.");
        }
        return head;
    }
}
