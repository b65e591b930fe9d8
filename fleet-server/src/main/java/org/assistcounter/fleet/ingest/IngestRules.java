package org.assistcounter.fleet.ingest;

import java.util.function.LongFunction;
import org.assistcounter.fleet.ingest.Ruling.Disbelief;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about a greeting and about a batch that was judged. Pure: the desks fetch what it
 * asks for and carry out what it says, and so does a simulation.
 */
public final class IngestRules {

    private IngestRules() {}

    /** Whether {@link #greeted} asks for the hash of the record that the greeting ends in. */
    static boolean asksForHash(ChainHead head, Hello hello) {
        return hello.headSeq() < head.seq();
    }

    /**
     * A greeting that was true once and comes late or twice is no rollback. A card that was put
     * back cannot say so: its start has written a record that nobody knows.
     *
     * @param keyEpoch the epoch of the counter's key; who greets from an earlier one is a card that
     *     was replaced, and nothing that it says is the counter's
     * @param knownHashes the hash of a known record by its number; null when it is not known
     */
    public static Ruling greeted(
            ChainHead head, long keyEpoch, Hello hello, LongFunction<@Nullable Hash> knownHashes) {
        if (hello.epoch() < keyEpoch) {
            return new Ruling.Disbelieved(
                    Disbelief.DAMAGED,
                    "of epoch " + hello.epoch() + ", and the key is of epoch " + keyEpoch,
                    null);
        }
        if (asksForHash(head, hello)) {
            return hello.headHash().equals(knownHashes.apply(hello.headSeq()))
                    ? new Ruling.Resumed(head)
                    : refused(Disbelief.ROLLBACK, hello, "the journal is shorter than it was");
        }
        if (hello.headSeq() == head.seq() && !hello.headHash().equals(head.hash())) {
            return refused(Disbelief.FORK, hello, "the journal ends in another record");
        }
        return new Ruling.Resumed(head);
    }

    /**
     * A batch.
     *
     * @param before where the journal stood before it
     */
    public static Ruling received(ChainHead before, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Append append -> new Ruling.Confirmed(append.head());
            case Verdict.Duplicate _ -> new Ruling.Confirmed(before);
            case Verdict.Gap gap -> new Ruling.Wanted(gap.expectedSeq());
            case Verdict.Fork(long seq, JournalRecord record) ->
                    refused(
                            Disbelief.FORK,
                            seq,
                            record.hash(),
                            "another record " + seq + " is known");
            case Verdict.Damaged damaged ->
                    new Ruling.Disbelieved(
                            Disbelief.DAMAGED,
                            "record " + damaged.seq() + ": " + damaged.reason(),
                            null);
            case Verdict.WrongTotals(long seq, Hash hash) ->
                    refused(Disbelief.WRONG_TOTALS, seq, hash, "record " + seq);
        };
    }

    private static Ruling refused(Disbelief why, Hello hello, String reason) {
        return refused(why, hello.headSeq(), hello.headHash(), reason);
    }

    private static Ruling refused(Disbelief why, long seq, Hash hash, String reason) {
        return new Ruling.Disbelieved(why, reason, new Refusal(why.word(), seq, hash, reason));
    }
}
