package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A server knows its work before it begins: it sells for a while with counters of no consequence,
 * and what its JVM has loaded, linked and found hot is kept in a file (the JDK's AOT cache) that a
 * cold start begins with. The file is of use to this build, this JDK and these options only, and to
 * a server that has its brokers where the rehearsing one had them.
 */
public final class Rehearsal {
    /** With fewer it is only seen that a measurement works. */
    private static final int REHEARSED_FROM = 100;

    private static final int COUNTERS = 600;
    private static final double SALES_AN_HOUR = 12;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final double COMPRESSION = 120;

    private Rehearsal() {}

    /** Makes the file anew. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        boolean isSpread = words.contains("--brokers-beside");
        ObjectNode said = JsonMapper.shared().createObjectNode();
        int exit = 0;
        try {
            long begin = System.nanoTime();
            Path cache = ServerProgram.cache(isSpread);
            Files.deleteIfExists(cache);
            String option = options(isSpread, System.out).getLast();
            System.out.println(option);
            said.put("option", option)
                    .put("bytes", Files.size(cache))
                    .put("seconds", (System.nanoTime() - begin) / 1e9);
        } catch (LoadFailed e) {
            System.err.println("rehearse-server: " + e.getMessage());
            said.put("error", e.getMessage());
            exit = 1;
        }
        if (words.contains("--json")) {
            System.out.println(said);
        }
        System.exit(exit);
    }

    /**
     * The options of a server as it is run, which has rehearsed for so many counters; it does so
     * now if need be.
     *
     * @param isSpread whether its brokers are beside it
     */
    static List<String> options(int counters, boolean isSpread, PrintStream people) {
        return counters < REHEARSED_FROM ? OwnServer.JVM : options(isSpread, people);
    }

    private static List<String> options(boolean isSpread, PrintStream people) {
        Path cache = ServerProgram.cache(isSpread);
        if (!ServerProgram.isNewest(cache)) {
            people.println("The server rehearses …");
            rehearse(cache, isSpread, new Screen(people, false));
        }
        return with("-XX:AOTCache=" + cache);
    }

    private static void rehearse(Path cache, boolean isSpread, Screen screen) {
        try {
            Path folder = Files.createTempDirectory("rehearsal");
            try {
                List<String> jvm = with("-XX:AOTCacheOutput=" + cache);
                try (Fleet fleet =
                        isSpread ? Fleet.spread(folder, jvm) : Fleet.whole(folder, jvm)) {
                    rehearse(fleet, folder, screen);
                }
            } finally {
                FleetLoad.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(cache)) {
            throw new LoadFailed("the server has rehearsed and left no " + cache);
        }
    }

    private static void rehearse(Fleet fleet, Path folder, Screen screen) {
        var crowd = new Options.Crowd(COUNTERS, 0, 0, 0, 0);
        var demand = new Demand(SALES_AN_HOUR, Demand.ALL_ALIKE, HOUR_MILLIS);
        var trade = new Options.Trade(1, demand, COMPRESSION, Scenario.DAY);
        var site = new Run.Site(fleet.server().address(), folder.resolve("journals"));
        try (Run run = Run.prepare(crowd, trade, site, screen)) {
            run.connect();
            double seconds = run.beginSelling();
            run.spend("rehearsing", seconds / 2);
            run.cut();
            run.await("gone", Run.QUIET_SECONDS_MAX, now -> now.connected() == 0);
            run.mend();
            run.awaitOver(seconds);
        }
    }

    private static List<String> with(String option) {
        List<String> options = new ArrayList<>(OwnServer.JVM);
        options.add(option);
        return List.copyOf(options);
    }
}
