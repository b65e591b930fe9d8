package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The command: virtual counters against a server; {@code scripts/fleet-load} has its help. */
public final class FleetLoad {
    private FleetLoad() {}

    /** Exits with 0, with 1 when the books differ or it failed, with 2 when called wrongly. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        return run(arguments, OwnServer.JVM, out, err);
    }

    /**
     * @param jvm options of servers of our own
     */
    static int run(List<String> arguments, List<String> jvm, PrintStream out, PrintStream err) {
        try {
            Options options = Options.parse(arguments);
            Screen screen = new Screen(out, Boolean.getBoolean("assistcounter.terminal"));
            Outcome outcome = run(options, jvm, screen);
            out.print(outcome.table());
            if (options.isJson()) {
                out.println(outcome.json());
            }
            return outcome.isGood() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            err.println("fleet-load: " + e.getMessage());
            return 2;
        } catch (LoadFailed | IOException e) {
            err.println("fleet-load: " + e.getMessage());
            return 1;
        }
    }

    private static Outcome run(Options options, List<String> jvm, Screen screen)
            throws IOException {
        Path named = options.place().data();
        Path folder = named == null ? Files.createTempDirectory("fleet-load") : named;
        Files.createDirectories(folder);
        try {
            URI server = options.place().server();
            if (server != null) {
                return load(options, server, folder, screen);
            }
            return options.trade().scenario() == Scenario.INSTANCES
                    ? withInstances(options, jvm, folder, screen)
                    : withOwnServer(options, jvm, folder, screen);
        } finally {
            if (named == null) {
                remove(folder);
            }
        }
    }

    private static Outcome withOwnServer(
            Options options, List<String> jvm, Path folder, Screen screen) {
        try (OwnServer server = OwnServer.start(folder, jvm)) {
            screen.line("server ready, process " + server.pid() + ", log " + server.log());
            if (options.trade().scenario() != Scenario.STORM) {
                return load(options, server.address(), folder, screen);
            }
            try (Run run = prepare(options, server.address(), folder, screen)) {
                double seconds = run.beginSelling();
                run.spend("selling", seconds / 2);
                server.kill();
                screen.line("server killed");
                server.startAgain();
                long begin = System.nanoTime();
                screen.line("server ready again");
                run.await("coming back", Run.QUIET_SECONDS_MAX, Standing::isAllConnected);
                run.took("all back", begin);
                run.awaitOver(seconds);
                return run.outcome();
            }
        }
    }

    private static Outcome withInstances(
            Options options, List<String> jvm, Path folder, Screen screen) {
        try (Plant plant = Plant.start(folder.resolve("plant"), jvm, 2)) {
            List<OwnServer> instances = plant.instances();
            screen.line(instances.size() + " instances ready, logs in " + folder);
            try (Run run = prepare(options, instances.getFirst().address(), folder, screen)) {
                int drawn = new SplittableRandom(options.trade().seed()).nextInt(instances.size());
                new TwoInstances(run, plant, screen).befall(drawn);
                return run.outcome();
            }
        }
    }

    private static Outcome load(Options options, URI server, Path folder, Screen screen) {
        try (Run run = prepare(options, server, folder, screen)) {
            double seconds = run.beginSelling();
            if (options.trade().scenario() == Scenario.OUTAGE) {
                run.spend("selling", seconds / 3);
                run.cut();
                run.spend("selling without a network", seconds / 3);
                long begin = System.nanoTime();
                run.mend();
                run.await("coming back", Run.QUIET_SECONDS_MAX, Standing::isAllConnected);
                run.took("all back", begin);
            }
            run.awaitOver(seconds);
            return run.outcome();
        }
    }

    private static Run prepare(Options options, URI server, Path folder, Screen screen) {
        Run.Site site = new Run.Site(server, folder.resolve("journals"));
        Run run =
                options.place().isResumed()
                        ? Run.resume(options.trade(), site, screen)
                        : Run.prepare(options.crowd(), options.trade(), site, screen);
        run.connect();
        return run;
    }

    /** What is left of a temporary folder; the server has ended. */
    static void remove(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
