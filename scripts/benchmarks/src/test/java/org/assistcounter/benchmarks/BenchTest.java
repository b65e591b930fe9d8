package org.assistcounter.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each benchmark runs at smoke size and prints what it promises; no figure is judged here. Those
 * that need a server of their own, {@code live}, {@code connections}, {@code storm} and {@code
 * desired}, are run at their smallest by FleetLoadTest on the one server that it has.
 */
class BenchTest {
    private static final String NUMBER = "[0-9]+(\\.[0-9]+)?";

    @TempDir private Path data = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "approval-to-motor,ms,pollPeriodMillis,200",
        "sale-step,ms,steps,[1-9][0-9]+",
        "journal-append,appends/s,appends,50",
        "board-poll,ms,pollPeriodMillis,100",
        "board-poll-stalled,ms,pollPeriodMillis,100",
        "scan-to-charge,ms,codes,10",
        "mdb-timing,ms,specifiedMillis,5",
        "verify-journal,records/min,heapMegabytes,64",
        "agent-start,s,sales,1",
        "ingest,records/s,batches,[1-9][0-9]+",
        "dashboard,ms,counterKilobytes,[1-9]",
        "trace,ms,keys,5"
    })
    void measuresAndPrintsOneJsonObjectLast(String name, String unit, String detail, String value)
            throws IOException {
        int exit = run(name, "--smoke", "--json", "--data", data.toString());

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(exit).isZero();
        assertThat(lastLine())
                .startsWith("{\"name\":\"" + name + "\",\"value\":")
                .contains("\"unit\":\"" + unit + "\"")
                .containsPattern("\"value\":" + NUMBER + ",")
                .containsPattern("\"" + detail + "\":" + value)
                .containsPattern("\"reference\":" + NUMBER + ",")
                .containsPattern("\"ratio\":" + NUMBER + "[,}]")
                .endsWith("}");
        try (Stream<Path> left = Files.list(data)) {
            assertThat(left).as("what is left of the run").isEmpty();
        }
    }

    @Test
    void listsTheNames() {
        assertThat(run("list", "--json")).isZero();

        assertThat(lastLine())
                .isEqualTo(
                        "{\"benchmarks\":[\"approval-to-motor\",\"sale-step\",\"journal-append\","
                                + "\"board-poll\",\"board-poll-stalled\",\"scan-to-charge\","
                                + "\"mdb-timing\",\"verify-journal\",\"agent-start\","
                                + "\"ingest\",\"live\",\"connections\",\"storm\",\"desired\","
                                + "\"kill\","
                                + "\"dashboard\",\"trace\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no-such-benchmark",
                "list --what",
                "list all",
                "list --data",
                "journal-append --counters 5",
                "live --counters many",
                "live --sales 5",
                "live --keep here",
                "all --keep here",
                "dashboard --keep",
                "all --counters 5"
            })
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThat(run(Stream.of(line.split(" ")).filter(w -> !w.isEmpty()).toArray(String[]::new)))
                .isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("bench: ");
    }

    @Test
    void takesPercentilesByRank() {
        Samples samples = new Samples();
        for (int i = 1; i <= 20; i++) {
            samples.add(i * 1_000_000L);
        }

        assertThat(samples.percentileMillis(50)).isEqualTo(10);
        assertThat(samples.percentileMillis(95)).isEqualTo(19);
        assertThat(samples.percentileMillis(100)).isEqualTo(20);
    }

    private int run(String... arguments) {
        return Bench.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String lastLine() {
        return out.toString(StandardCharsets.UTF_8).lines().toList().getLast();
    }
}
