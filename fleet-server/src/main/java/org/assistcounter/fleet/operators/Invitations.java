package org.assistcounter.fleet.operators;

import java.time.Clock;
import java.time.Duration;
import org.assistcounter.fleet.operators.store.InvitationStore;
import org.assistcounter.fleet.operators.store.PersonStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Links by which somebody chooses a password, once: a newcomer's first, or another after a lost
 * phone. Whoever keeps people never learns a password.
 */
@Service
public class Invitations {

    /** A link is good for this long. */
    public static final Duration LIFE_MAX = Duration.ofDays(3);

    private final InvitationStore store;
    private final PersonStore people;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;
    private final Tokens tokens;
    private final TransactionalOperator transaction;

    Invitations(
            InvitationStore store,
            PersonStore people,
            Passwords passwords,
            Audit audit,
            Clock clock,
            Tokens tokens,
            TransactionalOperator transaction) {
        this.store = store;
        this.people = people;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
        this.tokens = tokens;
        this.transaction = transaction;
    }

    /** Makes the one link of a person and gives its token; any before it is good no more. */
    public Mono<String> make(Operator person) {
        String token = tokens.draw();
        var now = clock.instant();
        return store.put(person, Tokens.hash(token), now, now.plus(LIFE_MAX)).thenReturn(token);
    }

    /** The address of the page behind a link, without host. */
    public static String address(String token) {
        return "/welcome/" + token;
    }

    /** Whom a link is for; empty when it is used, has ended, or is none. */
    public Mono<Operator> find(String token) {
        return store.find(Tokens.hash(token), clock.instant());
    }

    /**
     * Uses a link up: the password is this one, the second factor has to be set up anew, and
     * whatever the person had here ends. Empty when the link is good no more, or the organisation
     * forbids passwords.
     */
    public Mono<People.Recognised> accept(String token, String password) {
        return passwords
                .hash(password)
                .flatMap(hash ->
                        store.lockPerson(Tokens.hash(token))
                                .then(store.take(Tokens.hash(token), true, clock.instant()))
                                .flatMap(person -> changed(person, hash))
                                .as(transaction::transactional));
    }

    /** The hash by which a link is found again later. */
    public static String hash(String token) {
        return Tokens.hash(token);
    }

    /**
     * Uses a link up without a password, for who comes by their organisation's account from now on.
     * Empty when the link is good no more.
     *
     * @param hash of the link's token
     */
    public Mono<People.Recognised> acceptWithoutPassword(String hash) {
        return store.lockPerson(hash)
                .then(store.take(hash, false, clock.instant()))
                .flatMap(person -> people.forgetPassword(person.id()).then(endedAll(person)))
                .as(transaction::transactional);
    }

    private Mono<People.Recognised> changed(Operator person, String hash) {
        return people.setPassword(person.id(), hash).then(endedAll(person));
    }

    /** Other ways in end too: who used the link may be the only one who shall have one. */
    private Mono<People.Recognised> endedAll(Operator person) {
        return people.forgetSecondFactor(person.id())
                .then(people.forgetOtherWays(person.id()))
                .then(people.endEverythingOf(person.id()))
                .then(audit.record(person, "invitation-accepted", person.login(), ""))
                .then(people.find(person.login()))
                .map(known -> new People.Recognised(known.operator(), known.credentials()));
    }
}
