package org.assistcounter.fleet.operators;

import java.util.Map;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes passwords with Argon2id at the least that OWASP's Password Storage Cheat Sheet asks for:
 * 19 MiB, two rounds, one lane. So many are hashed at once as there are threads here, which bounds
 * what a crowd of sign-ins can take of memory and processor.
 */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ROUNDS = 2;
    private static final int THREADS = 2;
    private static final int WAITING_MAX = 50;
    private static final String CURRENT = "argon2id";

    private final DelegatingPasswordEncoder encoder = encoder();
    private final Scheduler threads =
            Schedulers.newBoundedElastic(THREADS, WAITING_MAX, "passwords");
    // What an unknown login is compared with, so that it takes as long as a known one.
    private final String nobodys = encoder.encode("nobody has this password");

    /** What is to be kept instead of the password. */
    Mono<String> hash(String password) {
        return Mono.fromSupplier(() -> encoder.encode(password)).subscribeOn(threads);
    }

    /** Whether the password is the one of this hash, which is empty for who has none. */
    Mono<Boolean> isRight(String password, String hash) {
        return Mono.fromSupplier(() ->
                        encoder.matches(password, hash.isEmpty() ? nobodys : hash)
                                && !hash.isEmpty())
                .subscribeOn(threads);
    }

    /** Whether it was hashed in an older way. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Hashes without a name in front are bcrypt's, from before. */
    private static DelegatingPasswordEncoder encoder() {
        var current = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ROUNDS);
        var both = new DelegatingPasswordEncoder(CURRENT, Map.of(CURRENT, current));
        both.setDefaultPasswordEncoderForMatches(new BCryptPasswordEncoder());
        return both;
    }
}
