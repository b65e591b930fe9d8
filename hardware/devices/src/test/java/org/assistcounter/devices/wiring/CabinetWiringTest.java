package org.assistcounter.devices.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wiring file: what it may say, and how a wrong line is refused. */
class CabinetWiringTest {

    @Test
    void readsEachDevice() throws Exception {
        CabinetWiring wiring =
                CabinetWiring.read(
                        new StringReader(
                                """
                                cashless=tcp://127.0.0.1:9101 wafer
                                dispenser=serial:///dev/ttyUSB0 fafb
                                scanner=serial:///dev/ttyACM0 bare-scanner
                                """));

        assertThat(wiring.cashless().orElseThrow().connection())
                .isEqualTo(new Connection.Tcp("127.0.0.1", 9101));
        assertThat(wiring.dispenser().orElseThrow())
                .isEqualTo(
                        new CabinetWiring.Wire(
                                new Connection.Serial("/dev/ttyUSB0"), Dialect.FAFB));
        assertThat(wiring.scanner().orElseThrow())
                .isEqualTo(
                        new CabinetWiring.Wire(
                                new Connection.Serial("/dev/ttyACM0"), Dialect.BARE_SCANNER));
    }

    @Test
    void letsADeviceBeMissing() throws Exception {
        CabinetWiring wiring = CabinetWiring.read(new StringReader(""));

        assertThat(wiring.cashless()).isEmpty();
        assertThat(wiring.dispenser()).isEmpty();
        assertThat(wiring.scanner()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cashless=tcp://127.0.0.1:9101, two words",
        "cashless=tcp://127.0.0.1 wafer, wanted tcp",
        "cashless=tcp://127.0.0.1:9101 fafb, spoken by a dispenser",
        "cashless=tcp://127.0.0.1:9101 klingon, unknown dialect",
        "scanner=tcp://127.0.0.1:9103 wafer, spoken by a cashless",
        "dispenser=serial:///etc/passwd fafb, wanted tcp",
        "dispenser=http://127.0.0.1:80 fafb, wanted tcp",
        "dispenser=tcp://bad^host:1 fafb, not an address",
        "toaster=tcp://127.0.0.1:1 fafb, no such device"
    })
    void refusesAWrongLineWithTheLineAndTheReason(String line, String reason) {
        assertThatThrownBy(() -> CabinetWiring.read(new StringReader(line)))
                .isInstanceOf(WiringException.class)
                .hasMessageContaining(line)
                .hasMessageContaining(reason);
    }
}
