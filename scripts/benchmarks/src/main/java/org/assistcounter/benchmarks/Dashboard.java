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

/**
 * How soon the first page and a counter's page are there, with months of sales of a whole province
 * in the ledger. Beside it what the database alone needs for the very queries of such a page.
 */
record Dashboard(int counters, long sales) implements Benchmark {
    private static final int OK = 200;
    private static final double KILOBYTE = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A province, and a hundred days of it. */
    static Dashboard full() {
        return new Dashboard(30_000, 20_000_000);
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
        return new Dashboard(number, sales);
    }

    @Override
    public Benchmark withSales(long number) {
        return new Dashboard(counters, number);
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) throws Exception {
        Path data = folder.resolve("fleet");
        boolean isFull = size == Size.FULL;
        try (BenchedFleet fleet = BenchedFleet.start(data);
                Connection connection = fleet.connection()) {
            int count = isFull ? counters : 60;
            new LedgerSample(connection, people, count, isFull ? sales : 600, fleet.products())
                    .write();
            Explained.load(connection);
        }
        // A server that starts on such a database, as after an update.
        try (BenchedFleet fleet = BenchedFleet.start(data);
                Connection connection = fleet.connection()) {
            Explained explained = new Explained(connection, data);
            return measured(fleet.address(), explained, isFull ? 200 : 5, people);
        }
    }

    private Result measured(URI address, Explained explained, int times, PrintStream people)
            throws IOException, SQLException, InterruptedException {
        try (Reader reader = new Reader(address)) {
            reader.times("/", times / 2 + 1);
            reader.times(COUNTER, times / 2 + 1);
            Pages front = reader.times("/", times);
            Pages counter = reader.times(COUNTER, times);
            double frontAlone = explained.millis(() -> reader.times("/", 1), people);
            double counterAlone = explained.millis(() -> reader.times(COUNTER, 1), people);
            people.println("first page     " + front.words());
            people.println("counter's page " + counter.words());
            boolean isFront = front.p95() > counter.p95();
            return new Result(
                    name(),
                    isFront ? front.p95() : counter.p95(),
                    "ms",
                    isFront ? frontAlone : counterAlone,
                    Map.of(
                            "frontP95Millis", front.p95(),
                            "frontKilobytes", front.kilobytes(),
                            "frontQueriesMillis", frontAlone,
                            "counterP95Millis", counter.p95(),
                            "counterKilobytes", counter.kilobytes(),
                            "counterQueriesMillis", counterAlone));
        }
    }

    /** One of the sample's. */
    private static final String COUNTER = "/counters/D-00042";

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

        Pages times(String path, int times) throws IOException, InterruptedException {
            Samples samples = new Samples();
            long bytes = 0;
            for (int i = 0; i < times; i++) {
                long begin = System.nanoTime();
                HttpResponse<byte[]> page = client.send(request(path), bytes());
                samples.add(System.nanoTime() - begin);
                if (page.statusCode() != OK) {
                    throw new IllegalStateException(path + " answered " + page.statusCode());
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
