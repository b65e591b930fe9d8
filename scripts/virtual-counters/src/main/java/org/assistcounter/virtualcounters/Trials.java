package org.assistcounter.virtualcounters;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Measurements of servers of our own, each beside its reference. Servers, databases and load share
 * this machine's cores.
 */
public final class Trials implements AutoCloseable {
    /** A process opens 20,000 files at most on the machine that this was made on. */
    private static final int COUNTERS_A_SERVER = 15_000;

    private static final int HOSTILE_SHARE = 1_000;
    private static final int HOSTILE_MIN = 5;
    private static final int PERCENT_SMALL = 20;

    private final List<Wing> wings;
    private final boolean isOwner;

    private Trials(List<Wing> wings, boolean isOwner) {
        this.wings = wings;
        this.isOwner = isOwner;
    }

    /** With a server that somebody else ends. */
    static Trials of(OwnServer server, Path folder, PrintStream people) {
        return new Trials(List.of(Wing.of(0, server, folder, new Screen(people, false))), false);
    }

    /**
     * Starts as many servers as so many counters need, to be ended by closing this.
     *
     * @param folder empty; the caller removes what is left
     * @param people where lines for people go
     */
    public static Trials start(int counters, Path folder, PrintStream people) {
        Screen screen = new Screen(people, false);
        List<Wing> wings = new ArrayList<>();
        int count = Math.ceilDiv(counters, COUNTERS_A_SERVER);
        List<String> jvm = Rehearsal.options(counters, people);
        for (int number = 0; number < count; number++) {
            Path own = folder.resolve("wing-" + number);
            wings.add(Wing.of(number, OwnServer.start(own, jvm), own, screen));
        }
        return new Trials(List.copyOf(wings), true);
    }

    /** How many servers there are. */
    public int servers() {
        return wings.size();
    }

    /** How many of so many counters this wing has. */
    private int share(Wing wing, int all) {
        return all / wings.size() + (wing.number() < all % wings.size() ? 1 : 0);
    }

    private <T> List<T> together(Function<Wing, T> work) {
        return Wing.together(wings, work);
    }

    /**
     * What held connections cost.
     *
     * @param bare of endpoints that do nothing else
     * @param mosquitto of Mosquitto; nothing where it is not installed
     * @param serverBytes all that the servers hold with all connections, their databases apart
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
        List<Slope> servers = together(wing -> slope(wing, counters, new Serving(wing.server())));
        List<Slope> bare =
                together(wing -> slope(wing, counters, BareProcess.start(wing.server())));
        List<Slope> mosquitto =
                Mosquitto.isInstalled()
                        ? together(wing -> slope(wing, counters, mosquitto(wing)))
                        : List.of();
        return new Memory(
                counters,
                Slope.of(servers),
                Slope.of(bare),
                Slope.of(mosquitto),
                servers.stream().mapToLong(Slope::largeBytes).sum());
    }

    private static Mosquitto mosquitto(Wing wing) {
        return Mosquitto.start(
                wing.folder().resolve("mosquitto"), wing.server().keys(), Ports.free(1).getFirst());
    }

    /** The server itself as an endpoint; it goes on afterwards. */
    private record Serving(OwnServer server) implements Endpoint {
        @Override
        public int port() {
            return 0;
        }

        @Override
        public long residentBytes() {
            return Resident.bytesAfterCollection(server.pid());
        }

        @Override
        public void close() {}
    }

    private record Slope(int more, long smallBytes, long largeBytes, double seconds) {

        static Held of(List<Slope> all) {
            if (all.isEmpty()) {
                return Held.NOTHING;
            }
            long bytes = all.stream().mapToLong(each -> each.largeBytes - each.smallBytes).sum();
            double more = all.stream().mapToInt(Slope::more).sum();
            double seconds = all.stream().mapToDouble(Slope::seconds).max().orElseThrow();
            return new Held(bytes / more, more / seconds);
        }
    }

    private Slope slope(Wing wing, int counters, Endpoint endpoint) {
        int large = share(wing, counters);
        int small = large * PERCENT_SMALL / 100;
        try (endpoint) {
            wing.squad().ask("hold", small, endpoint.port());
            long smallBytes = endpoint.residentBytes();
            JsonNode held = wing.squad().ask("hold", large, endpoint.port());
            long largeBytes = endpoint.residentBytes();
            wing.squad().ask("release");
            return new Slope(
                    large - small, smallBytes, largeBytes, held.path("seconds").asDouble());
        }
    }

    /**
     * How a fleet comes back.
     *
     * @param seconds from the first server that is ready until all are connected and all is signed
     *     for
     * @param connectedSeconds until all are connected
     * @param failed connections that ended or were not made in that time
     * @param hostileMessages sent by then by cards in the wrong hands
     * @param bareSeconds as many connections at bare endpoints
     */
    public record Return(
            int counters,
            double seconds,
            double connectedSeconds,
            long failed,
            long hostileMessages,
            double bareSeconds) {}

    /** Kills the servers, lets each counter sell, and starts the servers again, cold. */
    public Return storm(int counters) {
        int hostile = Math.max(HOSTILE_MIN, counters / HOSTILE_SHARE) / wings.size();
        together(wing -> wing.squad().ask("join", share(wing, counters), hostile));
        together(wing -> {
            wing.server().kill();
            wing.squad().ask("dead");
            return wing.squad().ask("sell");
        });
        List<Back> backs = together(Trials::startAgain);
        requireGood();
        together(wing -> wing.squad().ask("cut"));
        List<JsonNode> bare = together(wing -> bare(wing, share(wing, counters)));
        long first = backs.stream().mapToLong(Back::readyNanos).min().orElseThrow();
        return new Return(
                counters,
                latest(backs, first, "syncedSeconds"),
                latest(backs, first, "connectedSeconds"),
                backs.stream().mapToLong(each -> each.said().path("failed").asLong()).sum(),
                backs.stream()
                        .mapToLong(each -> each.said().path("hostileMessages").asLong())
                        .sum(),
                most(bare, node -> node.path("seconds").asDouble()));
    }

    private record Back(long readyNanos, JsonNode said) {}

    private static Back startAgain(Wing wing) {
        wing.server().startAgain();
        long ready = System.nanoTime();
        return new Back(ready, wing.squad().ask("back"));
    }

    private static double latest(List<Back> backs, long first, String what) {
        return backs.stream()
                .mapToDouble(each ->
                        (each.readyNanos() - first) / 1e9 + each.said().path(what).asDouble())
                .max()
                .orElseThrow();
    }

    private static JsonNode bare(Wing wing, int count) {
        try (BareProcess bare = BareProcess.start(wing.server())) {
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
     * Sells at so many records a second; of several servers the slowest counts.
     *
     * @param warmSeconds before it is measured
     */
    public Latency live(int counters, double perSecond, double warmSeconds, double seconds) {
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
        together(wing -> wing.squad().ask("join", share(wing, counters), 0));
        List<JsonNode> directed = together(wing -> wing.squad().ask("direct"));
        List<JsonNode> bare = together(wing -> wing.squad().ask("echo"));
        requireGood();
        return Direction.of(counters, directed, bare);
    }

    private static double worst(List<JsonNode> all, String what) {
        return most(all, node -> node.path(what).asDouble());
    }

    private static double most(List<JsonNode> all, ToDoubleFunction<JsonNode> value) {
        return all.stream().mapToDouble(value).max().orElseThrow();
    }

    private void requireGood() {
        String faults =
                together(wing -> wing.squad().ask("settle")).stream()
                        .flatMap(said -> said.path("faults").valueStream())
                        .map(JsonNode::asString)
                        .collect(Collectors.joining("; "));
        if (!faults.isEmpty()) {
            throw new LoadFailed("the books differ, or not all is signed for: " + faults);
        }
    }

    @Override
    public void close() {
        wings.forEach(Wing::close);
        if (isOwner) {
            wings.forEach(wing -> wing.server().close());
        }
    }
}
