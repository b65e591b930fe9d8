package org.assistcounter.fleet.operators;

import java.time.Clock;
import java.time.Duration;
import org.assistcounter.fleet.operators.store.SignInStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Sign-ins half way: what comes first was right, the second factor is awaited. */
@Service
public class SignIns {

    /** Who has shown no second factor after this long begins anew. */
    public static final Duration LIFE_MAX = Duration.ofMinutes(10);

    private final SignInStore store;
    private final Clock clock;
    private final Tokens tokens;

    SignIns(SignInStore store, Clock clock, Tokens tokens) {
        this.store = store;
        this.clock = clock;
        this.tokens = tokens;
    }

    /**
     * Who is half way.
     *
     * @param offered the secret that this browser is shown where there is no second factor yet;
     *     sealed, in hex
     */
    public record Visitor(Operator operator, String offered, Way way) {}

    /**
     * A sign-in that is begun.
     *
     * @param hash of its token
     * @param offered what is shown where the person has no second factor yet; sealed, in hex
     */
    public record Begun(String hash, String offered, Way way) {}

    /** Begins one and gives its token, which is not kept. */
    public Mono<String> begin(People.Recognised person, String offered) {
        return begin(person, offered, Way.PASSWORD);
    }

    /** The same for who comes another way. */
    public Mono<String> begin(People.Recognised person, String offered, Way way) {
        String token = tokens.draw();
        var begun = new Begun(Tokens.hash(token), offered, way);
        var now = clock.instant();
        return store.add(begun, person, now, now.plus(LIFE_MAX)).thenReturn(token);
    }

    /** Whose sign-in this token is; empty when it has ended. */
    public Mono<Visitor> find(String token) {
        return store.find(Tokens.hash(token), clock.instant());
    }

    /** Ends one. */
    public Mono<Void> end(String token) {
        return store.end(Tokens.hash(token));
    }
}
