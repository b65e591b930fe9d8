package org.assistcounter.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.assistcounter.virtualcounters.Direction;
import org.assistcounter.virtualcounters.Trials;

/**
 * What a fleet of virtual counters asks of a server, which from 15,000 counters on has two
 * Mosquittos beside it, since a process may not open more files. All share the cores of this
 * machine.
 *
 * @param counters at full size
 * @param measurement what is done with them
 */
record FleetBenchmark(String name, String about, int counters, Measurement measurement)
        implements Benchmark {
    private static final int SMOKE_COUNTERS = 20;
    private static final double LIVE_RECORDS_A_SECOND = 2_000;
    private static final double LIVE_SECONDS = 600;
    private static final double LIVE_WARM_SECONDS = 60;
    private static final double SMOKE_SECONDS = 2;
    private static final double KILOBYTE = 1024;
    private static final double MEGABYTE = KILOBYTE * KILOBYTE;

    /** With so many counters. */
    @FunctionalInterface
    interface Measurement {
        Result measured(Trials trials, Size size, int counters);
    }

    /** Records from all connected counters, each until its checkpoint is verified. */
    static FleetBenchmark live() {
        return new FleetBenchmark(
                "live",
                "from a record to the fleet's signature at 2,000 records/s, p99;"
                        + " reference: from a ping to the broker's answer, p99",
                30_000,
                FleetBenchmark::live);
    }

    /** What a held connection costs. */
    static FleetBenchmark connections() {
        return new FleetBenchmark(
                "connections",
                "memory of the server for a held connection with mutual TLS;"
                        + " reference: a bare endpoint, and Mosquitto",
                30_000,
                (trials, _, counters) -> connections(trials, counters));
    }

    /** All back after a cold restart. */
    static FleetBenchmark storm() {
        return new FleetBenchmark(
                "storm",
                "all counters back and synced after the server was killed;"
                        + " reference: as many connections at a bare endpoint",
                30_000,
                (trials, _, counters) -> storm(trials, counters));
    }

    /** A price changed everywhere. */
    static FleetBenchmark desired() {
        return new FleetBenchmark(
                "desired",
                "a price changed at all counters until all sell by it and have reported;"
                        + " reference: the same bytes bare over each connection and the broker",
                30_000,
                (trials, _, counters) -> desired(trials, counters));
    }

    @Override
    public Benchmark withCounters(int number) {
        return new FleetBenchmark(name, about, number, measurement);
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) {
        int number = size == Size.SMOKE ? SMOKE_COUNTERS : counters;
        try (Trials trials = Trials.start(number, folder, people)) {
            return measurement.measured(trials, size, number);
        }
    }

    private static Result live(Trials trials, Size size, int counters) {
        Trials.Latency latency =
                size == Size.SMOKE
                        ? trials.live(counters, counters, 1, SMOKE_SECONDS)
                        : trials.live(
                                counters, LIVE_RECORDS_A_SECOND, LIVE_WARM_SECONDS, LIVE_SECONDS);
        return new Result(
                "live",
                latency.p99Millis(),
                "ms",
                latency.brokerP99Millis(),
                Map.of(
                        "counters", (double) counters,
                        "brokersBeside", (double) trials.brokersBeside(),
                        "recordsPerSecond", latency.perSecond(),
                        "p50Millis", latency.p50Millis(),
                        "maxMillis", latency.maxMillis(),
                        "brokerP50Millis", latency.brokerP50Millis()));
    }

    private static Result connections(Trials trials, int counters) {
        Trials.Memory memory = trials.connections(counters);
        return new Result(
                "connections",
                memory.server().bytes() / KILOBYTE,
                "KB",
                memory.bare().bytes() / KILOBYTE,
                Map.of(
                        "counters",
                        (double) counters,
                        "brokersBeside",
                        (double) trials.brokersBeside(),
                        "serverMegabytes",
                        memory.serverBytes() / MEGABYTE,
                        "mosquittoKilobytes",
                        memory.mosquitto().bytes() / KILOBYTE,
                        "handshakesPerSecond",
                        memory.server().perSecond(),
                        "bareHandshakesPerSecond",
                        memory.bare().perSecond(),
                        "mosquittoHandshakesPerSecond",
                        memory.mosquitto().perSecond()));
    }

    private static Result storm(Trials trials, int counters) {
        Trials.Return back = trials.storm(counters);
        return new Result(
                "storm",
                back.seconds(),
                "s",
                back.bareSeconds(),
                Map.of(
                        "counters", (double) counters,
                        "brokersBeside", (double) trials.brokersBeside(),
                        "connectedSeconds", back.connectedSeconds(),
                        "readySeconds", back.readySeconds(),
                        "failedConnections", (double) back.failed(),
                        "hostileMessages", (double) back.hostileMessages()));
    }

    private static Result desired(Trials trials, int counters) {
        Direction direction = trials.desired(counters);
        return new Result(
                "desired",
                direction.reportedSeconds(),
                "s",
                direction.bareSeconds(),
                Map.of(
                        "counters",
                        (double) counters,
                        "brokersBeside",
                        (double) trials.brokersBeside(),
                        "orderedSeconds",
                        direction.orderedSeconds(),
                        "appliedSeconds",
                        direction.appliedSeconds()));
    }
}
