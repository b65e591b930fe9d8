package org.assistcounter.fleet.ingest;

import java.util.function.LongFunction;
import org.assistcounter.fleet.ingest.Ruling.Disbelief;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.sync.Hello;
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
     * @param knownHashes the hash of a known record by its number; null when it is not known
     */
    public static Ruling greeted(
            ChainHead head, Hello hello, LongFunction<@Nullable Hash> knownHashes) {
        if (asksForHash(head, hello)) {
            return hello.headHash().equals(knownHashes.apply(hello.headSeq()))
                    ? new Ruling.Resumed(head)
                    : told(Disbelief.ROLLBACK, "the journal is shorter than it was");
        }
        if (hello.headSeq() == head.seq() && !hello.headHash().equals(head.hash())) {
            return told(Disbelief.FORK, "the journal ends in another record");
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
            case Verdict.Fork fork ->
                    untold(Disbelief.FORK, "another record " + fork.seq() + " is known");
            case Verdict.Damaged damaged ->
                    untold(Disbelief.DAMAGED, "record " + damaged.seq() + ": " + damaged.reason());
            case Verdict.WrongTotals totals ->
                    untold(Disbelief.WRONG_TOTALS, "record " + totals.seq());
        };
    }

    private static Ruling told(Disbelief why, String reason) {
        return new Ruling.Disbelieved(why, reason, true);
    }

    private static Ruling untold(Disbelief why, String reason) {
        return new Ruling.Disbelieved(why, reason, false);
    }
}
