package org.assistcounter.fleet.enrolment;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.enrolment.EnrolmentRefused.Reason;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Makes counters of many cards in one transaction. Nobody's card is replaced here: a label that
 * another card carries is refused, and the same card under its label becomes the same counter
 * again, since the answer to the first request may have been lost on the way.
 */
@Service
public class BatchEnrolment {
    private static final int TRIES = 3;

    private final Counters counters;
    private final Certificates certificates;
    private final EnrolmentAnswer answer;
    private final TransactionalOperator transaction;
    private final SecureRandom random;

    BatchEnrolment(
            Counters counters,
            Certificates certificates,
            EnrolmentAnswer answer,
            TransactionalOperator transaction,
            SecureRandom random) {
        this.counters = counters;
        this.certificates = certificates;
        this.answer = answer;
        this.transaction = transaction;
        this.random = random;
    }

    /** What became of each card. The caller has checked that the site is the tenant's. */
    public Mono<Batch.Answer> enrol(String tenant, String site, List<Batch.NewCard> cards) {
        return Flux.fromIterable(cards)
                .flatMapSequential(card ->
                        Mono.fromCallable(() -> check(card)).subscribeOn(Schedulers.parallel()))
                .collectList()
                .flatMap(checked ->
                        admit(tenant, site, checked)
                                .as(transaction::transactional)
                                // The same cards at once: who comes second finds them there.
                                .retryWhen(
                                        Retry.max(TRIES)
                                                .filter(DuplicateKeyException.class::isInstance)));
    }

    /**
     * A card that was looked at.
     *
     * @param keys null when it is refused
     * @param reason null when it is not
     */
    private record Checked(String label, @Nullable CardKeys keys, @Nullable Reason reason) {}

    private static Checked check(Batch.NewCard card) {
        String label = String.valueOf(card.label());
        try {
            if (CardKeys.isMissing(card.label())) {
                throw new EnrolmentRefused(Reason.INCOMPLETE);
            }
            var keys = CardKeys.check(card.csr(), card.journalPublicKey(), card.proof());
            return new Checked(label, keys, null);
        } catch (EnrolmentRefused refused) {
            return new Checked(label, null, refused.reason());
        }
    }

    private Mono<Batch.Answer> admit(String tenant, String site, List<Checked> cards) {
        return counters.findByLabels(tenant, cards.stream().map(Checked::label).toList())
                .collectMap(counter -> counter.place().label())
                .publishOn(Schedulers.parallel())
                .flatMap(known -> {
                    Admission admission = new Admission(known);
                    cards.forEach(card ->
                            admission.decide(new Counter.Place(tenant, site, card.label()), card));
                    return admission.keep();
                });
    }

    private CounterId drawn() {
        byte[] bytes = new byte[CounterId.LENGTH];
        random.nextBytes(bytes);
        return CounterId.of(bytes);
    }

    /** One batch while it is decided. */
    private final class Admission {
        private final Map<String, Counter> carriers;
        private final List<Counter> fresh = new ArrayList<>();
        private final Map<CounterId, Certificates.Issued> renewed = new HashMap<>();
        private final List<Batch.Made> made = new ArrayList<>();
        private final List<Batch.Refused> refused = new ArrayList<>();

        /**
         * @param known who carries one of the labels now
         */
        Admission(Map<String, Counter> known) {
            this.carriers = new HashMap<>(known);
        }

        void decide(Counter.Place place, Checked card) {
            CardKeys keys = card.keys();
            if (keys == null) {
                refuse(place, card.reason() == null ? Reason.INCOMPLETE : card.reason());
                return;
            }
            Counter carrier = carriers.get(place.label());
            if (carrier == null) {
                make(place, keys);
            } else if (keys.areThoseOf(carrier)) {
                var issued = again(carrier, keys);
                renewed.put(carrier.id(), issued);
                made.add(new Batch.Made(place.label(), carrier.id().hex(), issued.pem()));
            } else {
                refuse(place, Reason.LABEL_CARRIED);
            }
        }

        /** Its journal begins with the certificate that it was given first. */
        private Certificates.Issued again(Counter carrier, CardKeys keys) {
            return certificates
                    .kept(carrier.keys().enrolmentCertificate(), keys.request())
                    .orElseGet(() -> certificates.issue(carrier.id(), keys.request()));
        }

        private void make(Counter.Place place, CardKeys keys) {
            CounterId id = drawn();
            var issued = certificates.issue(id, keys.request());
            Counter counter = counters.enrolled(id, place, issued.keys(keys));
            carriers.put(place.label(), counter);
            fresh.add(counter);
            made.add(new Batch.Made(place.label(), id.hex(), issued.pem()));
        }

        private void refuse(Counter.Place place, Reason reason) {
            refused.add(new Batch.Refused(place.label(), reason.words()));
        }

        Mono<Batch.Answer> keep() {
            return counters.addAll(fresh)
                    .thenMany(Flux.fromIterable(renewed.entrySet()))
                    .concatMap(each ->
                            counters.renewCertificate(
                                    each.getKey(),
                                    each.getValue().serial(),
                                    each.getValue().derBase64()))
                    .then(
                            Mono.fromSupplier(
                                    () -> new Batch.Answer(answer.common(), made, refused)));
        }
    }
}
