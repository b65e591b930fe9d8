package org.assistcounter.protocol.journal;

import java.util.List;
import java.util.Map;

/** What a batch of records is, seen from the journal's known head. */
public sealed interface Verdict {

    /**
     * These records continue the journal; duplicates before them are left out.
     *
     * @param misplaced what is wrong with a record's place in the journal, by its number: it is
     *     taken, so that the sync goes on, and kept for a person
     */
    record Append(List<JournalRecord> records, ChainHead head, Map<Long, String> misplaced)
            implements Verdict {
        public Append {
            records = List.copyOf(records);
            misplaced = Map.copyOf(misplaced);
        }
    }

    /** All of it is known already, byte for byte. */
    record Duplicate() implements Verdict {}

    /** Records are missing before it; this one is wanted next. */
    record Gap(long expectedSeq) implements Verdict {}

    /** A correctly signed record contradicts one that is known: two journals exist. */
    record Fork(long seq, JournalRecord record) implements Verdict {}

    /** Changed or broken bytes, a wrong signature, a record of another counter. */
    record Damaged(long seq, String reason) implements Verdict {}

    /** The running totals do not follow from the facts. */
    record WrongTotals(long seq, Hash hash) implements Verdict {}
}
