package org.assistcounter.virtualcounters;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Measurements of a fleet of our own, each beside its reference. Server, brokers, database and load
 * share this machine's cores.
 */
public final class Trials implements AutoCloseable {
    /** A process opens 20,000 files at most on the machine that this was made on. */
    private static final int COUNTERS_A_PROCESS = 15_000;

    private static final int HOSTILE_SHARE = 1_000;
    private static final int HOSTILE_MIN = 5;

    private final Fleet fleet;
    private final FleetWeb web;
    private final List<Wing> wings;
    private Map<String, Long> before = Map.of();

    private Trials(Fleet fleet, List<Wing> wings) {
        this.fleet = fleet;
        this.web = fleet.web();
        this.wings = wings;
    }

    /** With a server that somebody else ends. */
    static Trials of(OwnServer server, Path folder, PrintStream people) {
        Fleet fleet = new Fleet(server, server.keys(), List.of(), () -> {});
        return new Trials(fleet, List.of(Wing.of(0, server, folder, new Screen(people, false))));
    }

    /**
     * Starts a server for so many counters, to be ended by closing this.
     *
     * @param folder empty; the caller removes what is left
     * @param people where lines for people go
     */
    public static Trials start(int counters, Path folder, PrintStream people) {
        Screen screen = new Screen(people, false);
        int count = Math.ceilDiv(counters, COUNTERS_A_PROCESS);
        boolean isSpread = count > 1;
        List<String> jvm = Rehearsal.options(counters, isSpread, people);
        Path parts = folder.resolve("fleet");
        Fleet fleet = isSpread ? Fleet.spread(parts, jvm) : Fleet.whole(parts, jvm);
        List<Wing> wings = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Path own = folder.resolve("wing-" + number);
            wings.add(Wing.of(number, fleet.server(), own, screen));
        }
        return new Trials(fleet, List.copyOf(wings));
    }

    /** How many brokers are beside the server; with none it has its own. */
    public int brokersBeside() {
        return fleet.brokers().size();
    }

    private int share(Wing wing, int all) {
        return wing.shareOf(all, wings);
    }

    private <T> List<T> together(Function<Wing, T> work) {
        return Wing.together(wings, work);
    }

    /**
     * What held connections cost.
     *
     * @param bare of endpoints that do nothing else
     * @param mosquitto of Mosquitto; nothing where it is not installed
     * @param serverBytes all that server and brokers hold with all connections, the database apart
     */
    public record Memory(int counters, Held server, Held bare, Held mosquitto, long serverBytes) {}

    /**
     * What one kind of endpoint holds.
     *
     * @param bytes for one more connection
     * @param perSecond connections that were made a second
     */
    public record Held(double bytes, double perSecond) {
        static final Held NOTHING = new Held(0, 0);
    }

    /** Holds some connections, then more, and looks at the difference. */
    public Memory connections(int counters) {
        together(wing -> wing.squad().ask("muster", share(wing, counters)));
        Weighing own = Weighing.of(wings, counters, List.of(new Serving(fleet)));
        Weighing bare = Weighing.of(wings, counters, together(wing -> BareProcess.start(fleet)));
        Held mosquitto =
                Mosquitto.isInstalled()
                        ? Weighing.of(wings, counters, together(this::mosquitto)).held()
                        : Held.NOTHING;
        return new Memory(counters, own.held(), bare.held(), mosquitto, own.largeBytes());
    }

    private Endpoint mosquitto(Wing wing) {
        return Mosquitto.start(
                wing.folder().resolve("mosquitto"), fleet.keys(), Ports.free(1).getFirst());
    }

    /** The fleet itself as an endpoint; it goes on afterwards. */
    private record Serving(Fleet fleet) implements Endpoint {
        @Override
        public int port() {
            return 0;
        }

        @Override
        public long residentBytes() {
            return fleet.residentBytes();
        }

        @Override
        public void close() {}
    }

    private void join(int counters, int hostile) {
        before = web.balances();
        together(wing -> wing.squad().ask("join", share(wing, counters), hostile));
    }

    /**
     * How a fleet comes back.
     *
     * @param seconds from the first moment at which counters could connect until all are connected
     *     and all is signed for
     * @param connectedSeconds until all are connected
     * @param readySeconds until the server said that it is ready
     * @param failed connections that ended or were not made since then
     * @param hostileMessages sent by then by cards in the wrong hands
     * @param bareSeconds as many connections at bare endpoints
     */
    public record Return(
            int counters,
            double seconds,
            double connectedSeconds,
            double readySeconds,
            long failed,
            long hostileMessages,
            double bareSeconds) {}

    /** Kills server and brokers, lets each counter sell, and starts them again, cold. */
    public Return storm(int counters) {
        join(counters, Math.max(HOSTILE_MIN, counters / HOSTILE_SHARE) / wings.size());
        fleet.kill();
        together(wing -> wing.squad().ask("dead"));
        together(wing -> wing.squad().ask("sell"));
        long open = fleet.startAgain();
        double ready = (System.nanoTime() - open) / 1e9;
        List<JsonNode> backs = together(wing -> wing.squad().ask("back"));
        requireGood();
        together(wing -> wing.squad().ask("cut"));
        List<JsonNode> bare = together(wing -> bare(wing, share(wing, counters)));
        return new Return(
                counters,
                ready + worst(backs, "syncedSeconds"),
                ready + worst(backs, "connectedSeconds"),
                ready,
                sum(backs, "failed"),
                sum(backs, "hostileMessages"),
                worst(bare, "seconds"));
    }

    private JsonNode bare(Wing wing, int count) {
        try (BareProcess bare = BareProcess.start(fleet)) {
            JsonNode held = wing.squad().ask("hold", count, bare.port());
            wing.squad().ask("release");
            return held;
        }
    }

    /**
     * Records on their way to a signature.
     *
     * @param perSecond records written a second
     * @param p50Millis from a record on disk to the fleet's signature, checked by the counter
     * @param brokerP50Millis from a ping to its answer, at the moments of the same messages
     */
    public record Latency(
            double perSecond,
            double p50Millis,
            double p99Millis,
            double maxMillis,
            double brokerP50Millis,
            double brokerP99Millis) {}

    /**
     * Sells at so many records a second; of several processes with counters the slowest counts.
     *
     * @param warmSeconds before it is measured
     */
    public Latency live(int counters, double perSecond, double warmSeconds, double seconds) {
        before = web.balances();
        List<JsonNode> all =
                together(wing ->
                        wing.squad()
                                .ask(
                                        "live",
                                        share(wing, counters),
                                        0,
                                        perSecond / wings.size(),
                                        warmSeconds,
                                        seconds));
        requireGood();
        return new Latency(
                all.stream().mapToDouble(each -> each.path("perSecond").asDouble()).sum(),
                worst(all, "p50Millis"),
                worst(all, "p99Millis"),
                worst(all, "maxMillis"),
                worst(all, "brokerP50Millis"),
                worst(all, "brokerP99Millis"));
    }

    /** Changes a price at all counters at once; they sell nothing meanwhile. */
    public Direction desired(int counters) {
        join(counters, 0);
        together(wing -> wing.squad().ask("remember"));
        PriceRise rise = new PriceRise(web);
        long begin = System.nanoTime();
        rise.order();
        double ordered = secondsSince(begin);
        together(wing -> wing.squad().ask("follow"));
        double applied = secondsSince(begin);
        rise.awaitReported(counters);
        double reported = secondsSince(begin);
        List<JsonNode> bare = together(wing -> wing.squad().ask("echo"));
        requireGood();
        return new Direction(counters, ordered, applied, reported, worst(bare, "seconds"));
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static double worst(List<JsonNode> all, String what) {
        return all.stream().mapToDouble(each -> each.path(what).asDouble()).max().orElseThrow();
    }

    private static long sum(List<JsonNode> all, String what) {
        return all.stream().mapToLong(each -> each.path(what).asLong()).sum();
    }

    private void requireGood() {
        List<String> faults = new ArrayList<>();
        Map<String, Long> sold = new TreeMap<>();
        for (JsonNode said : together(wing -> wing.squad().ask("settle"))) {
            said.path("faults").valueStream().map(JsonNode::asString).forEach(faults::add);
            said.path("balances")
                    .forEachEntry(
                            (account, amount) -> sold.merge(account, amount.asLong(), Long::sum));
        }
        faults.addAll(Books.differences(before, web.balances(), sold));
        if (!faults.isEmpty()) {
            throw new LoadFailed(
                    "the books differ, or not all is signed for: " + String.join("; ", faults));
        }
    }

    @Override
    public void close() {
        wings.forEach(Wing::close);
        web.close();
        fleet.close();
    }
}
