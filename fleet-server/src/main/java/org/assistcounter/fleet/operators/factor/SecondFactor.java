package org.assistcounter.fleet.operators.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.SignIns;
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

    /** A secret to offer at one sign-in, sealed for the person, in hex. */
    public String draw(Operator person) {
        byte[] drawn = new byte[OneTimeCodes.SECRET_BYTES];
        random.nextBytes(drawn);
        return secrets.seal(person.id(), drawn);
    }

    /** Whether an app of this person is known to hold a secret. */
    public Mono<Boolean> isSetUp(Operator person) {
        return store.find(person.id()).hasElement();
    }

    /** What is offered at this sign-in; empty where the person has a second factor. */
    public Mono<Setup> setup(SignIns.Visitor visitor) {
        Operator person = visitor.operator();
        return isSetUp(person)
                .filter(isSetUp -> !isSetUp)
                .flatMap(isNot -> Mono.justOrEmpty(secrets.open(person.id(), visitor.offered())))
                .map(secret ->
                        new Setup(
                                OneTimeCodes.text(secret),
                                OneTimeCodes.uri(secret, person.login())));
    }

    /** Looks at a code; the first right one of what was offered makes it the second factor. */
    public Mono<Verdict> check(SignIns.Visitor visitor, String code) {
        Operator person = visitor.operator();
        Instant now = clock.instant();
        return store.takeTry(person, now, now.minus(TRIES_WINDOW), TRIES_MAX)
                .flatMap(isLeft ->
                        isLeft ? judged(visitor, code.strip(), now) : Mono.just(Verdict.TOO_MANY));
    }

    private Mono<Verdict> judged(SignIns.Visitor visitor, String code, Instant now) {
        UUID person = visitor.operator().id();
        return store.find(person)
                .defaultIfEmpty(new SecondFactorStore.Kept(visitor.offered(), 0))
                .flatMap(kept -> {
                    OptionalLong step =
                            secrets.open(person, kept.sealed())
                                    .map(secret ->
                                            OneTimeCodes.step(secret, code, now, kept.lastStep()))
                                    .orElse(OptionalLong.empty());
                    return step.isPresent()
                            ? store.use(person, kept.sealed(), step.getAsLong(), now)
                            : Mono.just(false);
                })
                .map(isRight -> isRight ? Verdict.RIGHT : Verdict.WRONG);
    }
}
