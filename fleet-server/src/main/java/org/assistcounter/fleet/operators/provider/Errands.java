package org.assistcounter.fleet.operators.provider;

import java.time.Clock;
import org.assistcounter.fleet.database.SqlStates;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Invitations;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Sessions;
import org.assistcounter.fleet.operators.store.ProviderAccountStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Does what somebody went to a provider for, once it is known whose account they have there. Nobody
 * becomes one of our people by having one: an account is bound by who was invited or is signed in.
 */
@Service
public class Errands {

    private final ProviderAccountStore accounts;
    private final Invitations invitations;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    Errands(
            ProviderAccountStore accounts,
            Invitations invitations,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** The account of a person; empty where none is bound. */
    public Mono<BoundAccount> accountOf(Operator person) {
        return accounts.of(person.id());
    }

    /** Binds a person to no account any more; whether that was done. */
    public Mono<Boolean> release(Operator person) {
        return accounts.release(person.id())
                .flatMap(isReleased ->
                        isReleased
                                ? audit.record(
                                                person.atHome(),
                                                "account-released",
                                                person.login(),
                                                "")
                                        .thenReturn(true)
                                : Mono.just(false))
                .as(transaction::transactional);
    }

    Mono<Arrival> run(Provider provider, Errand errand, Identity identity) {
        Mono<Arrival> done =
                switch (errand) {
                    case Errand.SignIn _ -> signIn(provider, identity);
                    case Errand.Accept(String invitation) -> accept(provider, invitation, identity);
                    case Errand.Bind bind -> bind(provider, bind, identity);
                };
        return done.onErrorResume(Taken.class, taken -> Mono.just(new Arrival.Refused("taken")))
                .onErrorResume(
                        SqlStates::isOfTheValues,
                        atOnce -> Mono.just(new Arrival.Refused("taken")));
    }

    private Mono<Arrival> signIn(Provider provider, Identity identity) {
        return accounts.use(
                        provider.tenant(), identity.issuer(), identity.subject(), clock.instant())
                .<Arrival>map(person -> recognised(person, provider, identity))
                .switchIfEmpty(Mono.defer(() -> unknown(provider, identity)));
    }

    /** Somebody of the organisation whom we do not know, or keep out. */
    private Mono<Arrival> unknown(Provider provider, Identity identity) {
        return audit.note(
                        provider.tenant(), "account-refused", identity.subject(), identity.issuer())
                .thenReturn(new Arrival.Refused("unknown"));
    }

    private Mono<Arrival> accept(Provider provider, String invitation, Identity identity) {
        return invitations
                .acceptWithoutPassword(invitation)
                .filter(person -> person.operator().home().equals(provider.tenant()))
                .flatMap(person ->
                        bound(person.operator(), identity)
                                .thenReturn(recognised(person, provider, identity)))
                .switchIfEmpty(Mono.error(() -> new Taken("invitation")))
                .as(transaction::transactional)
                .onErrorResume(
                        Taken.class,
                        taken ->
                                Mono.just(
                                        new Arrival.Refused(
                                                taken.isInvitation() ? "link-used" : "taken")));
    }

    private Mono<Arrival> bind(Provider provider, Errand.Bind errand, Identity identity) {
        return accounts.still(errand.person(), errand.credentials())
                .filter(person -> person.home().equals(provider.tenant()))
                .flatMap(person -> bound(person, identity).<Arrival>thenReturn(new Arrival.Bound()))
                .defaultIfEmpty(new Arrival.Refused("over"))
                .as(transaction::transactional);
    }

    private Mono<Void> bound(Operator person, Identity identity) {
        return accounts.bind(person, identity.issuer(), identity.subject(), clock.instant())
                .flatMap(isBound ->
                        isBound
                                ? audit.record(
                                        person,
                                        "account-bound",
                                        person.login(),
                                        identity.issuer() + " " + identity.subject())
                                : Mono.error(new Taken("account")));
    }

    private Arrival recognised(People.Recognised person, Provider provider, Identity identity) {
        return new Arrival.Recognised(
                person,
                identity.isByTwoFactors(provider.acr(), clock.instant(), Sessions.LIFE_MAX));
    }

    /** Takes back what the transaction has done so far. */
    private static final class Taken extends RuntimeException {

        private static final long serialVersionUID = 1;

        Taken(String what) {
            super(what, null, false, false);
        }

        boolean isInvitation() {
            return "invitation".equals(getMessage());
        }
    }
}
