package org.assistcounter.fleet.ingest;

import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.enrolment.AnswerKey;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.fleet.wallets.Attempts;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.sync.Topics;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The ask lane's end: a question in, a signed answer out. */
@Component
class QuestionDesk {
    private final Attempts attempts;
    private final AnswerKey key;
    private final Replies replies;
    private final Refusals refusals;

    QuestionDesk(Attempts attempts, AnswerKey key, Replies replies, Refusals refusals) {
        this.attempts = attempts;
        this.key = key;
        this.replies = replies;
        this.refusals = refusals;
    }

    Mono<Void> received(Counter counter, Uplink message) {
        try {
            Question question = Question.decode(message.payload());
            return attempts.ask(counter, question).flatMap(answer -> send(counter, answer));
        } catch (MalformedCborException e) {
            return refusals.keep(counter, message, "malformed", String.valueOf(e.getMessage()))
                    .then(refuse(counter, message));
        }
    }

    /** A shopper waits before the screen while nobody knows the code: that much can be said. */
    private Mono<Void> refuse(Counter counter, Uplink message) {
        return Question.attemptOfUnknownCode(message.payload())
                .map(attempt -> attempts.refuse(counter, attempt).flatMap(a -> send(counter, a)))
                .orElseGet(Mono::empty);
    }

    private Mono<Void> send(Counter counter, Answer answer) {
        return replies.send(counter.id(), Topics.ANSWER, answer.sign(counter.id(), key));
    }
}
