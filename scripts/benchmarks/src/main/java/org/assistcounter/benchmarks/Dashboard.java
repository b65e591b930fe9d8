package org.assistcounter.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
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
    private static final int OK = 200;
    private static final int STRIDE = 7_919;
    private static final int EXPLAINED_TIMES = 3;
    private static final double KILOBYTE = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
        KeptSample sample = new KeptSample(data, count, isFull ? sales : 600);
        if (!sample.isWritten()) {
            write(sample, people);
        }
        // A server that starts on such a database, as after an update.
        try (BenchedFleet fleet = BenchedFleet.start(data);
                Connection connection = fleet.connection()) {
            LedgerSample.heardOfNow(connection);
            Explained explained = new Explained(connection, data);
            try (Reader reader = new Reader(fleet.address())) {
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
            Explained explained, Reader reader, IntFunction<String> path, PrintStream people)
            throws IOException, SQLException, InterruptedException {
        double least = Double.MAX_VALUE;
        for (int turn = 0; turn < EXPLAINED_TIMES; turn++) {
            String page = path.apply(turn);
            least = Math.min(least, explained.millis(() -> reader.times(_ -> page, 1), people));
        }
        return least;
    }

    private Result measured(Reader reader, Asked asked, Explained explained, PrintStream people)
            throws IOException, SQLException, InterruptedException {
        int times = asked.times();
        reader.times(asked::front, times / 2 + 1);
        reader.times(asked::otherCounter, times / 2 + 1);
        Pages fronts = reader.times(asked::front, times);
        Pages pages = reader.times(asked::counter, times);
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

    private record Pages(Samples samples, long bytes) {
        double p95() {
            return samples.percentileMillis(95);
        }

        double kilobytes() {
            return bytes / KILOBYTE;
        }

        String words() {
            return String.format(Locale.ROOT, "%s, %.1f KB", samples.words(), kilobytes());
        }
    }

    /** Reads pages as the visitor of a demonstration, as a browser does. */
    private record Reader(URI address, HttpClient client) implements AutoCloseable {
        Reader(URI address) {
            this(address, HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
        }

        Pages times(IntFunction<String> path, int times) throws IOException, InterruptedException {
            Samples samples = new Samples();
            long bytes = 0;
            for (int i = 0; i < times; i++) {
                long begin = System.nanoTime();
                HttpResponse<byte[]> page = client.send(request(path.apply(i)), bytes());
                samples.add(System.nanoTime() - begin);
                if (page.statusCode() != OK) {
                    throw new IllegalStateException(
                            path.apply(i) + " answered " + page.statusCode());
                }
                bytes = Math.max(bytes, page.body().length);
            }
            return new Pages(samples, bytes);
        }

        private static HttpResponse.BodyHandler<byte[]> bytes() {
            return HttpResponse.BodyHandlers.ofByteArray();
        }

        private HttpRequest request(String path) {
            return HttpRequest.newBuilder(address.resolve(path))
                    .header("Accept", "text/html")
                    .header("Accept-Encoding", "gzip")
                    .timeout(PATIENCE)
                    .build();
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }
}
