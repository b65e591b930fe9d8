package org.assistcounter.fleet.operators;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assistcounter.fleet.operators.store.PersonStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where an administrator keeps the people of the own tenant. Each deed and its line in the audit
 * are one transaction, one after another in a tenant. Nobody changes what they may do themselves,
 * so a tenant that has an administrator keeps one.
 */
@Service
public class PeopleDesk {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");
    private static final int NAME_LENGTH_MAX = 100;

    private final People people;
    private final Tenants tenants;
    private final PersonStore store;
    private final Invitations invitations;
    private final Audit audit;
    private final Clock clock;
    private final TransactionalOperator transaction;

    PeopleDesk(
            People people,
            Tenants tenants,
            PersonStore store,
            Invitations invitations,
            Audit audit,
            Clock clock,
            TransactionalOperator transaction) {
        this.people = people;
        this.tenants = tenants;
        this.store = store;
        this.invitations = invitations;
        this.audit = audit;
        this.clock = clock;
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
            ROLE_NOT_HERE,
            ONESELF,
            NO_SUCH_PERSON,
            NOT_ANY_MORE,
            NOTHING_TO_CHANGE,
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
        if (!isName(person.name())) {
            return Mono.just(Outcome.Refused.NO_NAME);
        }
        if (roles.isEmpty()) {
            return Mono.just(Outcome.Refused.NO_ROLE);
        }
        return ifHere(
                by,
                roles,
                people.add(person)
                        .flatMap(id -> linked(by, id, "person-invited", words(roles)))
                        .defaultIfEmpty(Outcome.Refused.LOGIN_TAKEN)
                        .as(transaction::transactional));
    }

    /** Makes another link, as for a lost phone. Until it is used all stays as it is. */
    public Mono<Outcome> link(Operator by, UUID id) {
        return by.id().equals(id)
                ? Mono.just(Outcome.Refused.ONESELF)
                : linked(by, id, "person-linked", "").as(transaction::transactional);
    }

    /** Keeps somebody out from now on, wherever they are signed in. */
    public Mono<Outcome> disable(Operator by, UUID id) {
        return onAnother(
                by,
                id,
                person -> !person.isDisabled(),
                person -> people.disable(id).then(record(by, "person-disabled", person, "")));
    }

    /** Lets somebody in again, who signs in as before. */
    public Mono<Outcome> enable(Operator by, UUID id) {
        return onAnother(
                by,
                id,
                Person::isDisabled,
                person -> people.enable(id).then(record(by, "person-enabled", person, "")));
    }

    /** Gives somebody these roles instead of the ones before; they hold at the next request. */
    public Mono<Outcome> setRoles(Operator by, UUID id, Set<Role> roles) {
        return roles.isEmpty()
                ? Mono.just(Outcome.Refused.NO_ROLE)
                : ifHere(
                        by,
                        roles,
                        onAnother(
                                by,
                                id,
                                person -> !person.operator().roles().equals(roles),
                                person ->
                                        store.setRoles(person.operator(), roles)
                                                .then(
                                                        record(
                                                                by,
                                                                "person-roles",
                                                                person,
                                                                words(roles)))));
    }

    /** What people of this organisation can be. */
    public Mono<Set<Role>> rolesHere(Operator by) {
        return tenants.find(by.tenant()).map(tenant -> tenant.kind().roles());
    }

    /** Only where the organisation is of a kind that has such people. */
    private Mono<Outcome> ifHere(Operator by, Set<Role> roles, Mono<Outcome> deed) {
        return rolesHere(by)
                .filter(here -> here.containsAll(roles))
                .flatMap(here -> deed)
                .defaultIfEmpty(Outcome.Refused.ROLE_NOT_HERE);
    }

    /** Whether a person or an organisation may be called so. */
    static boolean isName(String name) {
        return !name.isBlank() && name.length() <= NAME_LENGTH_MAX && !Unseen.isIn(name);
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

    /** Where it would change anything; who sends it again is told. */
    private Mono<Outcome> onAnother(Operator by, UUID id, Predicate<Person> changesIt, Deed deed) {
        if (by.id().equals(id)) {
            return Mono.just(Outcome.Refused.ONESELF);
        }
        return store.lock(by.tenant())
                .then(find(by, by.id()))
                .filter(still -> !still.isDisabled() && still.operator().may(May.KEEP_PEOPLE))
                .flatMap(still ->
                        find(by, id)
                                .flatMap(person ->
                                        changesIt.test(person)
                                                ? deed.on(person)
                                                        .<Outcome>thenReturn(new Outcome.Done())
                                                : Mono.just(Outcome.Refused.NOTHING_TO_CHANGE))
                                .defaultIfEmpty(Outcome.Refused.NO_SUCH_PERSON))
                .defaultIfEmpty(Outcome.Refused.NOT_ANY_MORE)
                .as(transaction::transactional);
    }

    /** Of the own tenant only. */
    private Mono<Person> find(Operator by, UUID id) {
        return store.find(by.tenant(), id, clock.instant());
    }

    private Mono<Void> record(Operator by, String action, Person person, String detail) {
        return audit.record(by, action, person.operator().login(), detail);
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(" "));
    }
}
