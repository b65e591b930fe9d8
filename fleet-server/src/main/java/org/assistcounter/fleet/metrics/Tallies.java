package org.assistcounter.fleet.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assistcounter.fleet.metrics.Tally.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks every tally and shows what it said. While the database does not answer the old numbers stand
 * and `assistcounter.tallies.age` grows, so that nobody takes them for new.
 */
@Component
public class Tallies implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Tallies.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final double MILLIS_A_SECOND = 1_000;

    private final List<Tally> all;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<String, MultiGauge> gauges = new HashMap<>();
    private final Disposable running;
    private volatile Instant readAt;

    Tallies(ObjectProvider<Tally> all, MeterRegistry meters, Clock clock) {
        this.all = all.orderedStream().toList();
        this.meters = meters;
        this.clock = clock;
        this.readAt = clock.instant();
        Gauge.builder("assistcounter.tallies.age", this, Tallies::ageSeconds)
                .description("How old the numbers are that are counted in the database")
                .baseUnit("seconds")
                .register(meters);
        this.running =
                Flux.interval(EVERY)
                        .onBackpressureDrop()
                        .concatMap(tick -> read().onErrorResume(Tallies::failed), 1)
                        .subscribe();
    }

    private static Mono<Void> failed(Throwable failure) {
        LOG.warn("What is counted for the metrics could not be read: {}", failure.toString());
        return Mono.empty();
    }

    private double ageSeconds() {
        return Duration.between(readAt, clock.instant()).toMillis() / MILLIS_A_SECOND;
    }

    /** Reads all anew. */
    public Mono<Void> read() {
        return Flux.fromIterable(all)
                .concatMap(Tally::read)
                .collect(Collectors.groupingBy(Reading::gauge))
                .doOnNext(this::show)
                .then();
    }

    /** What a round does not name any more is zero, and goes. */
    private synchronized void show(Map<String, List<Reading>> read) {
        read.keySet().forEach(name -> gauges.computeIfAbsent(name, this::gauge));
        gauges.forEach(
                (name, gauge) -> gauge.register(rows(read.getOrDefault(name, List.of())), true));
        readAt = clock.instant();
    }

    private MultiGauge gauge(String name) {
        return MultiGauge.builder(name).register(meters);
    }

    private static List<MultiGauge.Row<?>> rows(List<Reading> readings) {
        return readings.stream().<MultiGauge.Row<?>>map(Tallies::row).toList();
    }

    private static MultiGauge.Row<?> row(Reading reading) {
        Tags tags =
                reading.label().isEmpty() ? Tags.empty() : Tags.of(reading.label(), reading.of());
        return MultiGauge.Row.of(tags, reading, Reading::value);
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
