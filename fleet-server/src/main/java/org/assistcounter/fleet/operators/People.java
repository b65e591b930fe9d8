package org.assistcounter.fleet.operators;

import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.assistcounter.fleet.operators.store.PersonStore;
import org.assistcounter.fleet.operators.store.SessionStore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Adds, disables and recognises people. */
@Service
public class People {

    private static final int PASSWORD_LENGTH_MIN = 10;
    // What an unknown login is compared with, so that it takes as long as a known one.
    private static final String NOBODY =
            "$2a$10$7EqJtq98hPqEX7fNZaFWoOhi5pVx2g3q1x9j5uQq3k8x3tq3xXK7W";

    private final PersonStore store;
    private final SessionStore sessions;
    private final Clock clock;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder();

    People(PersonStore store, SessionStore sessions, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A person about to be added; without a password nobody can sign in as them. */
    public record Newcomer(
            String tenant, String login, String name, Set<Role> roles, @Nullable String password) {

        /** Logins are compared in lower case. */
        public Newcomer {
            login = login.strip().toLowerCase(Locale.ROOT);
            if (password != null && password.length() < PASSWORD_LENGTH_MIN) {
                throw new IllegalArgumentException(
                        "A password needs " + PASSWORD_LENGTH_MIN + " characters or more.");
            }
        }
    }

    /** Adds a person unless the login is taken. */
    public Mono<Void> addIfMissing(UUID id, Newcomer person) {
        return Mono.fromCallable(() -> new PersonStore.Hash(hash(person.password())))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(hash -> store.addIfMissing(id, person, hash, clock.instant()));
    }

    /** Whether anybody can sign in with a password. */
    public Mono<Boolean> isAnybodyThere() {
        return store.isAnybodyThere();
    }

    /** The person of that login, unless disabled. */
    public Mono<Operator> find(String login) {
        return store.find(login.strip().toLowerCase(Locale.ROOT)).map(PersonStore.Known::operator);
    }

    /** The people of a tenant who are not disabled, by name. */
    public Flux<Operator> of(String tenant) {
        return store.of(tenant);
    }

    /** The person whose login and password these are; otherwise empty, and never why. */
    public Mono<Operator> recognise(String login, String password) {
        return store.find(login.strip().toLowerCase(Locale.ROOT))
                .defaultIfEmpty(PersonStore.Known.NOBODY)
                .flatMap(known ->
                        Mono.fromCallable(() -> isRight(known, password))
                                .subscribeOn(Schedulers.boundedElastic())
                                .filter(isRight -> isRight)
                                .map(isRight -> known.operator()));
    }

    /** Disables a person and ends every session they have. */
    public Mono<Void> disable(UUID id) {
        return store.disable(id).then(sessions.endAllOf(id));
    }

    private boolean isRight(PersonStore.Known known, String password) {
        String hash = known.passwordHash();
        return encoder.matches(password, hash == null ? NOBODY : hash) && hash != null;
    }

    private @Nullable String hash(@Nullable String password) {
        return password == null ? null : encoder.encode(password);
    }
}
