package org.assistcounter.virtualcounters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is lost and put back to a moment, as OPERATIONS.md says, with real programs. */
@Tag("slow")
class RestoreTest {
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
    private static final long BOOKED_SECONDS_MAX = 120;
    private static final String SOLD = "select count(*) from ledger_sale";

    @TempDir private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /**
     * What was committed after the moment is gone from the database, though the fleet had signed
     * for it. The counters have it still, and send it again.
     */
    @Test
    void whatTheBackupLacksIsSentAgainByTheCounters() throws Exception {
        Optional<Path> programs = DebianPostgres.programs();
        assumeTrue(programs.isPresent(), "PostgreSQL of Debian is not installed here");
        List<Integer> ports = Ports.free(3);
        URI address = URI.create("http://localhost:" + ports.get(0));
        try (DebianPostgres postgres =
                        DebianPostgres.start(
                                programs.get(), folder.resolve("postgres"), ports.get(2));
                OwnServer server = server(address, ports.get(1), postgres);
                Run run = prepare(address)) {
            run.connect();
            double seconds = run.beginSelling();
            run.spend("selling", seconds / 8);
            postgres.backUp();
            run.spend("selling", seconds / 8);
            String moment = postgres.ask("select now()::text");
            long soldThen = Long.parseLong(postgres.ask(SOLD));
            long soldAtLast = awaitMoreThan(soldThen, run, postgres);
            server.kill();
            postgres.lose();

            postgres.restore(moment);
            long soldAgain = Long.parseLong(postgres.ask(SOLD));
            server.startAgain();
            run.awaitOver(seconds);
            awaitBooked(run);

            assertThat(soldAgain).isBetween(1L, soldThen);
            assertThat(soldAtLast).isGreaterThan(soldAgain);
            run.requireNoDoubts();
            assertThat(run.outcome().differences()).isEmpty();
            assertThat(Long.parseLong(postgres.ask(SOLD))).isGreaterThanOrEqualTo(soldAtLast);
        }
    }

    /** What is lost must be there first, however slow the machine is. */
    private static long awaitMoreThan(long sold, Run run, DebianPostgres postgres)
            throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOOKED_SECONDS_MAX);
        long now = sold;
        while (now <= sold && System.nanoTime() < until) {
            run.spend("selling", 0.5);
            now = Long.parseLong(postgres.ask(SOLD));
        }
        return now;
    }

    /** A counter knows only that the fleet once signed for it, and not that it is asked again. */
    private static void awaitBooked(Run run) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(BOOKED_SECONDS_MAX);
        while (!run.outcome().differences().isEmpty() && System.nanoTime() < until) {
            Thread.sleep(200);
        }
    }

    private OwnServer server(URI address, int mqtt, DebianPostgres postgres) {
        return OwnServer.start(
                folder,
                JVM,
                address,
                List.of(
                        "--assistcounter.mqtt.port=" + mqtt,
                        "--assistcounter.database=" + postgres.url(),
                        "--assistcounter.origin=" + address));
    }

    private Run prepare(URI server) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        var options =
                Options.parse(
                        List.of(
                                "--counters",
                                "12",
                                "--compress",
                                "1200",
                                "--sales-per-hour",
                                "2",
                                "--hours",
                                "8"));
        return Run.prepare(
                options.crowd(),
                options.trade(),
                new Run.Site(server, folder.resolve("journals")),
                new Screen(print, false));
    }
}
