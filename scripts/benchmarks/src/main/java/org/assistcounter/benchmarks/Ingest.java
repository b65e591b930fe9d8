package org.assistcounter.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import reactor.core.publisher.Flux;

/**
 * Counters that were away send their backlog, signed beforehand: how many records a second are
 * judged, kept, booked with all postings, committed and signed for. Beside it COPY of the very rows
 * into the same tables. Signature debt is what waits to be looked at behind it, warm-up and all:
 * one signature proves a batch.
 */
final class Ingest implements Benchmark {
    private static final double NANOS = 1_000_000_000;
    private static final double MICROS = 1_000_000;

    /** So many batches are under way at once; the link lets in more. */
    private static final int AT_ONCE = 128;

    private static final Duration MOST = Duration.ofSeconds(60);
    private static final Duration WARM_MOST = Duration.ofMinutes(10);

    /** How much is sent; a server runs for weeks, so more counters warm it than are measured. */
    private record Load(int counters, int batches, int warmUp) {
        static Load of(Size size) {
            return size == Size.FULL ? new Load(200, 16, 600) : new Load(16, 2, 0);
        }
    }

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public String about() {
        return "records of a backlog booked and signed for in a second, beside COPY of the rows";
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) throws Exception {
        Load load = Load.of(size);
        List<BacklogJournal> warmUp = journals(1, load.warmUp(), load.batches());
        List<BacklogJournal> backlog = journals(1 + load.warmUp(), load.counters(), load.batches());
        Path data = folder.resolve("fleet");
        try (BenchedFleet fleet = BenchedFleet.start(data);
                Connection connection = fleet.connection()) {
            fleet.expect(warmUp);
            fleet.expect(backlog);
            warm(fleet, warmUp);
            checkpoint(connection);
            long before = CopiedRows.count(connection, "evidence_record");
            Drained drained = measured(fleet, backlog, data.resolve("postgresql/cluster"));
            long all = CopiedRows.count(connection, "evidence_record");
            people.println(drained.words(all - before));
            requireNothingParked(connection);
            CopiedRows.awaitRefunds(connection);
            CopiedRows.Copy copy = CopiedRows.through(connection, people);
            people.printf(
                    Locale.ROOT, "COPY of all %d rows in %.2f s%n", copy.rows(), copy.seconds());
            return result(all - before, drained, all / copy.seconds(), copy.rows());
        }
    }

    /** What a backlog took; of the processors' time, too, which a busy machine changes less. */
    private record Drained(
            long batches,
            double seconds,
            double server,
            double compilers,
            double database,
            long debt) {

        String words(long records) {
            return String.format(
                    Locale.ROOT,
                    "%d records in %.2f s; processors: %.1f s of the server, %.1f s of them"
                            + " compiling, %.1f s of PostgreSQL; %d signatures wait",
                    records,
                    seconds,
                    server,
                    compilers,
                    database,
                    debt);
        }
    }

    private Result result(long records, Drained drained, double reference, long rows) {
        return new Result(
                name(),
                records / drained.seconds(),
                "records/s",
                reference,
                Map.of(
                        "records", (double) records,
                        "batches", (double) drained.batches(),
                        "signatureDebt", (double) drained.debt(),
                        "rows", (double) rows,
                        "serverMicros", drained.server() * MICROS / records,
                        "compilerMicros", drained.compilers() * MICROS / records,
                        "databaseMicros", drained.database() * MICROS / records));
    }

    private static Drained measured(BenchedFleet fleet, List<BacklogJournal> backlog, Path cluster)
            throws IOException {
        ProcessorTime database = new ProcessorTime(cluster);
        double serverBefore = ProcessorTime.ownSeconds();
        double compilersBefore = ProcessorTime.compilerSeconds();
        double databaseBefore = database.databaseSeconds();
        long start = System.nanoTime();
        long batches = drain(fleet, backlog, MOST);
        return new Drained(
                batches,
                (System.nanoTime() - start) / NANOS,
                ProcessorTime.ownSeconds() - serverBefore,
                ProcessorTime.compilerSeconds() - compilersBefore,
                database.databaseSeconds() - databaseBefore,
                fleet.signatureDebt());
    }

    private static List<BacklogJournal> journals(int first, int count, int batches) {
        return IntStream.range(first, first + count)
                .parallel()
                .mapToObj(number -> BacklogJournal.of(number, batches))
                .toList();
    }

    /** All of it: what is still under way would be measured with the others. */
    private static void warm(BenchedFleet fleet, List<BacklogJournal> journals) {
        long all = journals.stream().mapToLong(journal -> journal.batches().size()).sum();
        long answered = drain(fleet, journals, WARM_MOST);
        if (answered < all) {
            throw new IllegalStateException(
                    "of %d batches to warm it %d were answered".formatted(all, answered));
        }
    }

    /** Each counter's batches in order, many counters at once; how many batches were answered. */
    private static long drain(BenchedFleet fleet, List<BacklogJournal> journals, Duration most) {
        return Flux.fromIterable(journals)
                .flatMap(
                        journal ->
                                Flux.fromIterable(journal.batches())
                                        .concatMap(batch ->
                                                fleet.received(journal, batch).thenReturn(1L)),
                        AT_ONCE)
                .take(most)
                .count()
                .blockOptional()
                .orElseThrow();
    }

    private static void checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private static void requireNothingParked(Connection connection) throws SQLException {
        long odd =
                CopiedRows.count(connection, "ingest_suspense")
                        + CopiedRows.count(connection, "ingest_refusal");
        if (odd > 0) {
            throw new IllegalStateException(odd + " records or messages were not booked");
        }
    }
}
