package org.assistcounter.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The command {@code scripts/simulate --replay}. */
final class ReplayRun {

    private ReplayRun() {}

    /** Whether every seed came to the same in real databases. */
    static boolean run(Options options) throws IOException {
        Path directory = Files.createTempDirectory("replay");
        boolean isSame = true;
        ObjectNode json = JsonMapper.shared().createObjectNode();
        try (RealFleet fleet = RealFleet.start(directory.resolve("fleet"))) {
            for (long i = 0; i < options.seeds(); i++) {
                Path cards = Files.createTempDirectory(directory, "cards");
                isSame &= one(options.firstSeed() + i, options, cards, fleet, json);
            }
        } finally {
            delete(directory);
        }
        if (options.isJson()) {
            System.out.println(json.put("seeds", options.seeds()).put("same", isSame));
        }
        return isSame;
    }

    private static boolean one(
            long seed, Options options, Path cards, RealFleet fleet, ObjectNode json) {
        try {
            Replay replay = Replay.of(seed, options.counters(), options.hours());
            Replay.Report report = replay.into(cards, fleet);
            System.out.printf(
                    "seed %d: %d messages, %d records on cards, %d postings, %d not believed,"
                            + " ledger %s in memory, SQLite and PostgreSQL%n",
                    seed,
                    report.messages(),
                    report.records(),
                    report.postings(),
                    report.refused(),
                    report.hash());
            json.withObject("ledgers").put(Long.toString(seed), report.hash());
            return true;
        } catch (Violation violation) {
            System.out.printf(
                    "seed %d: %s%n  replay: %s --replay%n",
                    seed,
                    violation.getMessage(),
                    FleetRun.replay(seed, options.counters(), options.hours()));
            return false;
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(directory)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
