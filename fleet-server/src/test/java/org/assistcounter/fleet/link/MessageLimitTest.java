package org.assistcounter.fleet.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assistcounter.protocol.identity.CounterId;
import org.junit.jupiter.api.Test;

class MessageLimitTest {
    private static final String COUNTER = "0".repeat(32);
    private static final String JOURNAL = "v1/up/journal/" + COUNTER;
    private static final String HELLO = "v1/up/hello/" + COUNTER;

    private final AtomicLong millis = new AtomicLong(1_000_000);
    private final InstantSource source = () -> Instant.ofEpochMilli(millis.get());
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final MessageLimit limit = new MessageLimit(clock);

    @Test
    void aBacklogOfBatchesPassesAndAFloodDoesNot() {
        assertThat(admitted(COUNTER, JOURNAL, 1_000)).isEqualTo(200);

        millis.addAndGet(1_000);
        assertThat(admitted(COUNTER, JOURNAL, 1_000)).isEqualTo(40);
    }

    @Test
    void greetingsAreDearer() {
        assertThat(admitted(COUNTER, HELLO, 1_000)).isEqualTo(10);

        millis.addAndGet(500);
        assertThat(admitted(COUNTER, HELLO, 1_000)).isEqualTo(1);
    }

    @Test
    void whoSaysTheSameAgainAndAgainHasSpentItSoon() {
        CounterId counter = new CounterId(COUNTER);

        for (int i = 0; i < 15; i++) {
            limit.saidAgain(counter);
        }
        assertThat(admitted(COUNTER, JOURNAL, 1_000)).isEqualTo(50);

        limit.saidAgain(counter);
        millis.addAndGet(500);
        assertThat(admitted(COUNTER, JOURNAL, 1_000)).isEqualTo(20);
    }

    @Test
    void whatOneHasSpentIsNotTakenFromAnother() {
        admitted(COUNTER, JOURNAL, 1_000);

        assertThat(admitted("1".repeat(32), JOURNAL, 1)).isEqualTo(1);
    }

    private long admitted(String counter, String topic, int messages) {
        return IntStream.range(0, messages).filter(_ -> limit.admits(counter, topic)).count();
    }
}
