package org.assistcounter.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KillSalesTest {
    private static final int SALES = 4;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A card, a reader that thinks, a card that is denied and a jam. */
    @Tag("slow")
    @Test
    void balancesTheBooksWhateverIsKilled(@TempDir Path data) {
        int exit = run("--sales", "" + SALES, "--seed", "3", "--data", "" + data, "--json");

        assertThat(exit).as(words(out) + words(err)).isZero();
        assertThat(words(out)).contains("The wires and the books agree.");
        assertThat(words(out).strip().lines().toList().getLast())
                .contains("\"sales\":" + SALES)
                .contains("\"agrees\":true")
                .doesNotContain("\"agentKills\":0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--sales", "--sales 0", "--sales many", "--what", "--seed -1"})
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);

        assertThat(words(err)).startsWith("kill-sales: ");
    }

    private int run(String... words) {
        return KillSales.run(
                List.of(words), new PrintStream(out, true), new PrintStream(err, true));
    }

    private static String words(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
