package org.assistcounter.fleet.operators.passkey;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Tokens;
import org.assistcounter.fleet.operators.Unseen;
import org.assistcounter.fleet.operators.passkey.PasskeyCheck.Verdict;
import org.assistcounter.fleet.operators.store.PasskeyChallengeStore;
import org.assistcounter.fleet.operators.store.PasskeyStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Passkeys of people: made by who is signed in and has shown a second factor, shown instead of
 * password and code. One whose own count goes back is there twice and opens nothing any more.
 */
@Service
public class Passkeys {

    /** Who has not answered after this long begins anew. */
    public static final Duration LIFE_MAX = Duration.ofMinutes(5);

    private static final int NAME_LENGTH_MAX = 60;
    private static final int OF_A_PERSON_MAX = 10;

    private final PasskeyStore store;
    private final PasskeyChallengeStore challenges;
    private final PasskeyCheck check;
    private final Audit audit;
    private final Clock clock;
    private final Tokens tokens;
    private final TransactionalOperator transaction;

    Passkeys(
            PasskeyStore store,
            PasskeyChallengeStore challenges,
            PasskeyCheck check,
            Audit audit,
            Clock clock,
            Tokens tokens,
            TransactionalOperator transaction) {
        this.store = store;
        this.challenges = challenges;
        this.check = check;
        this.audit = audit;
        this.clock = clock;
        this.tokens = tokens;
        this.transaction = transaction;
    }

    /**
     * What a browser is asked.
     *
     * @param token for the browser to keep
     * @param question for its passkeys
     */
    public record Asked(String token, PasskeyQuestion question) {}

    /** What became of a passkey that was shown. */
    public sealed interface Arrival {

        /** Somebody of ours. */
        record Recognised(People.Recognised person) implements Arrival {}

        /** Nobody; the end of a message's name. */
        record Refused(String word) implements Arrival {}
    }

    /** Those of a person, the newest first. */
    public Flux<Passkey> of(Operator person) {
        return store.of(person.id());
    }

    /** Asks a browser to make one. */
    public Mono<Asked> askToMake(Operator person) {
        return store.of(person.id())
                .map(Passkey::id)
                .collectList()
                .flatMap(known ->
                        asked(
                                person,
                                token ->
                                        PasskeyQuestion.toMake(
                                                check.host(),
                                                new PasskeyChallenge(token).text(),
                                                new PasskeyQuestion.User(
                                                        handle(person.id()),
                                                        person.login(),
                                                        person.name()),
                                                known)));
    }

    /** Asks a browser for any that it has of ours. */
    public Mono<Asked> askToShow() {
        return asked(
                null,
                token -> PasskeyQuestion.toShow(check.host(), new PasskeyChallenge(token).text()));
    }

    /** Keeps one that was made; the word of a refusal, or nothing when it is done. */
    public Mono<String> make(Operator person, String token, String wantedName, String answer) {
        String name = wantedName.strip();
        if (name.isEmpty()
                || name.length() > NAME_LENGTH_MAX
                || !Unseen.blanked(name).equals(name)) {
            return Mono.just("no-name");
        }
        return challenges
                .takeOf(Tokens.hash(token), person.id(), clock.instant())
                .filter(isGood -> isGood)
                .flatMap(isGood ->
                        Mono.justOrEmpty(check.made(answer, new PasskeyChallenge(token)))
                                .flatMap(made -> kept(person, name, made))
                                .defaultIfEmpty("passkey-wrong"))
                .defaultIfEmpty("passkey-over")
                .filter(word -> !word.isEmpty());
    }

    /** Whose passkey is shown. */
    public Mono<Arrival> show(String token, String answer) {
        return challenges
                .take(Tokens.hash(token), clock.instant())
                .filter(isGood -> isGood)
                .flatMap(isGood ->
                        Mono.justOrEmpty(check.read(answer))
                                .flatMap(shown -> judged(shown, new PasskeyChallenge(token)))
                                .defaultIfEmpty(new Arrival.Refused("wrong")))
                .defaultIfEmpty(new Arrival.Refused("over"));
    }

    /**
     * Takes one away; false where there is none, or it is the only way in.
     *
     * @param id in Base64 for addresses
     */
    public Mono<Boolean> remove(Operator person, String id) {
        return hex(id).flatMap(credential -> store.remove(person.id(), credential))
                .flatMap(name ->
                        audit.record(person.atHome(), "passkey-removed", person.login(), name)
                                .thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional);
    }

    private Mono<Arrival> judged(Shown shown, PasskeyChallenge challenge) {
        return store.find(shown.credential())
                .flatMap(known ->
                        isOf(shown, known.person().operator())
                                ? judged(shown, known, challenge)
                                : Mono.just(new Arrival.Refused("wrong")))
                .defaultIfEmpty(new Arrival.Refused("unknown"));
    }

    private Mono<Arrival> judged(
            Shown shown, PasskeyStore.Known known, PasskeyChallenge challenge) {
        People.Recognised person = known.person();
        return switch (check.judge(shown, known.passkey(), challenge)) {
            case Verdict.Right(PasskeyRecord next) ->
                    store.use(next, known.passkey().count(), clock.instant())
                            .map(isUsed ->
                                    isUsed
                                            ? new Arrival.Recognised(person)
                                            : new Arrival.Refused("over"));
            case Verdict.Wrong _ -> Mono.just(new Arrival.Refused("wrong"));
            case Verdict.Twice _ ->
                    store.doubt(shown.credential(), clock.instant())
                            .then(
                                    audit.record(
                                            person.operator(),
                                            "passkey-doubted",
                                            person.operator().login(),
                                            known.name()))
                            .as(transaction::transactional)
                            .thenReturn(new Arrival.Refused("twice"));
        };
    }

    /** Empty words when it is done. */
    private Mono<String> kept(Operator person, String name, PasskeyRecord made) {
        Instant now = clock.instant();
        return store.add(person, name, made, OF_A_PERSON_MAX, now)
                .flatMap(isAdded ->
                        isAdded
                                ? audit.record(
                                                person.atHome(),
                                                "passkey-made",
                                                person.login(),
                                                name)
                                        .thenReturn("")
                                : Mono.just("passkey-many"))
                .as(transaction::transactional);
    }

    private interface Question {
        PasskeyQuestion with(String token);
    }

    private Mono<Asked> asked(@Nullable Operator person, Question question) {
        String token = tokens.draw();
        Instant now = clock.instant();
        return challenges
                .add(Tokens.hash(token), person, now, now.plus(LIFE_MAX))
                .thenReturn(new Asked(token, question.with(token)));
    }

    /** A passkey that a device finds by itself says whose it is, and then it has to be theirs. */
    private static boolean isOf(Shown shown, Operator person) {
        return shown.handle().equals(HexFormat.of().formatHex(bytes(person.id())));
    }

    private static String handle(UUID person) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(person));
    }

    private static Mono<String> hex(String id) {
        try {
            return Mono.just(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(id)));
        } catch (IllegalArgumentException none) {
            return Mono.empty();
        }
    }

    private static byte[] bytes(UUID person) {
        return ByteBuffer.allocate(Long.BYTES * 2)
                .putLong(person.getMostSignificantBits())
                .putLong(person.getLeastSignificantBits())
                .array();
    }
}
