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
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Issues tokens and makes counters of cards. A token makes one counter; the same card may repeat
 * its request until the token expires and becomes the same counter again, since the answer to the
 * first one may have been lost on the way.
 */
@Service
public class Enrolment {

    private static final int TOKEN_BYTES = 20;

    private final TokenStore tokens;
    private final Counters counters;
    private final Certificates certificates;
    private final EnrolmentAnswer answer;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final SecureRandom random;

    Enrolment(
            TokenStore tokens,
            Counters counters,
            Certificates certificates,
            EnrolmentAnswer answer,
            TransactionalOperator transaction,
            Clock clock,
            SecureRandom random) {
        this.tokens = tokens;
        this.counters = counters;
        this.certificates = certificates;
        this.answer = answer;
        this.transaction = transaction;
        this.clock = clock;
        this.random = random;
    }

    /** A new token by which one card can become the counter of this label at this site. */
    public Mono<String> issueToken(Counter.Place place, Duration validity) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var kept =
                new EnrolmentToken(EnrolmentToken.Hash.of(token), place, now.plus(validity), null);
        return tokens.issue(kept, now).as(transaction::transactional).thenReturn(token);
    }

    /** What the card is told, or an error that is an {@link EnrolmentRefused}. */
    public Mono<Map<String, Object>> enrol(EnrolmentRequest request) {
        return Mono.fromCallable(() -> Card.check(request))
                .flatMap(card -> admit(card).as(transaction::transactional))
                .flatMap(admitted -> answer.to(admitted.counter(), admitted.certificate()));
    }

    private Mono<Admitted> admit(Card card) {
        return tokens.lock(card.token())
                .switchIfEmpty(Mono.error(() -> new EnrolmentRefused(Reason.UNKNOWN_TOKEN)))
                .flatMap(token -> admit(card, token));
    }

    private Mono<Admitted> admit(Card card, EnrolmentToken token) {
        if (!clock.instant().isBefore(token.expiresAt())) {
            return Mono.error(new EnrolmentRefused(Reason.EXPIRED_TOKEN));
        }
        CounterId earlier = token.usedBy();
        return earlier == null ? admitNew(card, token) : admitAgain(card, earlier);
    }

    private Mono<Admitted> admitNew(Card card, EnrolmentToken token) {
        CounterId id = drawn();
        var issued = certificates.issue(id, card.keys().request());
        var keys = issued.keys(card.keys());
        return counters.enrol(id, token.place(), keys)
                .flatMap(counter ->
                        tokens.use(token.hash(), id, clock.instant())
                                .thenReturn(new Admitted(counter, issued.pem())));
    }

    private CounterId drawn() {
        byte[] bytes = new byte[CounterId.LENGTH];
        random.nextBytes(bytes);
        return CounterId.of(bytes);
    }

    private Mono<Admitted> admitAgain(Card card, CounterId id) {
        return counters.find(id)
                .filter(counter -> card.keys().areThoseOf(counter) && counter.mayConnect())
                .switchIfEmpty(Mono.error(() -> new EnrolmentRefused(Reason.USED_TOKEN)))
                .flatMap(counter -> {
                    var issued = certificates.issue(id, card.keys().request());
                    return counters.renewCertificate(id, issued.serial())
                            .thenReturn(new Admitted(counter, issued.pem()));
                });
    }

    /** A counter in the registry and the certificate it is about to be given. */
    private record Admitted(Counter counter, String certificate) {}
}
