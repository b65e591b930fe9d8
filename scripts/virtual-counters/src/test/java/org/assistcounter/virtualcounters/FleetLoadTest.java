package org.assistcounter.virtualcounters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way against one delivered server. */
@Tag("slow")
class FleetLoadTest {
    @TempDir private static Path folder = Path.of("");

    private static @Nullable OwnServer server;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void startServer() {
        server = OwnServer.start(folder, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    @AfterAll
    static void stopServer() {
        started().close();
    }

    @Test
    void anHourIsBookedAsItWasSoldWithHostileCountersAmongGoodOnes() {
        int exit =
                run(
                        "--counters 60 --on-disk 50 --slow 3 --hostile 5 --clones 2"
                                + " --compress 1200 --sales-per-hour 1");

        assertThat(text(err)).isEmpty();
        assertThat(text(out)).contains("ledger and sales      equal").contains("hostile messages");
        assertThat(text(out)).contains("clones named          2 of 2");
        assertThat(exit).isZero();
    }

    @Test
    void whatIsSoldWithoutANetworkIsBookedOnceWhenItIsBack() {
        int exit =
                run(
                        "--counters 20 --on-disk 5 --scenario outage"
                                + " --compress 600 --sales-per-hour 2 --seed 2");

        assertThat(text(err)).isEmpty();
        assertThat(text(out)).contains("ledger and sales      equal").contains("20 cut");
        assertThat(exit).isZero();
    }

    @Test
    void fiftyCountersOnDiskAreKilledAndGoOnWithTheirJournals() throws Exception {
        Path data = folder.resolve("killed");
        Process killed = selling(data);
        awaitJournals(data, killed);
        Thread.sleep(2_000);
        killed.destroyForcibly();
        assertThat(killed.waitFor(20, TimeUnit.SECONDS)).isTrue();

        int exit = run("--resume --data " + data + " --compress 1200 --sales-per-hour 1 --seed 3");

        assertThat(text(err)).isEmpty();
        assertThat(text(out))
                .contains("50 counters start again")
                .contains("ledger and sales      equal");
        assertThat(exit).isZero();
    }

    /** A process of its own, that never ends by itself in the time of a test. */
    private static Process selling(Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FleetLoad.class.getName(),
                        "--server",
                        started().address().toString(),
                        "--data",
                        data.toString(),
                        "--compress",
                        "60",
                        "--sales-per-hour",
                        "5",
                        "--hours",
                        "10",
                        "--seed",
                        "3")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.log").toFile())
                .start();
    }

    /** Until all sell. */
    private static void awaitJournals(Path data, Process process) throws Exception {
        Path log = folder.resolve("killed.log");
        while (!Files.exists(log) || !Files.readString(log).contains("selling")) {
            assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            Thread.sleep(50);
        }
        assertThat(data.resolve("journals").resolve("run.json")).exists();
    }

    @Test
    void measuresAtASmallSize() {
        try (Trials trials = Trials.of(started(), folder, print(out))) {
            var latency = trials.live(20, 40, 0.5, 1.5);
            assertThat(latency.perSecond()).isPositive();
            assertThat(latency.p99Millis()).isGreaterThan(latency.brokerP50Millis());
            var memory = trials.connections(40);
            assertThat(memory.serverBytes()).isGreaterThan(100_000_000);
            assertThat(memory.bare().perSecond()).isPositive();
            assertThat(memory.mosquitto().perSecond() > 0).isEqualTo(Mosquitto.isInstalled());
            var direction = trials.desired(20);
            assertThat(direction.reportedSeconds())
                    .isGreaterThanOrEqualTo(direction.appliedSeconds());
            assertThat(direction.bareSeconds()).isPositive();
            var back = trials.storm(20);
            assertThat(back.seconds()).isGreaterThanOrEqualTo(back.connectedSeconds());
            assertThat(back.bareSeconds()).isPositive();
            assertThat(back.hostileMessages()).isPositive();
        }
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    private int run(String line) {
        List<String> all =
                Stream.concat(
                                Stream.of(line.split(" ")),
                                Stream.of("--server", started().address().toString()))
                        .toList();
        return FleetLoad.run(all, print(out), print(err));
    }

    private static OwnServer started() {
        return Objects.requireNonNull(server);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
