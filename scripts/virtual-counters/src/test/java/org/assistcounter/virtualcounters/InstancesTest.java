package org.assistcounter.virtualcounters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two delivered instances on one PostgreSQL with two Mosquittos. */
@Tag("slow")
class InstancesTest {
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    @TempDir private static Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void whatIsSoldIsBookedOnceWhenOneStandsStillAndThenTheOtherIsKilled() {
        assumeTrue(Mosquitto.isInstalled(), "mosquitto is not installed");
        String line =
                "--counters 30 --on-disk 5 --scenario instances --hours 6 --compress 720"
                        + " --sales-per-hour 2 --seed 4 --data "
                        + folder;

        int exit = FleetLoad.run(List.of(line.split(" ")), JVM, print(out), print(err));

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "instance 1 stopped",
                        "instance 1 goes on",
                        "instance 2 killed",
                        "one killed, all signed for again",
                        "ledger and sales      equal");
        assertThat(exit).isZero();
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
