package org.assistcounter.fleet.operators;

import java.time.Clock;
import java.time.Duration;
import org.assistcounter.fleet.operators.store.OnceStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Knows which forms were taken, by the word that each page was drawn with, so that a form that is
 * sent again does nothing. Asked within the transaction of its deed: what is taken back has used no
 * form. Deeds that are over when they are done need none of this.
 */
@Service
public class Once {
    /** Longer than any page stays open. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final OnceStore store;
    private final Clock clock;

    Once(OnceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Whether a person's form was not taken yet; one without a word is always another. */
    public Mono<Boolean> isFirst(Operator by, String word) {
        if (word.isEmpty()) {
            return Mono.just(true);
        }
        var now = clock.instant();
        return store.forget(now.minus(KEPT)).then(store.take(by, Tokens.hash(word), now));
    }
}
