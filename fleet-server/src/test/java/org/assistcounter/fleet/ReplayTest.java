package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Whatever is sent again, by an impatient hand or a bad network, is done once: three times in a row
 * and sixteen times at once. `replays.txt` accounts for every endpoint that changes anything.
 */
@ExtendWith(RunningServer.class)
class ReplayTest {
    private static final int IN_A_ROW = 3;
    private static final int AT_ONCE = 16;
    private static final int SERVER_ERROR = 500;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;

    private final RunningServer.Parts server = RunningServer.parts();
    private final Map<String, Supplier<Replay>> cases = cases(server);

    private static Map<String, Supplier<Replay>> cases(RunningServer.Parts server) {
        Map<String, Supplier<Replay>> all = new HashMap<>();
        all.putAll(new MoneyReplays(server).all());
        all.putAll(new GoodsReplays(server).all());
        all.putAll(new CounterReplays(server).all());
        all.putAll(new PeopleReplays(server).all());
        return all;
    }

    /**
     * A line of `replays.txt`.
     *
     * @param kind `once`: the others are told so; `same`: all are told the same; `harmless`
     * @param rest names of cases, or why it is harmless
     */
    private record Line(String endpoint, String kind, String rest) {
        static Stream<Line> all() {
            var in = Objects.requireNonNull(ReplayTest.class.getResourceAsStream("/replays.txt"));
            try (var lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return lines
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split(" +", 3))
                        .map(part -> new Line(part[0], part[1], part[2]))
                        .toList()
                        .stream();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        Stream<String> names() {
            return kind.equals("harmless") ? Stream.of() : Arrays.stream(rest.split(", "));
        }
    }

    static Stream<String> once() {
        return Line.all().filter(line -> line.kind.equals("once")).flatMap(Line::names);
    }

    static Stream<String> same() {
        return Line.all().filter(line -> line.kind.equals("same")).flatMap(Line::names);
    }

    @Test
    void accountsForEveryEndpointThatChangesAnything() {
        assertThat(Line.all().map(Line::endpoint))
                .containsExactlyInAnyOrderElementsOf(
                        AccessRule.all().stream()
                                .filter(rule -> !rule.isGet())
                                .map(AccessRule::pattern)
                                .toList());
        assertThat(Line.all().map(Line::kind)).isSubsetOf("once", "same", "harmless");
        assertThat(Line.all().flatMap(Line::names))
                .containsExactlyInAnyOrderElementsOf(cases.keySet());
    }

    @ParameterizedTest
    @MethodSource("once")
    void isDoneOnceInARowAndTheOthersAreToldSo(String name) {
        List<CookieBrowser.Answer> answers = hasOneEffect(name, ReplayTest::inARow);

        assertThat(isDone(answers.getFirst())).as("the first: %s", answers.getFirst()).isTrue();
        assertThat(answers.stream().filter(ReplayTest::isDone)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("once")
    void isDoneOnceOfManyAtOnceAndTheOthersAreToldSo(String name) {
        assertThat(hasOneEffect(name, ReplayTest::atOnce).stream().filter(ReplayTest::isDone))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("same")
    void isDoneOnceAndAllAreToldTheSame(String name) {
        assertThat(hasOneEffect(name, ReplayTest::inARow)).allMatch(ReplayTest::isDone);
        assertThat(hasOneEffect(name, ReplayTest::atOnce)).allMatch(ReplayTest::isDone);
    }

    private List<CookieBrowser.Answer> hasOneEffect(
            String name, Function<Replay, List<CookieBrowser.Answer>> sent) {
        Replay replay = Objects.requireNonNull(cases.get(name), name).get();
        List<Long> before = replay.effects().stream().map(this::count).toList();

        List<CookieBrowser.Answer> answers = sent.apply(replay);

        assertThat(answers)
                .as(name)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).as(answer.text()).isLessThan(SERVER_ERROR);
                    assertThat(answer.status()).as(answer.text()).isNotEqualTo(FORBIDDEN);
                    assertThat(isTold(answer)).as("in words: %s", answer).isTrue();
                });
        assertThat(replay.effects().stream().map(this::count))
                .as(name)
                .containsExactlyElementsOf(before.stream().map(count -> count + 1).toList());
        return answers;
    }

    private static List<CookieBrowser.Answer> inARow(Replay replay) {
        return Stream.generate(replay.sending()).limit(IN_A_ROW).toList();
    }

    private static List<CookieBrowser.Answer> atOnce(Replay replay) {
        var gate = new CountDownLatch(AT_ONCE);
        Callable<CookieBrowser.Answer> one =
                () -> {
                    gate.countDown();
                    gate.await();
                    return replay.sending().get();
                };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<CookieBrowser.Answer>> under =
                    IntStream.range(0, AT_ONCE).mapToObj(i -> threads.submit(one)).toList();
            List<CookieBrowser.Answer> answers = new ArrayList<>();
            for (var each : under) {
                answers.add(each.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    private static boolean isDone(CookieBrowser.Answer answer) {
        return answer.status() < BAD_REQUEST
                && Stream.of("refused=", "said=").noneMatch(answer.location()::contains)
                && !List.of("/sign-in", "/sign-in/code").contains(answer.location());
    }

    /** Of what is not done: by a page, by an object, or by where it leads to. */
    private static boolean isTold(CookieBrowser.Answer answer) {
        return isDone(answer)
                || answer.status() < BAD_REQUEST
                || Stream.of("message", "refus", "\"title\"", "<h1")
                        .anyMatch(answer.text()::contains);
    }

    private long count(String sql) {
        return server.bean(DatabaseClient.class)
                .sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
