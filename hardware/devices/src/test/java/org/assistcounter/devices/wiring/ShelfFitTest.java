package org.assistcounter.devices.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wiring file beside the shelf that it has to serve. */
class ShelfFitTest {

    private static final String LOCKERS = "dispenser=serial:///dev/ttyUSB0 kr-cu16 boards=2";

    @Test
    void takesAShelfOfWhichEveryNumberIsThere() throws Exception {
        assertThat(read(LOCKERS, shelf(List.of(1, 31), List.of())).dispenser()).isPresent();
    }

    @Test
    void refusesALockThatNoBoardHasWithTheLineAndTheReason() {
        assertThatThrownBy(
                        () -> read("# lockers\n" + LOCKERS, shelf(List.of(5, 32, 40), List.of())))
                .isInstanceOf(WiringException.class)
                .hasMessage(
                        "line 2: "
                                + LOCKERS
                                + ": it has 0 to 31, and the shelf has goods in [32, 40]");
    }

    @ParameterizedTest
    @CsvSource({
        "dispenser=pins spirals, 64, it has 0 to 63",
        "dispenser=serial:///dev/ttyUSB0 kr-cu16, 16, it has 0 to 15"
    })
    void refusesANumberBehindTheLast(String line, int selection, String reason) {
        assertThatThrownBy(() -> read(line, shelf(List.of(selection), List.of())))
                .hasMessageContaining("line 1: " + line)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesACoolingOfAnotherCompartmentThanTheGoodsLieIn() {
        String line = "climate=tcp://127.0.0.1:9104 cooling compartment=2";

        assertThatThrownBy(() -> read(line, shelf(List.of(), List.of(1))))
                .hasMessage(
                        "line 1: "
                                + line
                                + ": it cools compartment 2, and the shelf has cooled goods in"
                                + " [1]");
    }

    @Test
    void takesACoolingWithoutCooledGoods() throws Exception {
        String line = "climate=tcp://127.0.0.1:9104 cooling compartment=2";

        assertThat(read(line, ShelfNumbers.NONE).climate()).isPresent();
    }

    private static ShelfNumbers shelf(List<Integer> selections, List<Integer> compartments) {
        return new ShelfNumbers(new TreeSet<>(selections), new TreeSet<>(compartments));
    }

    private static CabinetWiring read(String text, ShelfNumbers shelf)
            throws IOException, WiringException {
        return CabinetWiring.read(new StringReader(text), shelf);
    }
}
