package org.assistcounter.counter.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.counter.sale.Ending;
import org.assistcounter.counter.sale.Equipment;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of screen/DESIGN.md names every state of the screen that there is, and no other. */
class ContractTest {
    private static final Path CONTRACT = Path.of("src/main/resources/screen/DESIGN.md");
    private static final List<String> STATE_FIELDS = List.of("reason", "phase", "money");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z]+)` \\| (.*) \\|.*\\|$");
    private static final Pattern STATES =
            Pattern.compile("`(reason|phase|money)` \\(((?:`[a-z-]+`(?:, )?)+)\\)");
    private static final Pattern WORD = Pattern.compile("`([a-z-]+)`");

    private static final JsonNode CLOSED_FOR_GOOD =
            JsonMapper.shared().readTree(ClosedView.write(ViewWriterTest.PLACE, "damaged"));

    @Test
    void namesEveryStateThatTheAgentWrites() throws IOException {
        Set<String> written = new TreeSet<>();
        views().map(ContractTest::state).forEach(written::add);
        written.add(state(CLOSED_FOR_GOOD));

        assertThat(written).isEqualTo(contracted());
    }

    @Test
    void looksAtEveryPhaseThereIs() {
        Stream<Class<?>> seen = phases().map(Phase::getClass);

        assertThat(seen.distinct()).containsExactlyInAnyOrder(Phase.class.getPermittedSubclasses());
    }

    private static Stream<JsonNode> views() {
        Stream<Equipment> closed =
                Stream.of(
                        ViewWriterTest.NO_BOARD,
                        ViewWriterTest.NO_MONEY,
                        ViewWriterTest.DOUBTED,
                        cabinet(false, true),
                        cabinet(true, false));
        return Stream.concat(
                phases().map(phase -> ViewWriterTest.view(phase, ViewWriterTest.WELL)),
                closed.map(broken -> ViewWriterTest.view(new Phase.Browsing(), broken)));
    }

    private static Equipment cabinet(boolean isDoorClosed, boolean isPowerGood) {
        return new Equipment(
                Equipment.Reader.READY,
                new Equipment.Prices(1, 65_534),
                true,
                Equipment.Fleet.THERE,
                true,
                new Equipment.Cabinet(true, isDoorClosed, isPowerGood),
                4);
    }

    private static Stream<Phase> phases() {
        Stream<Phase> calm = ViewWriterTest.phases().stream().map(ViewWriterTest.Row::phase);
        Stream<Phase> paying = Arrays.stream(Stage.values()).map(ContractTest::paying);
        Stream<Phase> ended =
                Arrays.stream(Ending.values())
                        .map(ending ->
                                new Phase.Ended(ViewWriterTest.sale(PaymentWay.CARD), ending, 1));
        Stream<Phase> endedWithSeveral =
                Arrays.stream(Ending.values())
                        .map(ending -> new Phase.Ended(ViewWriterTest.twoLines(), ending, 1));
        return Stream.of(calm, paying, ended, endedWithSeveral).flatMap(phases -> phases);
    }

    private static Phase paying(Stage stage) {
        return switch (stage) {
            case AWAITING_CARD, AUTHORISING, CANCELLING ->
                    ViewWriterTest.paying(PaymentWay.CARD, stage, null);
            case ORDERING, AWAITING_SCAN, CHARGING, CLOSING ->
                    ViewWriterTest.paying(PaymentWay.WALLET, stage, null);
        };
    }

    private static String state(JsonNode view) {
        StringBuilder state = new StringBuilder(view.path("kind").asString());
        for (String field : STATE_FIELDS) {
            if (view.has(field)) {
                state.append(' ').append(field).append(' ').append(view.path(field).asString());
            }
        }
        return state.toString();
    }

    private static Set<String> contracted() throws IOException {
        Set<String> states = new TreeSet<>();
        Matcher row = ROW.matcher(Files.readString(CONTRACT));
        while (row.find()) {
            String kind = row.group(1);
            Matcher words = STATES.matcher(row.group(2));
            if (words.find()) {
                String prefix = kind + " " + words.group(1) + " ";
                WORD.matcher(words.group(2))
                        .results()
                        .forEach(word -> states.add(prefix + word.group(1)));
            } else {
                states.add(kind);
            }
        }
        return states;
    }
}
