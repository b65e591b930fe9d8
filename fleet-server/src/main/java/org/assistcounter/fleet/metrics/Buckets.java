package org.assistcounter.fleet.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The steps in which times are counted. They are fixed and the same everywhere, so that those of
 * several instances can be added up; a quantile cannot.
 */
final class Buckets implements MeterFilter {

    private static final Set<String> TIMED =
            Set.of(
                    "http.server.requests",
                    "assistcounter.ingest.answer",
                    "assistcounter.ingest.commit",
                    "assistcounter.wallets.calls");

    private static final double[] NANOS =
            Stream.of(5, 10, 25, 50, 100, 200, 300, 500, 1_000, 3_000, 10_000, 30_000)
                    .mapToDouble(millis -> Duration.ofMillis(millis).toNanos())
                    .toArray();

    @Override
    public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
        return TIMED.contains(id.getName())
                ? DistributionStatisticConfig.builder()
                        .serviceLevelObjectives(NANOS)
                        .build()
                        .merge(config)
                : config;
    }
}
