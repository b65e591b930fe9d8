package org.assistcounter.fleet.operators;

import java.time.Clock;
import java.time.Duration;
import org.assistcounter.fleet.operators.store.SessionStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Sessions are rows, so they outlive a restart and can be ended from anywhere. The browser holds a
 * token, the table only its hash.
 */
@Service
public class Sessions {

    /** A session unused for this long has ended. */
    public static final Duration IDLE_MAX = Duration.ofMinutes(30);

    /** A session ends after this long however busy it is. */
    public static final Duration LIFE_MAX = Duration.ofHours(12);

    private static final Duration FRESH_MAX = Duration.ofMinutes(10);

    private final SessionStore store;
    private final Clock clock;
    private final Tokens tokens;

    Sessions(SessionStore store, Clock clock, Tokens tokens) {
        this.store = store;
        this.clock = clock;
        this.tokens = tokens;
    }

    /** Begins a session and gives its token, which is not kept. */
    public Mono<String> begin(Operator operator) {
        String token = tokens.draw();
        var now = clock.instant();
        return store.add(Tokens.hash(token), operator, now, now.plus(LIFE_MAX)).thenReturn(token);
    }

    /** Makes a session of a sign-in half way and gives its token; empty where that has ended. */
    public Mono<String> beginFrom(String signIn) {
        String token = tokens.draw();
        var now = clock.instant();
        return store.addFrom(Tokens.hash(signIn), Tokens.hash(token), now, now.plus(LIFE_MAX))
                .filter(isGood -> isGood)
                .map(isGood -> token);
    }

    /** Whose session this token is, and notes its use; empty when it has ended. */
    public Mono<Operator> use(String token) {
        var now = clock.instant();
        return store.use(Tokens.hash(token), now, now.minus(IDLE_MAX));
    }

    /** Ends one session; how it was come by, or nothing where there was none. */
    public Mono<Way> end(String token) {
        return store.end(Tokens.hash(token));
    }

    /** Whether somebody has just come in, and so shown who they are. */
    public Mono<Boolean> isFresh(String token) {
        return store.isBegunSince(Tokens.hash(token), clock.instant().minus(FRESH_MAX));
    }
}
