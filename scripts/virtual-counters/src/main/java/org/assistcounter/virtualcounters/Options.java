package org.assistcounter.virtualcounters;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line asks for; {@code scripts/fleet-load} says what there is. */
record Options(Crowd crowd, Trade trade, Place place, boolean isJson) {

    /**
     * Whose load it is.
     *
     * @param onDisk so many of the counters keep their journal in SQLite
     * @param slow so many of the counters read slowly
     * @param hostile so many further cards are in the wrong hands
     * @param clones so many further cards are there twice from some moment on
     */
    record Crowd(int counters, int onDisk, int slow, int hostile, int clones) {

        /** All cards: good ones, hostile ones, and those that are there twice. */
        int cards() {
            return counters + hostile + clones;
        }
    }

    /**
     * What is sold, and what goes wrong meanwhile.
     *
     * @param seed draws the sales
     * @param compression of the counters' time
     */
    record Trade(long seed, Demand demand, double compression, Scenario scenario) {}

    /**
     * Where the server is and where state goes.
     *
     * @param server null to start one
     * @param data null for a new temporary folder
     * @param isResumed whether counters are there that a killed run has left
     */
    record Place(@Nullable URI server, @Nullable Path data, boolean isResumed) {}

    private static final int COUNTERS_MAX = 18_000;
    private static final int HOSTILE_MAX = 1_000;
    private static final int CLONES_MAX = 100;
    private static final int FIRST_HOUR = 8;

    static Options parse(List<String> words) {
        Words given = new Words(words);
        int counters = (int) given.number("--counters", 50, 1, COUNTERS_MAX);
        int onDisk = (int) given.number("--on-disk", Math.min(50, counters), 0, counters);
        int slow = (int) given.number("--slow", 0, 0, counters);
        int hostile = (int) given.number("--hostile", 0, 0, HOSTILE_MAX);
        int clones = (int) given.number("--clones", 0, 0, CLONES_MAX);
        Options options =
                new Options(
                        new Crowd(counters, onDisk, slow, hostile, clones),
                        trade(given),
                        place(given),
                        given.isThere("--json"));
        given.requireAllUnderstood();
        if (options.trade().scenario().kills() && options.place().server() != null) {
            throw new IllegalArgumentException(
                    "only a server of its own is killed: " + options.trade().scenario().word());
        }
        return options;
    }

    private static Trade trade(Words given) {
        double hours = given.decimal("--hours", 1, 48);
        String scenario = given.text("--scenario");
        return new Trade(
                given.number("--seed", 1, 0, Long.MAX_VALUE),
                new Demand(
                        given.decimal("--sales-per-hour", 6, 3_600),
                        (int) given.number("--from-hour", FIRST_HOUR, 0, 23),
                        (long) (hours * Demand.HOUR_MILLIS)),
                given.decimal("--compress", 60, 100_000),
                scenario == null ? Scenario.DAY : Scenario.parse(scenario));
    }

    private static Place place(Words given) {
        String server = given.text("--server");
        String data = given.text("--data");
        Place place =
                new Place(
                        server == null ? null : URI.create(server),
                        data == null ? null : Path.of(data).toAbsolutePath().normalize(),
                        given.isThere("--resume"));
        if (place.isResumed() && (server == null || data == null)) {
            throw new IllegalArgumentException("--resume needs --server and --data");
        }
        return place;
    }
}
