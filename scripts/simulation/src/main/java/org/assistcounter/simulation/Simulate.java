package org.assistcounter.simulation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assistcounter.protocol.journal.SaleOutcome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The command {@code scripts/simulate}. */
public final class Simulate {

    private Simulate() {}

    /** Exits 0 when every invariant held, or when a planted bug was caught. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        Options options;
        try {
            options = Options.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println("simulate: " + e.getMessage());
            System.exit(2);
            return;
        }
        if (options.listsBugs()) {
            for (PlantedBug bug : PlantedBug.values()) {
                if (bug != PlantedBug.NONE) {
                    System.out.println(bug.word());
                }
            }
            return;
        }
        System.exit(isRight(options) ? 0 : 1);
    }

    private static boolean isRight(Options options) throws InterruptedException, IOException {
        if (options.isReplayed()) {
            return ReplayRun.run(options);
        }
        return options.counters() > 1 ? FleetRun.run(options) : run(options);
    }

    private static boolean run(Options options) throws InterruptedException {
        long start = System.nanoTime();
        List<Outcome> outcomes = all(options);
        double seconds = (System.nanoTime() - start) / 1e9;
        Counts counts = new Counts();
        List<Outcome> broken = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            counts.add(outcome.counts());
            if (!outcome.violation().isEmpty()) {
                broken.add(outcome);
            }
        }
        report(options, counts, broken, seconds);
        boolean caught = !broken.isEmpty();
        return (options.bug() == PlantedBug.NONE) != caught;
    }

    /** What one seed came to. */
    record Outcome(long seed, Counts counts, String violation) {}

    private static List<Outcome> all(Options options) throws InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            List<Future<Outcome>> running = new ArrayList<>();
            for (long seed = options.firstSeed();
                    seed < options.firstSeed() + options.seeds();
                    seed++) {
                long one = seed;
                running.add(threads.submit(() -> one(one, options.hours(), options.bug())));
            }
            for (Future<Outcome> future : running) {
                outcomes.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a seed failed in an unforeseen way", e.getCause());
        }
        return outcomes;
    }

    /** Runs one seed; the same seed always comes to the same. */
    static Outcome one(long seed, long hours, PlantedBug bug) {
        try {
            return new Outcome(seed, new Simulation(seed, bug).run(hours), "");
        } catch (Violation violation) {
            return new Outcome(seed, new Counts(), String.valueOf(violation.getMessage()));
        } catch (RuntimeException e) {
            throw new IllegalStateException("seed " + seed, e);
        }
    }

    private static void report(
            Options options, Counts counts, List<Outcome> broken, double seconds) {
        for (Outcome outcome : broken.subList(0, Math.min(20, broken.size()))) {
            System.out.printf(
                    "seed %d: %s%n  replay: scripts/simulate --seed %d --hours %d%s%n",
                    outcome.seed(),
                    outcome.violation(),
                    outcome.seed(),
                    options.hours(),
                    options.bug() == PlantedBug.NONE
                            ? ""
                            : " --planted-bug " + options.bug().word());
        }
        System.out.printf(
                "%d seeds, %d counter-hours in %.1f s (%.0f a second), %d sales %s, %d cases,"
                        + " %d violations%n",
                options.seeds(),
                counts.counterHours(),
                seconds,
                counts.counterHours() / seconds,
                counts.sales(),
                counts.outcomes(),
                counts.cases(),
                broken.size());
        System.out.println("faults: " + words(counts.faults()));
        if (options.isJson()) {
            System.out.println(json(options, counts, broken));
        }
    }

    private static Map<String, Long> words(Map<Fault, Long> faults) {
        Map<String, Long> words = new TreeMap<>();
        faults.forEach((fault, count) -> words.put(fault.word(), count));
        return words;
    }

    private static String json(Options options, Counts counts, List<Outcome> broken) {
        ObjectNode json =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("seeds", options.seeds())
                        .put("counterHours", counts.counterHours())
                        .put("events", counts.events())
                        .put("sales", counts.sales())
                        .put("cases", counts.cases());
        ObjectNode outcomes = json.putObject("outcomes");
        for (SaleOutcome outcome : SaleOutcome.values()) {
            outcomes.put(outcome.word(), counts.outcomes().getOrDefault(outcome, 0L));
        }
        ObjectNode faults = json.putObject("faults");
        words(counts.faults()).forEach(faults::put);
        ArrayNode violations = json.putArray("violations");
        for (Outcome outcome : broken) {
            violations.addObject().put("seed", outcome.seed()).put("what", outcome.violation());
        }
        return json.put("hash", counts.hash().toString()).toString();
    }
}
