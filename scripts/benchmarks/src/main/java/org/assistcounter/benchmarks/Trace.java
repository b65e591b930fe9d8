package org.assistcounter.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How soon it is told where a packet is from, where a lot went and what a county sold, with months
 * of sales of a whole province, each time of something that nobody asked for before. Beside it what
 * the database alone needs for the queries of the slowest of these pages.
 *
 * @param kept where the sales are kept, or written to when they are not there; null where they are
 *     not to be kept
 */
record Trace(int counters, long sales, @Nullable Path kept) implements Benchmark {
    private static final Path PAGE_CACHE = Path.of("/proc/sys/vm/drop_caches");
    private static final int EXPLAINED_TIMES = 3;
    private static final int TIMES = 200;

    /** Other keys than those that warmed the server. */
    private static final int WARMED = 1_000;

    /** So that what is measured is no program that is read in again. */
    private static final int PROGRAMS_TIMES = 3;

    /** A province, and a hundred days of it. */
    static Trace full() {
        return new Trace(30_000, 20_000_000, null);
    }

    @Override
    public String name() {
        return "trace";
    }

    @Override
    public String about() {
        return "from a receipt, a label, a lot and a county with 20 million sales, cold keys, the"
                + " slowest p99; reference: the queries of such a page, explained";
    }

    @Override
    public Benchmark withCounters(int number) {
        return new Trace(number, sales, kept);
    }

    @Override
    public Benchmark withSales(long number) {
        return new Trace(counters, number, kept);
    }

    @Override
    public Benchmark keeping(Path folder) {
        return new Trace(counters, sales, folder);
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) throws Exception {
        boolean isFull = size == Size.FULL;
        Path data = kept == null ? folder : kept;
        KeptSample sample =
                new KeptSample(
                        data, "lots at operators", isFull ? counters : 60, isFull ? sales : 3_000);
        if (!sample.isWritten()) {
            write(sample, people);
        }
        int times = isFull ? TIMES : 5;
        if (isFull) {
            // Its compiled code stays; what its database has read does not.
            try (Run run = Run.start(data, times, 0, people)) {
                run.warm(times);
            }
            people.println(
                    forgetPages()
                            ? "the system's page cache was emptied"
                            : "the system's page cache could not be emptied");
        }
        try (Run run = Run.start(data, times, WARMED, people)) {
            run.warm(PROGRAMS_TIMES);
            return run.measured(data);
        }
    }

    private static void write(KeptSample sample, PrintStream people)
            throws IOException, SQLException, InterruptedException {
        try (BenchedFleet fleet = BenchedFleet.startWithRegistry(sample.folder());
                Connection connection = fleet.connection()) {
            TraceSample.awaitRegistry(connection);
            new TraceSample(connection, people, sample.counters(), sample.sales()).write();
            Explained.load(connection);
        }
        sample.written();
    }

    /** A server that starts on such a database, as after an update, and what it is asked. */
    private record Run(
            BenchedFleet fleet,
            Connection connection,
            PageReader reader,
            TraceKeys keys,
            PrintStream people)
            implements AutoCloseable {

        static Run start(Path data, int times, int turn, PrintStream people) throws SQLException {
            BenchedFleet fleet = BenchedFleet.start(data);
            Connection connection = fleet.connection();
            return new Run(
                    fleet,
                    connection,
                    new PageReader(fleet.address()),
                    new TraceKeys(connection, times, turn),
                    people);
        }

        @Override
        public void close() throws SQLException {
            reader.close();
            connection.close();
            fleet.close();
        }

        Result measured(Path data) throws IOException, SQLException, InterruptedException {
            Map<String, Double> details = new LinkedHashMap<>();
            TraceKeys.Kind slowest = TraceKeys.Kind.RECEIPT;
            double most = 0;
            for (TraceKeys.Kind kind : TraceKeys.Kind.values()) {
                PageReader.Pages pages = reader.times(keys.paths(kind)::get, keys.times());
                double p99 = pages.samples().percentileMillis(99);
                people.printf("%-14s %s%n", kind.words(), pages.words());
                details.put(kind.detail() + "P99Millis", p99);
                if (p99 > most) {
                    most = p99;
                    slowest = kind;
                }
            }
            details.put("keys", (double) keys.times());
            double alone = alone(slowest, new Explained(connection, data));
            return new Result("trace", most, "ms", alone, details);
        }

        private double alone(TraceKeys.Kind kind, Explained explained)
                throws IOException, SQLException, InterruptedException {
            double least = Double.MAX_VALUE;
            for (int turn = 0; turn < EXPLAINED_TIMES; turn++) {
                String path = keys.paths(kind).getFirst();
                least = Math.min(least, explained.millis(() -> reader.times(_ -> path, 1), people));
            }
            return least;
        }

        /** With keys that are not asked for again. */
        void warm(int times) throws IOException, SQLException, InterruptedException {
            for (TraceKeys.Kind kind : TraceKeys.Kind.values()) {
                reader.times(keys.paths(kind)::get, times);
            }
        }
    }

    /** What the database has read lies in the system's memory too; root may empty it. */
    private static boolean forgetPages() {
        try {
            Files.writeString(PAGE_CACHE, "3");
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
