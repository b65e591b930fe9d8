package org.assistcounter.fleet.operators;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assistcounter.fleet.operators.store.PersonStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where an administrator keeps the people of the own tenant. Each deed and its line in the audit
 * are one transaction. Nobody changes what they may do themselves, so a tenant that has an
 * administrator keeps one.
 */
@Service
public class PeopleDesk {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");
    private static final int NAME_LENGTH_MAX = 100;

    private final People people;
    private final PersonStore store;
    private final Invitations invitations;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random;
    private final TransactionalOperator transaction;

    PeopleDesk(
            People people,
            PersonStore store,
            Invitations invitations,
            Audit audit,
            Clock clock,
            SecureRandom random,
            TransactionalOperator transaction) {
        this.people = people;
        this.store = store;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
        this.transaction = transaction;
    }

    /** What became of a wish. */
    public sealed interface Outcome {

        /** It is done, and this link lets the person choose a password. */
        record Linked(String login, String token) implements Outcome {}

        /** It is done. */
        record Done() implements Outcome {}

        /** Nothing is changed. */
        enum Refused implements Outcome {
            LOGIN_TAKEN,
            WRONG_LOGIN,
            NO_NAME,
            NO_ROLE,
            ONESELF,
            NO_SUCH_PERSON,
            IS_DISABLED;

            /** The end of a message's name. */
            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /** All people of the tenant, those who may sign in first. */
    public Flux<Person> list(Operator by) {
        return store.list(by.tenant(), clock.instant());
    }

    /** Adds somebody who chooses a password by a link. */
    public Mono<Outcome> invite(Operator by, String login, String name, Set<Role> roles) {
        var person = new People.Newcomer(by.tenant(), login, name.strip(), roles, null);
        if (!LOGIN.matcher(person.login()).matches()) {
            return Mono.just(Outcome.Refused.WRONG_LOGIN);
        }
        if (person.name().isEmpty() || person.name().length() > NAME_LENGTH_MAX) {
            return Mono.just(Outcome.Refused.NO_NAME);
        }
        if (roles.isEmpty()) {
            return Mono.just(Outcome.Refused.NO_ROLE);
        }
        UUID id = new UUID(random.nextLong(), random.nextLong());
        return people.addIfMissing(id, person)
                .flatMap(isAdded ->
                        isAdded
                                ? linked(by, id, "person-invited", words(roles))
                                : Mono.just(Outcome.Refused.LOGIN_TAKEN))
                .as(transaction::transactional);
    }

    /** Makes another link, as for a lost phone. Until it is used all stays as it is. */
    public Mono<Outcome> link(Operator by, UUID id) {
        return linked(by, id, "person-linked", "").as(transaction::transactional);
    }

    /** Keeps somebody out from now on, wherever they are signed in. */
    public Mono<Outcome> disable(Operator by, UUID id) {
        return onAnother(
                by,
                id,
                person -> people.disable(id).then(record(by, "person-disabled", person, "")));
    }

    /** Lets somebody in again, who signs in as before. */
    public Mono<Outcome> enable(Operator by, UUID id) {
        return onAnother(
                by,
                id,
                person ->
                        store.setDisabled(id, false)
                                .then(record(by, "person-enabled", person, "")));
    }

    /** Gives somebody these roles instead of the ones before; they hold at the next request. */
    public Mono<Outcome> setRoles(Operator by, UUID id, Set<Role> roles) {
        return roles.isEmpty()
                ? Mono.just(Outcome.Refused.NO_ROLE)
                : onAnother(
                        by,
                        id,
                        person ->
                                store.setRoles(person.operator(), roles)
                                        .then(record(by, "person-roles", person, words(roles))));
    }

    private Mono<Outcome> linked(Operator by, UUID id, String action, String detail) {
        return find(by, id)
                .<Outcome>flatMap(person ->
                        person.isDisabled()
                                ? Mono.just(Outcome.Refused.IS_DISABLED)
                                : record(by, action, person, detail)
                                        .then(invitations.make(person.operator()))
                                        .map(token ->
                                                new Outcome.Linked(
                                                        person.operator().login(), token)))
                .defaultIfEmpty(Outcome.Refused.NO_SUCH_PERSON);
    }

    private interface Deed {
        Mono<Void> on(Person person);
    }

    private Mono<Outcome> onAnother(Operator by, UUID id, Deed deed) {
        if (by.id().equals(id)) {
            return Mono.just(Outcome.Refused.ONESELF);
        }
        return find(by, id)
                .flatMap(person -> deed.on(person).<Outcome>thenReturn(new Outcome.Done()))
                .defaultIfEmpty(Outcome.Refused.NO_SUCH_PERSON)
                .as(transaction::transactional);
    }

    /** Of the own tenant only. */
    private Mono<Person> find(Operator by, UUID id) {
        return list(by).filter(person -> person.operator().id().equals(id)).next();
    }

    private Mono<Void> record(Operator by, String action, Person person, String detail) {
        return audit.record(by, action, person.operator().login(), detail);
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }
}
