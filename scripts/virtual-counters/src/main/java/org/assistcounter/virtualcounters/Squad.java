package org.assistcounter.virtualcounters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The counters' side of a measurement in a process of its own, since one process may not open the
 * files of all. Takes orders line by line, answers each with a line, and ends with its input.
 */
public final class Squad {
    private static final long SEED = 1;
    private static final int ON_DISK = 50;

    /** With the checkpoints that are embedded; measured. */
    private static final double RECORDS_A_SALE = 8.5;

    /** Sells when it is told to. */
    private static final Demand NONE = new Demand(1, Demand.ALL_ALIKE, Long.MAX_VALUE / 4);

    private static final long DEAD_SECONDS_MAX = 60;

    private final URI server;
    private final Path journals;
    private final Screen screen;
    private @Nullable Mustered mustered;
    private @Nullable Run run;
    private @Nullable Holding holding;
    private @Nullable Directing directing;

    private Squad(URI server, Path journals, Screen screen) {
        this.server = server;
        this.journals = journals;
        this.screen = screen;
    }

    /** Cards without counters. */
    private record Mustered(FleetKeys fleet, List<Card> cards) {

        Holding holding(int port) {
            return new Holding(fleet, cards, port == 0 ? fleet.brokers() : List.of(at(port)));
        }
    }

    /** Wants the server's address and a folder for journals. */
    public static void main(String[] arguments) throws IOException {
        Screen screen = new Screen(System.out, false);
        Squad squad = new Squad(URI.create(arguments[0]), Path.of(arguments[1]), screen);
        try (ExecutorService worker = Executors.newSingleThreadExecutor();
                BufferedReader orders =
                        new BufferedReader(
                                new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                String order = line;
                worker.execute(() -> System.out.println(squad.answer(order)));
            }
            // Whatever is under way: nobody waits for it any more.
            Runtime.getRuntime().halt(0);
        }
    }

    private String answer(String line) {
        try {
            return SquadProcess.ANSWER + obey(line.split(" "));
        } catch (RuntimeException e) {
            System.getLogger(Squad.class.getName())
                    .log(System.Logger.Level.ERROR, "not done: " + line, e);
            return SquadProcess.FAILURE + e.getMessage();
        }
    }

    private ObjectNode obey(String[] words) {
        ObjectNode said = JsonMapper.shared().createObjectNode();
        switch (words[0]) {
            case "muster" -> muster(Integer.parseInt(words[1]));
            case "hold" -> hold(number(words), Integer.parseInt(words[2]), said);
            case "release" -> release();
            case "join" -> join(number(words), Integer.parseInt(words[2]), NONE);
            case "dead" -> joined().await("dead", DEAD_SECONDS_MAX, now -> now.connected() == 0);
            case "sell" -> joined().province().forEach(VirtualCounter::sellsAtOnce);
            case "back" -> comeBack(said);
            case "live" -> live(words, said);
            case "remember" -> directing = new Directing(joined(), joined().province().revisions());
            case "follow" -> directed().follow();
            case "echo" -> directed().echo(said);
            case "settle" -> settle(said);
            case "cut" -> joined().cut();
            default -> throw new LoadFailed("no order " + words[0]);
        }
        return said;
    }

    private static int number(String[] words) {
        return Integer.parseInt(words[1]);
    }

    private void hold(int count, int port, ObjectNode said) {
        Holding holder = held(port);
        said.put("seconds", holder.connectUntil(count)).put("held", holder.held());
    }

    private void muster(int count) {
        try (FleetWeb web = new FleetWeb(server)) {
            web.signIn();
            Enroller enroller = new Enroller(web, "C" + Long.toString(System.nanoTime(), 36));
            List<Card> cards = enroller.enrol(count, done -> screen.progress("enrolled " + done));
            mustered = new Mustered(enroller.fleet(), cards);
        }
    }

    /**
     * Connections that are held.
     *
     * @param port of another endpoint on this machine; 0 is the fleet's own broker
     */
    private Holding held(int port) {
        Holding current = holding;
        if (current == null) {
            current = mustered == null ? joined().holding(at(port)) : mustered.holding(port);
            holding = current;
        }
        return current;
    }

    private static InetSocketAddress at(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private void release() {
        Holding current = holding;
        holding = null;
        if (current != null) {
            current.close();
        }
    }

    /** Enrols counters, connects them, and waits until the fleet has signed for their beginning. */
    private void join(int counters, int hostile, Demand demand) {
        var crowd = new Options.Crowd(counters, Math.min(ON_DISK, counters), 0, hostile, 0);
        var trade = new Options.Trade(SEED, demand, 1, Scenario.DAY);
        Run next = Run.prepare(crowd, trade, new Run.Site(server, journals), screen);
        run = next;
        next.connect();
        next.awaitSynced("first words");
    }

    private Run joined() {
        if (run == null) {
            throw new LoadFailed("no counters have joined");
        }
        return run;
    }

    private void comeBack(ObjectNode said) {
        long begin = System.nanoTime();
        Run current = joined();
        long before = current.province().standing().meters().endsInAll();
        current.await("coming back", Run.QUIET_SECONDS_MAX, Standing::isAllConnected);
        said.put("connectedSeconds", current.took("connected", begin));
        Standing standing = current.awaitSynced("syncing");
        said.put("syncedSeconds", current.took("synced", begin))
                .put("failed", standing.meters().endsInAll() - before)
                .put("hostileMessages", standing.hostileMessages());
    }

    /** Sells at so many records a second, and looks at the time after it has warmed up. */
    private void live(String[] words, ObjectNode said) {
        double perSecond = Double.parseDouble(words[3]);
        double warmSeconds = Double.parseDouble(words[4]);
        double seconds = Double.parseDouble(words[5]);
        join(number(words), Integer.parseInt(words[2]), demand(words, perSecond));
        sell(joined(), warmSeconds, seconds, said);
    }

    private static void sell(Run run, double warmSeconds, double seconds, ObjectNode said) {
        run.beginSelling();
        run.spend("warming up", warmSeconds);
        run.province().onEach(loop -> loop.meters().restartLatencies());
        long before = run.province().standing().written();
        long begin = System.nanoTime();
        run.spend("selling", seconds);
        Standing standing = run.province().standing();
        double took = (System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1);
        Meters meters = standing.meters();
        said.put("perSecond", (standing.written() - before) / took)
                .put("p50Millis", meters.latencyMillis(50))
                .put("p99Millis", meters.latencyMillis(99))
                .put("maxMillis", meters.latencyMillis(100))
                .put("brokerP50Millis", meters.roundTripMillis(50))
                .put("brokerP99Millis", meters.roundTripMillis(99));
        run.awaitOver(0);
    }

    private static Demand demand(String[] words, double perSecond) {
        double salesAnHour = perSecond / RECORDS_A_SALE / number(words) * 3_600;
        double seconds = Double.parseDouble(words[4]) + Double.parseDouble(words[5]);
        return new Demand(salesAnHour, Demand.ALL_ALIKE, (long) (seconds * 1_000));
    }

    private Directing directed() {
        if (directing == null) {
            throw new LoadFailed("nobody remembers what they sold by");
        }
        return directing;
    }

    private void settle(ObjectNode said) {
        Outcome outcome = joined().outcomeOfSome();
        screen.line(outcome.counted());
        outcome.faults().forEach(said.putArray("faults")::add);
        outcome.standing().takings().balances().forEach(said.putObject("balances")::put);
    }
}
