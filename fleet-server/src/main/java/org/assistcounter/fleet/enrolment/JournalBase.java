package org.assistcounter.fleet.enrolment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.JournalKey;
import org.assistcounter.protocol.journal.ChainHead;
import reactor.core.publisher.Mono;

/**
 * Where a journal goes on with another key.
 *
 * @param epoch that of the key
 * @param head the record that it goes on behind
 * @param note the fleet's signed checkpoint of that record
 */
public record JournalBase(long epoch, ChainHead head, String note) {

    /** Who keeps the journals, and knows enrolment, which cannot know it. */
    public interface Keeper {

        /**
         * Closes the epoch of the key that a counter has, in the caller's transaction: nothing that
         * this key signs is taken any more. Empty where nothing is committed; refused where the
         * counter has another key by now.
         */
        Mono<JournalBase> close(Counter counter);

        /** What was said when this key was given its place. */
        Mono<JournalBase> of(Counter counter, JournalKey key);
    }

    /** As the card is told. */
    Map<String, Object> words() {
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("charged", head.totals().chargedMinor());
        totals.put("refunded", head.totals().refundedMinor());
        totals.put("dispensed", head.totals().dispensed());
        totals.put("sales", head.totals().sales());
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("epoch", epoch);
        words.put("seq", head.seq());
        words.put("hash", head.hash().toString());
        words.put("baseEpoch", head.epoch());
        words.put("baseBoot", head.boot());
        words.put("totals", totals);
        words.put("note", note);
        return words;
    }
}
