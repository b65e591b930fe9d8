package org.assistcounter.fleet.operators;

import java.time.Clock;
import java.time.Duration;
import org.assistcounter.fleet.operators.store.SignInStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Sign-ins half way: the password was right, the second factor is awaited. */
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
    public record Visitor(Operator operator, String offered) {}

    /** Begins one and gives its token, which is not kept. */
    public Mono<String> begin(People.Recognised person, String offered) {
        String token = tokens.draw();
        var now = clock.instant();
        return store.add(Tokens.hash(token), person, offered, now, now.plus(LIFE_MAX))
                .thenReturn(token);
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
