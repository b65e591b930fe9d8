package org.assistcounter.virtualcounters;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measurements of a server of our own, each beside its reference. Server, database and load share
 * this machine's cores.
 */
public final class Trials implements AutoCloseable {
    private static final long SEED = 1;
    private static final int ON_DISK = 50;
    private static final double KILOBYTE = 1024;

    private final OwnServer server;
    private final Path folder;
    private final Screen screen;

    /**
     * @param folder for journals on disk
     */
    Trials(OwnServer server, Path folder, PrintStream people) {
        this.server = server;
        this.folder = folder;
        this.screen = new Screen(people, false);
    }

    /**
     * Starts a server, to be ended by closing this.
     *
     * @param folder empty; the caller removes what is left
     * @param people where lines for people go
     */
    public static Trials start(Path folder, PrintStream people) {
        return new Trials(OwnServer.start(folder, OwnServer.JVM), folder, people);
    }

    /**
     * What held connections cost.
     *
     * @param bytes of the server's memory for one more connection, after a collection
     * @param bareBytes of the bare endpoint's
     * @param serverBytes all that the server holds with all connections, its database apart
     */
    public record Memory(
            int small,
            int large,
            double bytes,
            double bareBytes,
            long serverBytes,
            double handshakesASecond,
            double bareHandshakesASecond) {}

    /** Holds some connections, then more, and looks at the difference. */
    public Memory connections(int small, int large) {
        try (FleetWeb web = new FleetWeb(server.address())) {
            web.signIn();
            Enroller enroller = new Enroller(web, "C" + Long.toString(System.nanoTime(), 36));
            List<Card> cards = enroller.enrol(large, done -> screen.progress("enrolled " + done));
            Held held;
            try (Holding holding =
                    new Holding(enroller.fleet(), cards, enroller.fleet().brokers().getFirst())) {
                held = Held.measured(holding, server.pid(), small, large);
            }
            try (BareProcess bare = BareProcess.start(server);
                    Holding holding = new Holding(enroller.fleet(), cards, bare.address())) {
                Held bareHeld = Held.measured(holding, bare.pid(), small, large);
                return new Memory(
                        small,
                        large,
                        held.slope(),
                        bareHeld.slope(),
                        held.largeBytes(),
                        held.handshakesASecond(),
                        bareHeld.handshakesASecond());
            }
        }
    }

    /** What a process holds at two numbers of connections. */
    private record Held(
            int small, int large, long smallBytes, long largeBytes, double handshakesASecond) {

        static Held measured(Holding holding, long pid, int small, int large) {
            holding.connectUntil(small);
            long smallBytes = Resident.bytesAfterCollection(pid);
            double seconds = holding.connectUntil(large);
            long largeBytes = Resident.bytesAfterCollection(pid);
            if (holding.held() != large) {
                throw new LoadFailed(holding.held() + " of " + large + " connections are held");
            }
            return new Held(small, large, smallBytes, largeBytes, (large - small) / seconds);
        }

        double slope() {
            return (double) (largeBytes - smallBytes) / (large - small);
        }
    }

    /**
     * How a fleet comes back.
     *
     * @param seconds from a server that is ready, until all are connected and all is signed for
     * @param connectedSeconds until all are connected
     * @param failed connections that ended or were not made in that time
     * @param bareSeconds as many connections at the bare endpoint
     */
    public record Return(
            int counters,
            double seconds,
            double connectedSeconds,
            long failed,
            double bareSeconds) {}

    /** Kills the server, lets each counter sell, and starts the server again, cold. */
    public Return storm(int counters) {
        var crowd = new Options.Crowd(counters, Math.min(ON_DISK, counters), 0, 0);
        var trade = trade(new Demand(1, Demand.ALL_ALIKE, Long.MAX_VALUE / 4));
        try (Run run = Run.prepare(crowd, trade, site(), screen)) {
            run.connect();
            run.await("first words", Run.QUIET_SECONDS_MAX, Standing::isAllSynced);
            server.kill();
            run.await("dead", 30, now -> now.connected() == 0);
            run.province().forEach(VirtualCounter::sellsAtOnce);
            server.startAgain();
            long begin = System.nanoTime();
            long before = ends(run.province().standing());
            run.await("coming back", Run.QUIET_SECONDS_MAX, Standing::isAllConnected);
            double connected = run.took("connected", begin);
            Standing standing = run.await("syncing", Run.QUIET_SECONDS_MAX, Standing::isAllSynced);
            double synced = run.took("synced", begin);
            requireGood(run.outcome());
            run.cut();
            try (BareProcess bare = BareProcess.start(server);
                    Holding holding = run.holding(bare.address())) {
                double bareSeconds = holding.connectUntil(counters);
                return new Return(
                        counters, synced, connected, ends(standing) - before, bareSeconds);
            }
        }
    }

    private static long ends(Standing standing) {
        return standing.meters().ends().values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Records on their way to a signature.
     *
     * @param perSecond records written a second
     * @param p50Millis from a record on disk to the fleet's signature, checked by the counter
     * @param brokerP50Millis from a message to the broker's word that it has it, of the same
     *     messages
     */
    public record Latency(
            double perSecond,
            double p50Millis,
            double p99Millis,
            double maxMillis,
            double brokerP50Millis,
            double brokerP99Millis) {}

    /**
     * Sells at so many records a second.
     *
     * @param warmSeconds before it is measured
     */
    public Latency live(int counters, double perSecond, double warmSeconds, double seconds) {
        var crowd = new Options.Crowd(counters, Math.min(ON_DISK, counters), 0, 0);
        double salesAnHour = perSecond / RECORDS_A_SALE / counters * 3_600;
        long untilMillis = (long) ((warmSeconds + seconds) * 1_000);
        var trade = trade(new Demand(salesAnHour, Demand.ALL_ALIKE, untilMillis));
        try (Run run = Run.prepare(crowd, trade, site(), screen)) {
            run.connect();
            run.await("first words", Run.QUIET_SECONDS_MAX, Standing::isAllSynced);
            run.beginSelling();
            run.spend("warming up", warmSeconds);
            run.province().onEach(loop -> loop.meters().restartLatencies());
            long before = run.province().standing().written();
            long begin = System.nanoTime();
            run.spend("selling", seconds);
            Standing standing = run.province().standing();
            double took = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
            Meters meters = standing.meters();
            run.awaitOver(0);
            requireGood(run.outcome());
            return new Latency(
                    (standing.written() - before) / took,
                    meters.latencyMillis(50),
                    meters.latencyMillis(99),
                    meters.latencyMillis(100),
                    meters.roundTripMillis(50),
                    meters.roundTripMillis(99));
        }
    }

    /** With the checkpoints that are embedded; measured. */
    private static final double RECORDS_A_SALE = 8.5;

    private static Options.Trade trade(Demand demand) {
        return new Options.Trade(SEED, demand, 1, Scenario.DAY);
    }

    private Run.Site site() {
        return new Run.Site(server.address(), folder.resolve("journals"));
    }

    private void requireGood(Outcome outcome) {
        screen.line(outcome.table());
        if (!outcome.isGood()) {
            throw new LoadFailed("the books differ, or not all is signed for");
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** In kilobytes. */
    public static double kilobytes(double bytes) {
        return bytes / KILOBYTE;
    }
}
