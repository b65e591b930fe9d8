package org.assistcounter.fleet.operators.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.store.SecondFactorStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Asks people for a code besides their password. Tries are counted by person wherever they come
 * from, since whoever tries codes knows the password already.
 */
@Service
public class SecondFactor {

    /** So many wrong codes, and no more are looked at until this long after the first. */
    public static final int TRIES_MAX = 5;

    /** See {@link #TRIES_MAX}. */
    public static final Duration TRIES_WINDOW = Duration.ofMinutes(15);

    private final SecondFactorStore store;
    private final SealedSecrets secrets;
    private final Clock clock;
    private final SecureRandom random;

    SecondFactor(SecondFactorStore store, SealedSecrets secrets, Clock clock, SecureRandom random) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
        this.random = random;
    }

    /** What became of a code. */
    public enum Verdict {
        RIGHT,
        WRONG,
        TOO_MANY
    }

    /** What an app needs: the secret as text and as the address that a picture shows. */
    public record Setup(String text, String uri) {}

    /** Whether an app of this person is known to hold the secret. */
    public Mono<Boolean> isSetUp(Operator person) {
        return store.find(person.id())
                .map(SecondFactorStore.Kept::isConfirmed)
                .defaultIfEmpty(false);
    }

    /** The secret until a code has confirmed it; empty from then on. */
    public Mono<Setup> setup(Operator person) {
        byte[] drawn = new byte[OneTimeCodes.SECRET_BYTES];
        random.nextBytes(drawn);
        return store.addIfMissing(person, secrets.seal(person.id(), drawn))
                .then(store.find(person.id()))
                .filter(kept -> !kept.isConfirmed())
                .map(kept -> secrets.open(person.id(), kept.sealed()))
                .map(secret ->
                        new Setup(
                                OneTimeCodes.text(secret),
                                OneTimeCodes.uri(secret, person.login())));
    }

    /** Looks at a code; the first right one confirms the secret. */
    public Mono<Verdict> check(Operator person, String code) {
        Instant now = clock.instant();
        return store.takeTry(person.id(), now, now.minus(TRIES_WINDOW), TRIES_MAX)
                .flatMap(isLeft ->
                        isLeft ? judged(person, code.strip(), now) : Mono.just(Verdict.TOO_MANY));
    }

    private Mono<Verdict> judged(Operator person, String code, Instant now) {
        return store.find(person.id())
                .flatMap(kept -> {
                    byte[] secret = secrets.open(person.id(), kept.sealed());
                    OptionalLong step = OneTimeCodes.step(secret, code, now, kept.lastStep());
                    return step.isPresent()
                            ? store.use(person.id(), step.getAsLong(), now)
                            : Mono.just(false);
                })
                .map(isRight -> isRight ? Verdict.RIGHT : Verdict.WRONG)
                .defaultIfEmpty(Verdict.WRONG);
    }
}
