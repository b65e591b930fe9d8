package org.assistcounter.virtualcounters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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
    void anHourOfFiftyCountersIsBookedAsItWasSold() {
        int exit = run("--counters", "60", "--compress", "1200", "--sales-per-hour", "3");

        assertThat(text(err)).isEmpty();
        assertThat(text(out)).contains("ledger and sales      equal");
        assertThat(exit).isZero();
    }

    private int run(String... arguments) {
        List<String> all =
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of(
                                        "--server",
                                        started().address().toString(),
                                        "--data",
                                        folder.resolve("run").toString()))
                        .toList();
        return FleetLoad.run(
                all,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static OwnServer started() {
        return Objects.requireNonNull(server);
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
