package org.assistcounter.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

class IngestLoadTest {
    private final IngestLoad load = new IngestLoad();
    private final List<Sinks.Empty<Void>> underWay = new ArrayList<>();

    private void begin(int messages) {
        for (int i = 0; i < messages; i++) {
            Sinks.Empty<Void> handling = Sinks.empty();
            underWay.add(handling);
            load.counted(handling.asMono()).onErrorComplete().subscribe();
        }
    }

    @Test
    void isHeavyWhileManyMessagesAreUnderWay() {
        begin(63);
        assertThat(load.isHeavy()).isFalse();
        begin(1);
        assertThat(load.isHeavy()).isTrue();
        underWay.getFirst().tryEmitEmpty();
        assertThat(load.isHeavy()).isFalse();
    }

    @Test
    void countsNoMessageThatHasFailed() {
        begin(64);
        underWay.forEach(handling -> handling.tryEmitError(new IllegalStateException("lost")));
        begin(63);
        assertThat(load.isHeavy()).isFalse();
    }

    @Test
    void countsNothingBeforeItBegins() {
        var handled = load.counted(Sinks.<Void>empty().asMono());
        begin(63);
        assertThat(load.isHeavy()).isFalse();
        handled.subscribe();
        assertThat(load.isHeavy()).isTrue();
    }
}
