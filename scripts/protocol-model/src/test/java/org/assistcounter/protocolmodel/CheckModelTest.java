package org.assistcounter.protocolmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code scripts/check-model}. */
class CheckModelTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void listNamesTheGuards() throws Exception {
        assertThat(run("list")).isEqualTo(CheckModel.GOOD);

        assertThat(printed()).contains("NeverTurnedAgain").contains("OneTurnPerCommand");
    }

    @Test
    void showsTheWayToWhatIsBrokenWithoutAGuard() throws Exception {
        assertThat(run("--without", "PaidBeforeTurning", "--json")).isEqualTo(CheckModel.GOOD);

        assertThat(printed()).contains("BROKEN: GoodsArePaid", "CommandDispenser", "out = {1}");
        JsonNode json = JsonMapper.shared().readTree(lastLine());
        assertThat(json.get("good").asBoolean()).isTrue();
        JsonNode check = json.get("checks").get(0);
        assertThat(check.get("broken").asString()).isEqualTo("GoodsArePaid");
        assertThat(check.get("steps").get(1).get("action").asString()).isNotEmpty();
        assertThat(check.get("states").asLong()).isPositive();
    }

    @Test
    void saysWhatItDoesNotUnderstand() throws Exception {
        assertThat(run("--without", "Nothing", "--json")).isEqualTo(CheckModel.NOT_RUN);

        assertThat(lastLine()).contains("there is no guard Nothing").startsWith("{\"error\"");
    }

    @Test
    void wantsTheNameOfAGuard() throws Exception {
        assertThat(run("--without")).isEqualTo(CheckModel.NOT_RUN);
    }

    private int run(String... arguments) throws InterruptedException {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return CheckModel.run(List.of(arguments), out, out);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    private String lastLine() {
        return printed().lines().toList().getLast();
    }
}
