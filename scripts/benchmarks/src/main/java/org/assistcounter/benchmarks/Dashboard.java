package org.assistcounter.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * How soon the first page and a counter's page are there, with months of sales of a whole province
 * in the ledger. Beside it what the database alone needs for the very queries of such a page.
 *
 * @param kept where the ledger is kept, or written to when it is not there; null where it is not to
 *     be kept
 */
record Dashboard(int counters, long sales, @Nullable Path kept) implements Benchmark {
    private static final int STRIDE = 7_919;
    private static final int EXPLAINED_TIMES = 3;

    /** A province, and a hundred days of it. */
    static Dashboard full() {
        return new Dashboard(30_000, 20_000_000, null);
    }

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public String about() {
        return "first page and a counter's page with 30,000 counters and 20 million sales, p95;"
                + " reference: the queries of such a page, explained";
    }

    @Override
    public Benchmark withCounters(int number) {
        return new Dashboard(number, sales, kept);
    }

    @Override
    public Benchmark withSales(long number) {
        return new Dashboard(counters, number, kept);
    }

    @Override
    public Benchmark keeping(Path folder) {
        return new Dashboard(counters, sales, folder);
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) throws Exception {
        boolean isFull = size == Size.FULL;
        int count = isFull ? counters : 60;
        Path data = kept == null ? folder : kept;
        KeptSample sample = new KeptSample(data, "books", count, isFull ? sales : 600);
        if (!sample.isWritten()) {
            write(sample, people);
        }
        // A server that starts on such a database, as after an update.
        try (BenchedFleet fleet = BenchedFleet.start(data);
                Connection connection = fleet.connection()) {
            LedgerSample.heardOfNow(connection);
            Explained explained = new Explained(connection, data);
            try (PageReader reader = new PageReader(fleet.address())) {
                return measured(reader, new Asked(count, isFull ? 200 : 5), explained, people);
            }
        }
    }

    private static void write(KeptSample sample, PrintStream people)
            throws IOException, SQLException {
        try (BenchedFleet fleet = BenchedFleet.start(sample.folder());
                Connection connection = fleet.connection()) {
            new LedgerSample(
                            connection, people, sample.counters(), sample.sales(), fleet.products())
                    .write();
            Explained.load(connection);
        }
        sample.written();
    }

    /**
     * What is asked for.
     *
     * @param counters of the sample
     * @param times each page
     */
    private record Asked(int counters, int times) {
        String front(int turn) {
            return "/";
        }

        /** Another counter each time, as nobody looks at one only. */
        String counter(int turn) {
            return "/counters/D-%05d".formatted(Math.floorMod(turn * STRIDE, counters));
        }

        /** One of those that are not looked at otherwise. */
        String otherCounter(int turn) {
            return counter(-1 - turn);
        }

        String lastCounter(int turn) {
            return counter(times + turn);
        }
    }

    /** The least of some: what the server asks beside is explained with it. */
    private static double alone(
            Explained explained, PageReader reader, IntFunction<String> path, PrintStream people)
            throws IOException, SQLException, InterruptedException {
        double least = Double.MAX_VALUE;
        for (int turn = 0; turn < EXPLAINED_TIMES; turn++) {
            String page = path.apply(turn);
            least = Math.min(least, explained.millis(() -> reader.times(_ -> page, 1), people));
        }
        return least;
    }

    private Result measured(PageReader reader, Asked asked, Explained explained, PrintStream people)
            throws IOException, SQLException, InterruptedException {
        int times = asked.times();
        reader.times(asked::front, times / 2 + 1);
        reader.times(asked::otherCounter, times / 2 + 1);
        PageReader.Pages fronts = reader.times(asked::front, times);
        PageReader.Pages pages = reader.times(asked::counter, times);
        double frontAlone = alone(explained, reader, asked::front, people);
        double pageAlone = alone(explained, reader, asked::lastCounter, people);
        people.println("first page     " + fronts.words());
        people.println("counter's page " + pages.words());
        boolean isFront = fronts.p95() > pages.p95();
        return new Result(
                name(),
                isFront ? fronts.p95() : pages.p95(),
                "ms",
                isFront ? frontAlone : pageAlone,
                Map.of(
                        "frontP95Millis", fronts.p95(),
                        "frontKilobytes", fronts.kilobytes(),
                        "frontQueriesMillis", frontAlone,
                        "counterP95Millis", pages.p95(),
                        "counterKilobytes", pages.kilobytes(),
                        "counterQueriesMillis", pageAlone));
    }
}
