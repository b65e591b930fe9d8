package org.assistcounter.virtualcounters;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line asks for; {@code scripts/fleet-load} says what there is. */
record Options(Crowd crowd, Demand demand, double compression, Place place, boolean isJson) {

    /**
     * Whose load it is.
     *
     * @param onDisk so many of the counters keep their journal in SQLite
     */
    record Crowd(int counters, int onDisk, long seed) {}

    /**
     * Where the server is and where state goes.
     *
     * @param server null to start one
     * @param data null for a new temporary folder
     */
    record Place(@Nullable URI server, @Nullable Path data) {}

    private static final int COUNTERS_MAX = 18_000;
    private static final int FIRST_HOUR = 8;

    static Options parse(List<String> words) {
        Words given = new Words(words);
        int counters = (int) given.number("--counters", 50, 1, COUNTERS_MAX);
        int onDisk = (int) given.number("--on-disk", Math.min(50, counters), 0, counters);
        double hours = given.decimal("--hours", 1, 48);
        Options options =
                new Options(
                        new Crowd(counters, onDisk, given.number("--seed", 1, 0, Long.MAX_VALUE)),
                        new Demand(
                                given.decimal("--sales-per-hour", 6, 3_600),
                                (int) given.number("--from-hour", FIRST_HOUR, 0, 23),
                                (long) (hours * Demand.HOUR_MILLIS)),
                        given.decimal("--compress", 60, 100_000),
                        place(given),
                        given.isThere("--json"));
        given.requireAllUnderstood();
        return options;
    }

    private static Place place(Words given) {
        String server = given.text("--server");
        String data = given.text("--data");
        return new Place(
                server == null ? null : URI.create(server),
                data == null ? null : Path.of(data).toAbsolutePath().normalize());
    }
}
