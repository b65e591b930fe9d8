package org.assistcounter.fleet.link.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assistcounter.fleet.link.client.InTurn.Said;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is heard when many speak at once. */
class InTurnTest {
    private static final CounterId A = counter(1);
    private static final CounterId B = counter(2);
    private static final CounterId C = counter(3);

    private InTurn<String> turns = new InTurn<>(10);

    private static CounterId counter(int number) {
        return new CounterId("%032x".formatted(number));
    }

    private @Nullable String says(CounterId counter, String message) {
        return turns.came(new Said<>(counter, message.startsWith("hello"), message));
    }

    private List<String> heard() {
        List<String> heard = new ArrayList<>();
        for (String next = turns.next(); next != null; next = turns.next()) {
            heard.add(next);
        }
        return heard;
    }

    @Test
    void ofACounterOneAfterTheOther() {
        says(A, "first");
        says(A, "second");
        says(B, "other");

        assertThat(heard()).containsExactly("first", "other");
        turns.done(A);
        assertThat(heard()).containsExactly("second");
    }

    @Test
    void noMoreAtATimeThanMayBe() {
        turns = new InTurn<>(1);
        says(A, "a");
        says(B, "b");

        assertThat(heard()).containsExactly("a");
        turns.done(A);
        assertThat(heard()).containsExactly("b");
    }

    @Test
    void whoWasGreetedComesBeforeOthersAreGreeted() {
        turns = new InTurn<>(1);
        says(A, "hello a");
        assertThat(heard()).containsExactly("hello a");
        says(B, "hello b");
        says(A, "records of a");

        turns.done(A);
        assertThat(heard()).containsExactly("records of a");
        turns.done(A);
        assertThat(heard()).containsExactly("hello b");
    }

    @Test
    void greetingsAreHeardThoughOthersSpeakAllTheTime() {
        turns = new InTurn<>(1);
        says(C, "hello c");
        for (int i = 10; i < 20; i++) {
            says(counter(i), "records " + i);
        }

        List<String> first = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String next = turns.next();
            first.add(String.valueOf(next));
            turns.done(i < 3 ? counter(10 + i) : C);
        }
        assertThat(first).containsExactly("records 10", "records 11", "records 12", "hello c");
    }

    @Test
    void whoGreetsAgainIsGreetedOnceByHisNewestWordInHisOldPlace() {
        turns = new InTurn<>(1);
        says(C, "records of c");
        assertThat(heard()).containsExactly("records of c");
        says(A, "hello a");
        says(B, "hello b");

        assertThat(says(A, "hello a again")).isEqualTo("hello a");
        turns.done(C);
        assertThat(heard()).containsExactly("hello a again");
        turns.done(A);
        assertThat(heard()).containsExactly("hello b");
    }

    @Test
    void aGreetingBehindRecordsKeepsItsPlace() {
        turns = new InTurn<>(1);
        says(A, "hello");
        says(A, "records");
        assertThat(says(A, "hello again")).isNull();
        assertThat(turns.closed()).containsExactlyInAnyOrder("hello", "records", "hello again");
        assertThat(turns.closed()).as("nothing waits").isEmpty();
    }

    /** Whatever comes when: all but needless greetings are heard, in each counter's order. */
    @Test
    void losesNothingAndKeepsEachCountersOrder() {
        for (long seed = 0; seed < 200; seed++) {
            Talk talk = new Talk(seed);
            for (int step = 0; step < 300; step++) {
                talk.goOn(step);
            }
            talk.end();
            assertThat(talk.heard).as("seed " + seed).isEqualTo(talk.said);
        }
    }

    /** What counters say at random, and what is heard of it, by counter. */
    private static final class Talk {
        private final SplittableRandom random;
        private final InTurn<Said<String>> turns;
        private final Map<CounterId, List<String>> said = new HashMap<>();
        private final Map<CounterId, List<String>> heard = new HashMap<>();
        private final List<CounterId> underWay = new ArrayList<>();

        Talk(long seed) {
            random = new SplittableRandom(seed);
            turns = new InTurn<>(1 + random.nextInt(4));
        }

        void goOn(int step) {
            if (random.nextBoolean()) {
                say(counter(random.nextInt(6)), random.nextInt(3) == 0, "step " + step);
            } else if (!underWay.isEmpty()) {
                turns.done(underWay.remove(random.nextInt(underWay.size())));
            }
            hear();
        }

        private void say(CounterId counter, boolean isGreeting, String message) {
            Said<String> word = new Said<>(counter, isGreeting, message);
            Said<String> needless = turns.came(new Said<>(counter, isGreeting, word));
            List<String> own = said.computeIfAbsent(counter, _ -> new ArrayList<>());
            if (needless != null) {
                assertThat(needless.isGreeting()).isTrue();
                own.remove(needless.message());
            }
            own.add(message);
        }

        private void hear() {
            for (Said<String> next = turns.next(); next != null; next = turns.next()) {
                assertThat(underWay).doesNotContain(next.counter());
                underWay.add(next.counter());
                heard.computeIfAbsent(next.counter(), _ -> new ArrayList<>()).add(next.message());
            }
        }

        void end() {
            while (!underWay.isEmpty()) {
                turns.done(underWay.removeFirst());
                hear();
            }
        }
    }
}
