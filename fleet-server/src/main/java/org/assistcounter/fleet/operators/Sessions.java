package org.assistcounter.fleet.operators;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import org.assistcounter.fleet.operators.store.SessionStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Sessions are rows, so they outlive a restart and can be ended from anywhere. The browser holds a
 * random token of 256 bits, the table only its hash.
 */
@Service
public class Sessions {

    /** A session unused for this long has ended. */
    public static final Duration IDLE_MAX = Duration.ofMinutes(30);

    /** A session ends after this long however busy it is. */
    public static final Duration LIFE_MAX = Duration.ofHours(12);

    private static final int TOKEN_BYTES = 32;

    private final SessionStore store;
    private final Clock clock;
    private final SecureRandom random;

    Sessions(SessionStore store, Clock clock, SecureRandom random) {
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /** Begins a session and gives its token, which is not kept. */
    public Mono<String> begin(Operator operator) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        return store.add(hash(token), operator, now, now.plus(LIFE_MAX)).thenReturn(token);
    }

    /** Whose session this token is, and notes its use; empty when it has ended. */
    public Mono<Operator> use(String token) {
        var now = clock.instant();
        return store.use(hash(token), now, now.minus(IDLE_MAX));
    }

    /** Ends one session. */
    public Mono<Void> end(String token) {
        return store.end(hash(token));
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
