package org.assistcounter.fleet.enrolment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.enrolment.EnrolmentRefused.Reason;
import org.assistcounter.fleet.enrolment.store.TokenStore;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Issues tokens and makes counters of cards. A token makes one counter, or gives one that there is
 * new keys; the same card may repeat its request until the token expires and is told the same
 * again, since the answer to the first one may have been lost on the way.
 */
@Service
public class Enrolment {

    private static final int TOKEN_BYTES = 20;

    private final TokenStore tokens;
    private final Counters counters;
    private final Admissions admissions;
    private final EnrolmentAnswer answer;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final SecureRandom random;

    Enrolment(
            TokenStore tokens,
            Counters counters,
            Admissions admissions,
            EnrolmentAnswer answer,
            TransactionalOperator transaction,
            Clock clock,
            SecureRandom random) {
        this.tokens = tokens;
        this.counters = counters;
        this.admissions = admissions;
        this.answer = answer;
        this.transaction = transaction;
        this.clock = clock;
        this.random = random;
    }

    /** A new token by which one card can become the counter of this label at this site. */
    public Mono<String> issueToken(Counter.Place place, Duration validity) {
        return issue(place, validity, null);
    }

    /**
     * A new token by which one card can go on as the counter of this label; empty where nobody
     * carries it.
     */
    public Mono<String> renewing(String tenant, String label, Duration validity) {
        return counters.findByLabel(tenant, label)
                .flatMap(counter ->
                        counter.mayConnect()
                                ? issue(counter.place(), validity, counter.id())
                                : Mono.error(new EnrolmentRefused(Reason.OUT_OF_SERVICE)));
    }

    private Mono<String> issue(Counter.Place place, Duration validity, @Nullable CounterId renews) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var hash = EnrolmentToken.Hash.of(token);
        var kept = new EnrolmentToken(hash, place, now.plus(validity), renews, null);
        return tokens.issue(kept, now).as(transaction::transactional).thenReturn(token);
    }

    /** What the card is told, or an error that is an {@link EnrolmentRefused}. */
    public Mono<Map<String, Object>> enrol(EnrolmentRequest request) {
        return Mono.fromCallable(() -> Card.check(request))
                .flatMap(card -> admit(card).as(transaction::transactional))
                .doOnNext(this::renewed)
                .flatMap(answer::to);
    }

    /** After the commit: who comes back with the old keys is not let in. */
    private void renewed(Admitted admitted) {
        if (admitted.isReplaced()) {
            counters.dismiss(admitted.counter().id());
        }
    }

    private Mono<Admitted> admit(Card card) {
        return tokens.lock(card.token())
                .switchIfEmpty(Mono.error(() -> new EnrolmentRefused(Reason.UNKNOWN_TOKEN)))
                .flatMap(token ->
                        clock.instant().isBefore(token.expiresAt()) || token.hasRenewed()
                                ? admissions.admit(card, token)
                                : Mono.error(new EnrolmentRefused(Reason.EXPIRED_TOKEN)));
    }
}
