package org.assistcounter.virtualcounters;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Kills a part while counters sell and starts it again at once, as whatever looks after a machine
 * does; then compares the ledger with what was sold. Each kill has counters of its own.
 */
public final class Kills {
    private static final long SEED = 1;
    private static final int ON_DISK = 10;
    private static final double SALES_AN_HOUR = 720;

    private final Path folder;
    private final Screen screen;
    private final PrintStream people;
    private final int counters;
    private final double warmSeconds;
    private final double seconds;
    private final List<Killed> all = new ArrayList<>();

    private Kills(Path folder, PrintStream people, int counters, double warm, double seconds) {
        this.folder = folder;
        this.screen = new Screen(people, false);
        this.people = people;
        this.counters = counters;
        this.warmSeconds = warm;
        this.seconds = seconds;
    }

    /**
     * What a kill brought about.
     *
     * @param lost pieces of goods that were sold and are not booked
     * @param doubled pieces that are booked and were not sold
     * @param differences balances of the ledger that are not what was sold
     * @param unsigned records that the fleet has not signed for in the end
     * @param firstSeconds from the kill to the first signature for a record written after it
     * @param longestSeconds that any record waited for its signature
     */
    public record Killed(
            String what,
            long lost,
            long doubled,
            int differences,
            long unsigned,
            double firstSeconds,
            double longestSeconds) {}

    /** Whether brokers beside the server can be killed on this machine. */
    public static boolean isWithBrokers() {
        return Mosquitto.isInstalled();
    }

    /**
     * Of a fleet of two instances, two brokers and a database; and of a server that has all in
     * itself.
     *
     * @param warmSeconds of selling before each kill
     * @param seconds of selling after it
     */
    public static List<Killed> all(
            Path folder, PrintStream people, int counters, double warmSeconds, double seconds) {
        Kills kills = new Kills(folder, people, counters, warmSeconds, seconds);
        kills.embedded();
        if (isWithBrokers()) {
            kills.beside();
        }
        return List.copyOf(kills.all);
    }

    private List<String> jvm(boolean isSpread) {
        return Rehearsal.options(counters, isSpread, people);
    }

    private void embedded() {
        try (OwnServer server = OwnServer.start(folder, jvm(false))) {
            kill("embedded server and broker", server, server);
            kill("embedded database", server.database(), server);
        }
    }

    private void beside() {
        try (Plant plant = Plant.start(folder.resolve("plant"), jvm(true), 2)) {
            OwnServer first = plant.instances().getFirst();
            Mosquitto broker = plant.brokers().getFirst();
            kill("instance", plant.instances().getLast(), first);
            kill("database", plant.database(), first);
            kill("broker", broker, first);
            kill("broker and its disk", broker.losingItsDisk(), first);
        }
    }

    private void kill(String what, Part part, OwnServer asked) {
        var crowd = new Options.Crowd(counters, Math.min(ON_DISK, counters), 0, 0, 0);
        long untilMillis = (long) ((warmSeconds + seconds) * 1_000);
        var demand = new Demand(SALES_AN_HOUR, Demand.ALL_ALIKE, untilMillis);
        var trade = new Options.Trade(SEED, demand, 1, Scenario.DAY);
        var site = new Run.Site(asked.address(), folder.resolve("journals"));
        try (Run run = Run.prepare(crowd, trade, site, screen)) {
            run.connect();
            run.await("first words", Run.QUIET_SECONDS_MAX, Standing::isAllSynced);
            run.beginSelling();
            run.spend("selling", warmSeconds);
            run.province().onEach(loop -> loop.meters().restartLatencies());
            long begin = System.nanoTime();
            part.kill();
            var again = CompletableFuture.runAsync(part::startAgain);
            run.await(
                    what + " killed",
                    Run.QUIET_SECONDS_MAX,
                    _ -> run.province().signedSince(begin) > 0);
            double first = run.took(what + " killed, first signature", begin);
            again.join();
            run.awaitOver(seconds);
            Outcome outcome = run.outcome();
            Books.Pieces pieces = run.pieces();
            screen.line(outcome.table());
            all.add(
                    new Killed(
                            what,
                            pieces.lost(),
                            pieces.doubled(),
                            outcome.differences().size(),
                            outcome.standing().unacknowledged(),
                            first,
                            outcome.standing().meters().latencyMillis(100) / 1e3));
        }
    }
}
