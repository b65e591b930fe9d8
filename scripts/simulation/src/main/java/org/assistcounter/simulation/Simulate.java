package org.assistcounter.simulation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The command {@code scripts/simulate}. */
public final class Simulate {

    private Simulate() {}

    /** Exits 0 when every invariant held, or when every planted bug was caught. */
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
            for (PlantedBug bug : PlantedBugs.all()) {
                System.out.printf("%-36s %s%n", bug.name(), bug.what());
            }
            return;
        }
        System.exit(isRight(options) ? 0 : 1);
    }

    private static boolean isRight(Options options) throws InterruptedException, IOException {
        if (options.isReplayed()) {
            return ReplayRun.run(options);
        }
        if (options.counters() > 1) {
            return FleetRun.run(options);
        }
        return options.bugs().isEmpty() ? runs(options) : hunts(options);
    }

    private static boolean runs(Options options) throws InterruptedException {
        Stopwatch watch = Stopwatch.started();
        List<Callable<Outcome>> seeds = new ArrayList<>();
        for (long seed = options.firstSeed();
                seed < options.firstSeed() + options.seeds();
                seed++) {
            long one = seed;
            seeds.add(() ->
                    options.isTwice()
                            ? twice(one, options.hours(), options.level())
                            : one(one, options.hours(), options.level()));
        }
        Report report = new Report(options, all(seeds), watch.took());
        report.print();
        return report.isClean();
    }

    private static boolean hunts(Options options) throws InterruptedException {
        List<Callable<BugHunt.Trail>> hunts = new ArrayList<>();
        for (PlantedBug bug : options.bugs()) {
            hunts.add(() -> {
                BugHunt.Trail trail =
                        new BugHunt(bug, options.hours())
                                .hunt(options.firstSeed(), options.seeds());
                HuntReport.print(trail);
                return trail;
            });
        }
        HuntReport report = new HuntReport(options, all(hunts));
        report.print();
        return report.isEachCaught();
    }

    private static <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the simulation itself failed", e.getCause());
        }
        return results;
    }

    /** What one seed came to. */
    record Outcome(long seed, Counts counts, String violation) {}

    /** Runs one seed with every byte on the wires. */
    static Outcome one(long seed, long hours) {
        return one(seed, hours, Level.WIRE);
    }

    /** Runs one seed; the same seed always comes to the same. */
    static Outcome one(long seed, long hours, Level level) {
        try {
            return new Outcome(seed, new Simulation(seed, level.joining()).run(hours), "");
        } catch (Violation violation) {
            return new Outcome(seed, new Counts(), String.valueOf(violation.getMessage()));
        } catch (RuntimeException e) {
            throw new IllegalStateException("seed " + seed, e);
        }
    }

    /** The same with every byte on the wires, twice. */
    static Outcome twice(long seed, long hours) {
        return twice(seed, hours, Level.WIRE);
    }

    /** Runs one seed twice: what may be replayed must come to the same each time. */
    static Outcome twice(long seed, long hours, Level level) {
        Outcome first = one(seed, hours, level);
        Outcome second = one(seed, hours, level);
        boolean isSame =
                first.violation().equals(second.violation())
                        && first.counts().hash().equals(second.counts().hash());
        return isSame
                ? first
                : new Outcome(seed, first.counts(), "the same seed came to something else");
    }
}
