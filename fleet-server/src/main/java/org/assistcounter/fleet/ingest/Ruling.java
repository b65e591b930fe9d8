package org.assistcounter.fleet.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.sync.Refusal;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.jspecify.annotations.Nullable;

/** What the fleet makes of a message about a counter's journal. */
public sealed interface Ruling {

    /** Everything up to here is committed. */
    record Confirmed(ChainHead head) implements Ruling {}

    /** Everything up to here is committed, and the counter is to go on after it. */
    record Resumed(ChainHead head) implements Ruling {}

    /** Everything up to here is committed, and the counter is to go on later. */
    record Postponed(ChainHead head, long millis) implements Ruling {}

    /** Records before these are missing. */
    record Wanted(long fromSeq) implements Ruling {}

    /**
     * It is not believed and kept for a person.
     *
     * @param told what the counter is told, upon which it stops selling; null when the message may
     *     not even be the counter's own
     */
    record Disbelieved(Disbelief why, String reason, @Nullable Refusal told) implements Ruling {}

    /** Why a journal is not believed. */
    enum Disbelief {
        /** It is shorter than it was: an older card image, or a twin that is behind. */
        ROLLBACK,
        /** It contradicts what is known: two journals exist. */
        FORK,
        DAMAGED,
        WRONG_TOTALS;

        /** The word in tables and on pages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the fleet then says to the counter. */
    sealed interface Word {
        /** A signed checkpoint of this head. */
        record Checkpoint(ChainHead head) implements Word {}

        /** Where to go on. */
        record Sync(SyncAnswer answer) implements Word {}

        /** That the journal is not believed. */
        record Refused(Refusal refusal) implements Word {}
    }

    /** What is said to the counter, in this order. */
    default List<Word> words() {
        return switch (this) {
            case Confirmed(ChainHead head) -> checkpoint(head);
            case Resumed(ChainHead head) when head.seq() == 0 -> List.of(resume(1));
            case Resumed(ChainHead head) ->
                    List.of(new Word.Checkpoint(head), resume(head.seq() + 1));
            case Postponed(ChainHead head, long millis) -> {
                List<Word> words = new ArrayList<>(checkpoint(head));
                words.add(new Word.Sync(new SyncAnswer.Wait(millis)));
                yield words;
            }
            case Wanted(long fromSeq) -> List.of(resume(fromSeq));
            case Disbelieved(Disbelief _, String _, Refusal told) ->
                    told == null ? List.of() : List.of(new Word.Refused(told));
        };
    }

    private static List<Word> checkpoint(ChainHead head) {
        return head.seq() == 0 ? List.of() : List.of(new Word.Checkpoint(head));
    }

    private static Word resume(long fromSeq) {
        return new Word.Sync(new SyncAnswer.Resume(fromSeq));
    }
}
