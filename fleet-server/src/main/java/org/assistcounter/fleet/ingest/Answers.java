package org.assistcounter.fleet.ingest;

import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.enrolment.AnswerKey;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.protocol.sync.Topics;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carries out a {@link Ruling}: keeps what is not believed, and says what there is to say. */
@Component
class Answers {
    private final Replies replies;
    private final Refusals refusals;
    private final AnswerKey key;

    Answers(Replies replies, Refusals refusals, AnswerKey key) {
        this.replies = replies;
        this.refusals = refusals;
        this.key = key;
    }

    Mono<Void> give(Counter counter, Uplink message, Ruling ruling) {
        Mono<Void> kept =
                ruling instanceof Ruling.Disbelieved disbelieved
                        ? refusals.keep(
                                counter, message, disbelieved.why().word(), disbelieved.reason())
                        : Mono.empty();
        return kept.thenMany(Flux.fromIterable(ruling.words()))
                .concatMap(word -> say(counter, word))
                .then();
    }

    private Mono<Void> say(Counter counter, Ruling.Word word) {
        return switch (word) {
            case Ruling.Word.Checkpoint checkpoint -> replies.checkpoint(checkpoint.head());
            case Ruling.Word.Sync sync -> replies.sync(counter.id(), sync.answer());
            case Ruling.Word.Refused refused ->
                    replies.send(
                            counter.id(),
                            Topics.REFUSAL,
                            refused.refusal().sign(counter.id(), key));
        };
    }
}
