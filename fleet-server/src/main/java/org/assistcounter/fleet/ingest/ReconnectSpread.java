package org.assistcounter.fleet.ingest;

import java.time.Duration;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Over how long counters are asked to come back, should a broker end under all of them at once. */
@Component
class ReconnectSpread {
    /**
     * Fewer handshakes than a Mosquitto makes on two cores that it shares with another, server,
     * database and the counters themselves (scripts/DESIGN.md), so that it has time for what is
     * said meanwhile.
     */
    private static final long BROKER_PER_SECOND = 200;

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Mono<Long> millis;

    ReconnectSpread(Counters counters, ExternalSettings external) {
        int brokers = Math.max(1, external.brokers().size());
        this.millis =
                counters.taking()
                        .map(count -> millisFor(count, brokers))
                        .cache(value -> KEPT, failure -> Duration.ZERO, () -> Duration.ZERO)
                        .onErrorReturn(SyncAnswer.SPREAD_UNSAID_MILLIS);
    }

    static long millisFor(long counters, int brokers) {
        return Math.min(
                SyncAnswer.WAIT_MAX_MILLIS, counters * 1_000 / (BROKER_PER_SECOND * brokers));
    }

    /** For the fleet of today, or of a moment ago. */
    Mono<Long> millis() {
        return millis;
    }
}
