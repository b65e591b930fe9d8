package org.assistcounter.fleet.enrolment;

import java.time.Clock;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.counters.JournalKey;
import org.assistcounter.fleet.counters.JournalKeys;
import org.assistcounter.fleet.enrolment.EnrolmentRefused.Reason;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gives a counter that there is the keys of another card, or new ones of the same card. What the
 * old keys are worth ends in the same transaction.
 */
@Component
class Renewals {
    private final Counters counters;
    private final JournalKeys keys;
    private final Certificates certificates;
    private final ObjectProvider<JournalBase.Keeper> journals;
    private final Clock clock;

    Renewals(
            Counters counters,
            JournalKeys keys,
            Certificates certificates,
            ObjectProvider<JournalBase.Keeper> journals,
            Clock clock) {
        this.counters = counters;
        this.keys = keys;
        this.certificates = certificates;
        this.journals = journals;
        this.clock = clock;
    }

    Mono<Admitted> begin(Card card, CounterId id) {
        return carrier(id)
                .filter(counter -> !card.keys().areThoseOf(counter))
                .switchIfEmpty(refused(Reason.SAME_KEY))
                .flatMap(counter ->
                        journals.getObject()
                                .close(counter)
                                .switchIfEmpty(refused(Reason.NOTHING_TO_GO_ON))
                                .filter(base -> card.mayGoOnBehind(base.head()))
                                .switchIfEmpty(refused(Reason.JOURNAL_NOT_WHOLE))
                                .flatMap(base -> begin(counter, card.keys(), base)));
    }

    private Mono<Admitted> begin(Counter counter, CardKeys card, JournalBase base) {
        var issued = certificates.issue(counter.id(), card.request());
        var next =
                new JournalKey(
                        base.epoch(),
                        card.journalPublicKey(),
                        issued.serial(),
                        issued.derBase64(),
                        base.head().seq() + 1,
                        base.note(),
                        clock.instant());
        return keys.begin(counter, next)
                .filter(isDone -> isDone)
                .switchIfEmpty(refused(Reason.USED_TOKEN))
                .thenReturn(new Admitted(counter, issued.pem(), base, true));
    }

    /** The answer was lost, or the card has begun to go on: it is told the same again. */
    Mono<Admitted> again(CardKeys card, CounterId id) {
        return carrier(id)
                .filter(card::areThoseOf)
                .flatMap(counter ->
                        keys.of(counter)
                                .map(all -> all.getLast())
                                .flatMap(key -> again(counter, card, key)))
                .switchIfEmpty(refused(Reason.USED_TOKEN));
    }

    private Mono<Admitted> again(Counter counter, CardKeys card, JournalKey key) {
        return Mono.justOrEmpty(certificates.kept(key.certificate(), card.request()))
                .flatMap(issued ->
                        journals.getObject()
                                .of(counter, key)
                                .map(base -> new Admitted(counter, issued.pem(), base, false)));
    }

    private Mono<Counter> carrier(CounterId id) {
        return counters.find(id)
                .filter(Counter::mayConnect)
                .switchIfEmpty(refused(Reason.OUT_OF_SERVICE));
    }

    private static <T> Mono<T> refused(Reason reason) {
        return Mono.error(() -> new EnrolmentRefused(reason));
    }
}
