package org.assistcounter.fleet.operators;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assistcounter.fleet.operators.store.ApiTokenStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tokens that programs show instead of a session. Each is of a person, allows no more than they may
 * at that moment, ends by itself, and ends with what else the person has.
 */
@Service
public class ApiTokens {

    /** What every token begins with, so that one that was published is recognised. */
    public static final String BEGIN = "act_";

    /** The longest that a token may be good for. */
    public static final int DAYS_MAX = 365;

    private static final Set<May> AT_A_BROWSER =
            Set.of(May.KEEP_PEOPLE, May.KEEP_TENANTS, May.LOOK_AROUND);
    private static final int NAME_LENGTH_MAX = 60;
    private static final int OF_A_PERSON_MAX = 20;

    private final ApiTokenStore store;
    private final Once once;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random;
    private final Tokens tokens;
    private final TransactionalOperator transaction;

    ApiTokens(
            ApiTokenStore store,
            Once once,
            Audit audit,
            Clock clock,
            SecureRandom random,
            Tokens tokens,
            TransactionalOperator transaction) {
        this.store = store;
        this.once = once;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
        this.tokens = tokens;
        this.transaction = transaction;
    }

    /** What a person asks for. */
    public record Wish(String name, Set<May> scopes, int days) {}

    /** What became of a wish. */
    public sealed interface Outcome {

        /** Shown once and not kept. */
        record Made(String token) implements Outcome {}

        /** Nothing is changed. */
        enum Refused implements Outcome {
            NO_NAME,
            NO_SCOPE,
            WRONG_DAYS,
            TOO_MANY,
            SENT_ALREADY,
            DEMONSTRATION;

            /** The end of a message's name. */
            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /** What somebody may give to a token: nothing by which it could become another person. */
    public static Set<May> offered(Operator operator) {
        return EnumSet.allOf(May.class).stream()
                .filter(permission ->
                        operator.may(permission) && !AT_A_BROWSER.contains(permission))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(May.class)));
    }

    /** Makes a token. */
    public Mono<Outcome> make(Operator operator, Wish wish) {
        return make(operator, "", wish);
    }

    /**
     * The same from a form that may be sent again.
     *
     * @param word the form's, which is good once
     */
    public Mono<Outcome> make(Operator operator, String word, Wish wish) {
        String name = wish.name().strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX) {
            return Mono.just(Outcome.Refused.NO_NAME);
        }
        if (operator.isDemonstration()) {
            return Mono.just(Outcome.Refused.DEMONSTRATION);
        }
        if (wish.scopes().isEmpty() || !offered(operator).containsAll(wish.scopes())) {
            return Mono.just(Outcome.Refused.NO_SCOPE);
        }
        if (wish.days() < 1 || wish.days() > DAYS_MAX) {
            return Mono.just(Outcome.Refused.WRONG_DAYS);
        }
        return once.isFirst(operator, word)
                .flatMap(isFirst ->
                        isFirst
                                ? made(operator, new Wish(name, wish.scopes(), wish.days()))
                                : Mono.just(Outcome.Refused.SENT_ALREADY))
                .as(transaction::transactional);
    }

    /** Those of a person that have not ended, the newest first. */
    public Flux<ApiToken> of(Operator operator) {
        return store.of(operator.id(), clock.instant());
    }

    /** Ends one of one's own. */
    public Mono<Void> end(Operator operator, UUID id) {
        return store.end(operator.id(), id)
                .filter(ended -> ended)
                .flatMap(ended -> audit.record(operator.atHome(), "token-ended", id.toString(), ""))
                .as(transaction::transactional)
                .then();
    }

    /** Whose token this is, with what it allows, and notes its use; empty when it has ended. */
    public Mono<Operator> use(String token) {
        return token.startsWith(BEGIN)
                ? store.use(Tokens.hash(token), clock.instant())
                : Mono.empty();
    }

    private Mono<Outcome> made(Operator operator, Wish wish) {
        return store.lock(operator.id())
                .then(store.count(operator.id(), clock.instant()))
                .flatMap(there ->
                        there < OF_A_PERSON_MAX
                                ? drawn(operator, wish)
                                : Mono.just(Outcome.Refused.TOO_MANY));
    }

    private Mono<Outcome> drawn(Operator operator, Wish wish) {
        String token = BEGIN + tokens.draw();
        var now = clock.instant();
        var made =
                new ApiToken(
                        new UUID(random.nextLong(), random.nextLong()),
                        wish.name(),
                        wish.scopes(),
                        now.plus(Duration.ofDays(wish.days())),
                        null);
        String words =
                wish.scopes().stream().map(May::name).sorted().collect(Collectors.joining(" "));
        return store.add(operator, made, Tokens.hash(token), now)
                .flatMap(isAdded ->
                        isAdded
                                ? audit.record(
                                                operator.atHome(),
                                                "token-made",
                                                made.id().toString(),
                                                words)
                                        .<Outcome>thenReturn(new Outcome.Made(token))
                                : Mono.just(Outcome.Refused.NO_SCOPE));
    }
}
