package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assistcounter.protocol.journal.SaleOutcome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The command {@code scripts/simulate} with many counters in each seed. */
final class FleetRun {
    private static final int SHOWN_MAX = 20;

    private FleetRun() {}

    /** What one seed came to. */
    record Outcome(long seed, FleetCounts counts, String violation) {}

    /** Runs one seed; the same seed always comes to the same. */
    static Outcome one(long seed, int counters, long hours) {
        try {
            var setup = new FleetSimulation.Setup(seed, counters, false);
            return new Outcome(seed, new FleetSimulation(setup, _ -> {}).run(hours), "");
        } catch (Violation violation) {
            return new Outcome(seed, new FleetCounts(), String.valueOf(violation.getMessage()));
        } catch (RuntimeException e) {
            throw new IllegalStateException("seed " + seed, e);
        }
    }

    /** Whether every invariant held. */
    static boolean run(Options options) throws InterruptedException {
        long start = System.nanoTime();
        List<Outcome> outcomes = all(options);
        double seconds = (System.nanoTime() - start) / 1e9;
        FleetCounts counts = new FleetCounts();
        outcomes.forEach(outcome -> counts.add(outcome.counts()));
        List<Outcome> broken =
                outcomes.stream().filter(outcome -> !outcome.violation().isEmpty()).toList();
        report(options, counts, broken, seconds);
        return broken.isEmpty();
    }

    private static List<Outcome> all(Options options) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (long i = 0; i < options.seeds(); i++) {
                long seed = options.firstSeed() + i;
                running.add(threads.submit(() -> one(seed, options.counters(), options.hours())));
            }
            for (Future<Outcome> future : running) {
                outcomes.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a seed failed in an unforeseen way", e.getCause());
        }
        return outcomes;
    }

    /** The command that runs a seed again. */
    static String replay(long seed, int counters, long hours) {
        return "scripts/simulate --seed %d --counters %d --hours %d"
                .formatted(seed, counters, hours);
    }

    private static void report(
            Options options, FleetCounts counts, List<Outcome> broken, double seconds) {
        for (Outcome outcome : broken.subList(0, Math.min(SHOWN_MAX, broken.size()))) {
            System.out.printf(
                    "seed %d: %s%n  replay: %s%n",
                    outcome.seed(),
                    outcome.violation(),
                    replay(outcome.seed(), options.counters(), options.hours()));
        }
        Counts counters = counts.counters();
        System.out.printf(
                "%d seeds of %d counters, %d counter-hours in %.1f s (%.0f a second), %d sales %s,"
                        + " %d messages, %d cards with a copy, not believed %s, %d violations%n",
                options.seeds(),
                options.counters(),
                counters.counterHours(),
                seconds,
                counters.counterHours() / seconds,
                counters.sales(),
                counters.outcomes(),
                counts.messages(),
                counts.copies(),
                counts.disbeliefs(),
                broken.size());
        System.out.println("faults: " + counts.faults());
        if (options.isJson()) {
            System.out.println(json(options, counts, broken));
        }
    }

    private static String json(Options options, FleetCounts counts, List<Outcome> broken) {
        Counts counters = counts.counters();
        ObjectNode json =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("seeds", options.seeds())
                        .put("counters", options.counters())
                        .put("counterHours", counters.counterHours())
                        .put("events", counters.events())
                        .put("sales", counters.sales())
                        .put("cases", counters.cases())
                        .put("messages", counts.messages())
                        .put("copies", counts.copies())
                        .put("lostSigned", counts.lostSigned())
                        .put("keysGiven", counts.keysGiven());
        ObjectNode outcomes = json.putObject("outcomes");
        for (SaleOutcome outcome : SaleOutcome.values()) {
            outcomes.put(outcome.word(), counters.outcomes().getOrDefault(outcome, 0L));
        }
        put(json.putObject("faults"), counts.faults());
        put(json.putObject("notBelieved"), counts.disbeliefs());
        ArrayNode violations = json.putArray("violations");
        for (Outcome outcome : broken) {
            violations.addObject().put("seed", outcome.seed()).put("what", outcome.violation());
        }
        return json.put("hash", counts.hash().toString()).toString();
    }

    private static void put(ObjectNode json, Map<String, Long> counts) {
        counts.forEach(json::put);
    }
}
