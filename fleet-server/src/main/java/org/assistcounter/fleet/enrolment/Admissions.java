package org.assistcounter.fleet.enrolment;

import java.security.SecureRandom;
import java.time.Clock;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.enrolment.EnrolmentRefused.Reason;
import org.assistcounter.fleet.enrolment.store.TokenStore;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What becomes of a card that shows a token which is good; in the caller's transaction. */
@Component
class Admissions {
    private final TokenStore tokens;
    private final Counters counters;
    private final Certificates certificates;
    private final Renewals renewals;
    private final Clock clock;
    private final SecureRandom random;

    Admissions(
            TokenStore tokens,
            Counters counters,
            Certificates certificates,
            Renewals renewals,
            Clock clock,
            SecureRandom random) {
        this.tokens = tokens;
        this.counters = counters;
        this.certificates = certificates;
        this.renewals = renewals;
        this.clock = clock;
        this.random = random;
    }

    Mono<Admitted> admit(Card shown, EnrolmentToken token) {
        CardKeys card = shown.keys();
        CounterId renewed = token.renews();
        CounterId earlier = token.usedBy();
        if (renewed != null) {
            return earlier == null
                    ? renewals.begin(shown, renewed)
                            .flatMap(admitted -> used(token, renewed).thenReturn(admitted))
                    : renewals.again(card, renewed);
        }
        return earlier == null ? admitNew(card, token) : admitAgain(card, earlier);
    }

    private Mono<Void> used(EnrolmentToken token, CounterId by) {
        return tokens.use(token.hash(), by, clock.instant());
    }

    private Mono<Admitted> admitNew(CardKeys card, EnrolmentToken token) {
        CounterId id = drawn();
        var issued = certificates.issue(id, card.request());
        return counters.enrol(id, token.place(), issued.keys(card))
                .flatMap(
                        counter -> used(token, id).thenReturn(new Admitted(counter, issued.pem())));
    }

    private CounterId drawn() {
        byte[] bytes = new byte[CounterId.LENGTH];
        random.nextBytes(bytes);
        return CounterId.of(bytes);
    }

    /** Its journal begins with the certificate that it was given first, so it gets that again. */
    private Mono<Admitted> admitAgain(CardKeys card, CounterId id) {
        return counters.find(id)
                .filter(counter -> card.areThoseOf(counter) && counter.mayConnect())
                .flatMap(counter ->
                        Mono.justOrEmpty(
                                        certificates.kept(
                                                counter.keys().enrolmentCertificate(),
                                                card.request()))
                                .map(issued -> new Admitted(counter, issued.pem())))
                .switchIfEmpty(Mono.error(() -> new EnrolmentRefused(Reason.USED_TOKEN)));
    }
}
