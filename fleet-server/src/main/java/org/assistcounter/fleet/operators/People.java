package org.assistcounter.fleet.operators;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.assistcounter.fleet.operators.store.PersonStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Adds, disables and recognises people. */
@Service
public class People {

    private final PersonStore store;
    private final Passwords passwords;
    private final Clock clock;
    private final SecureRandom random;
    private final TransactionalOperator transaction;

    People(
            PersonStore store,
            Passwords passwords,
            Clock clock,
            SecureRandom random,
            TransactionalOperator transaction) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
        this.random = random;
        this.transaction = transaction;
    }

    /** A person about to be added; without a password nobody can sign in as them. */
    public record Newcomer(
            String tenant, String login, String name, Set<Role> roles, @Nullable String password) {

        /** Logins are compared in lower case. */
        public Newcomer {
            login = login.strip().toLowerCase(Locale.ROOT);
            if (password != null
                    && !ChosenPassword.faults(password, login, List.of(tenant)).isEmpty()) {
                throw new IllegalArgumentException(
                        "A password needs "
                                + ChosenPassword.LENGTH_MIN
                                + " characters or more, and none that others guess.");
            }
        }
    }

    /** Adds a person and gives the id drawn for them; empty where the login is taken. */
    public Mono<UUID> add(Newcomer person) {
        UUID id = new UUID(random.nextLong(), random.nextLong());
        return addIfMissing(id, person).filter(isAdded -> isAdded).map(isAdded -> id);
    }

    /** Adds a person unless the login is taken; whether they were added. */
    public Mono<Boolean> addIfMissing(UUID id, Newcomer person) {
        String password = person.password();
        Mono<PersonStore.Hash> hash =
                password == null
                        ? Mono.just(new PersonStore.Hash(null))
                        : passwords.hash(password).map(PersonStore.Hash::new);
        return hash.flatMap(kept ->
                store.addIfMissing(id, person, kept, clock.instant())
                        .as(transaction::transactional));
    }

    /** Whether anybody can sign in, or was invited to. */
    public Mono<Boolean> isAnybodyThere() {
        return store.isAnybodyThere(clock.instant());
    }

    /** The person of that login, unless disabled. */
    public Mono<Operator> find(String login) {
        return store.find(login.strip().toLowerCase(Locale.ROOT)).map(PersonStore.Known::operator);
    }

    /** Whose login this is, disabled or not. */
    public Mono<UUID> idOf(String login) {
        return store.idOf(login.strip().toLowerCase(Locale.ROOT));
    }

    /** The people of a tenant who are not disabled, by name. */
    public Flux<Operator> of(String tenant) {
        return store.of(tenant);
    }

    /**
     * Somebody whose password was right.
     *
     * @param credentials what they had then; a sign-in by it is none when that has ended meanwhile
     */
    public record Recognised(Operator operator, long credentials) {}

    /** The person whose login and password these are; otherwise empty, and never why. */
    public Mono<Recognised> recognise(String login, String password) {
        return store.find(login.strip().toLowerCase(Locale.ROOT))
                .defaultIfEmpty(PersonStore.Known.NOBODY)
                .flatMap(known ->
                        passwords
                                .isRight(password, known.passwordHash())
                                .filter(isRight -> isRight)
                                .flatMap(isRight -> renewed(known, password)));
    }

    /** Notes that somebody is signed in now. */
    public Mono<Void> markSignedIn(Operator operator) {
        return store.markSignedIn(operator.id(), clock.instant());
    }

    /** Disables a person and ends every session they have. */
    public Mono<Void> disable(UUID id) {
        return store.setDisabled(id, true)
                .then(store.endEverythingOf(id))
                .as(transaction::transactional);
    }

    /** Lets a person in again. */
    public Mono<Void> enable(UUID id) {
        return store.setDisabled(id, false);
    }

    /** Passwords that were hashed in an older way are hashed anew when somebody shows them. */
    private Mono<Recognised> renewed(PersonStore.Known known, String password) {
        var recognised = new Recognised(known.operator(), known.credentials());
        return passwords.isOutdated(known.passwordHash())
                ? passwords
                        .hash(password)
                        .flatMap(hash -> store.renewHash(known, hash))
                        .thenReturn(recognised)
                : Mono.just(recognised);
    }
}
