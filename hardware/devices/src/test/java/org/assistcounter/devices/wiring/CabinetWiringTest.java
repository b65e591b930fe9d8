package org.assistcounter.devices.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import org.assistcounter.devices.cabinet.CabinetPins;
import org.assistcounter.devices.spiral.ExpanderAddress;
import org.assistcounter.devices.wiring.CabinetWiring.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wiring file: what it may say, and how a wrong line is refused. */
class CabinetWiringTest {

    @Test
    void readsEachDevice() throws Exception {
        CabinetWiring wiring =
                read(
                        """
                        # What hangs on this counter.
                        cashless=tcp://127.0.0.1:9101 wafer

                        dispenser = serial:///dev/ttyUSB0  fafb   baud=9600
                        scanner=serial:///dev/ttyACM0 bare-scanner
                        """);

        assertThat(wiring.cashless().orElseThrow().connection())
                .isEqualTo(new Connection.Tcp("127.0.0.1", 9101));
        assertThat(wiring.dispenser().orElseThrow())
                .isEqualTo(
                        new Wire<>(
                                new Connection.Serial("/dev/ttyUSB0"),
                                Dialect.Dispenser.FAFB,
                                9_600,
                                Map.of()));
        assertThat(wiring.scanner().orElseThrow())
                .isEqualTo(
                        new Wire<>(
                                new Connection.Serial("/dev/ttyACM0"),
                                Dialect.Scanner.BARE_SCANNER));
    }

    @Test
    void readsWhichPinsAreTheContacts() throws Exception {
        CabinetWiring wiring = read("cabinet=pins contacts door=17 light=22");

        assertThat(wiring.cabinet().orElseThrow().connection())
                .isEqualTo(new Connection.Pins(new CabinetPins(17, 6, 23, 22)));
    }

    @Test
    void readsHowManyBoardsOfLockersThereAre() throws Exception {
        CabinetWiring wiring = read("dispenser=serial:///dev/ttyUSB0 kr-cu16 boards=3");

        Wire<Dialect.Dispenser> wire = wiring.dispenser().orElseThrow();
        assertThat(wire.value(Dialect.Dispenser.BOARDS)).isEqualTo(3);
        assertThat(wire.baud()).isEqualTo(19_200);
    }

    @Test
    void readsSpiralsBehindAnExpanderOfThisComputer() throws Exception {
        Wire<Dialect.Dispenser> wire =
                read("dispenser=pins spirals address=33 basket=2").dispenser().orElseThrow();

        assertThat(wire.connection()).isEqualTo(new Connection.Expander(new ExpanderAddress(33)));
        assertThat(wire.value(Dialect.Dispenser.BASKET)).isEqualTo(2);
    }

    @Test
    void saysThatThisComputerHasNoPins() throws Exception {
        Wire<Dialect.Cabinet> wire = read("cabinet=pins contacts").cabinet().orElseThrow();

        assertThatThrownBy(() -> wire.opener().open())
                .isInstanceOf(IOException.class)
                .hasMessage("Wanted one provider of pins and found 0");
    }

    @Test
    void letsADeviceBeMissing() throws Exception {
        CabinetWiring wiring = read("");

        assertThat(wiring.cashless()).isEmpty();
        assertThat(wiring.dispenser()).isEmpty();
        assertThat(wiring.scanner()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cashless=tcp://127.0.0.1:9101, two words",
        "cabinet=pins contacts door=28, door is 0 to 27 and not 28",
        "cabinet=pins contacts door=6, one pin is given for two contacts",
        "cabinet=pins contacts door=5 door=7, door is given twice",
        "cabinet=pins contacts horn=7, 'unknown option horn; known: door, power, lock, light'",
        "cabinet=pins contacts door=five, wanted name=number and not door=five",
        "cabinet=tcp://127.0.0.1:9104 contacts door=5, only where the address is pins",
        "dispenser=serial:///dev/ttyUSB0 kr-cu16 boards=17, boards is 1 to 16 and not 17",
        "dispenser=pins fafb, fafb is at no pins; only spirals are",
        "dispenser=pins spirals address=40, address is 32 to 39 and not 40",
        "dispenser=tcp://127.0.0.1:9 spirals address=32, pins are chosen only where",
        "dispenser=serial:///dev/ttyUSB0 modbus-motors unit=0, unit is 1 to 247 and not 0",
        "dispenser=serial:///dev/ttyUSB0 fafb boards=2, unknown option boards",
        "cashless=serial:///dev/ttyUSB0 wafer reader=3, reader is 1 to 2 and not 3",
        "cashless=serial:///dev/ttyUSB0 qibixx reader=2, unknown option reader",
        "dispenser=serial:///dev/ttyUSB0 fafb basket=9, basket is 1 to 8 and not 9",
        "cashless=tcp://127.0.0.1 wafer, wanted tcp",
        "cashless=tcp://127.0.0.1:65536 wafer, wanted tcp",
        "cashless=tcp://127.0.0.1:9101 fafb, a cashless does not speak fafb",
        "cashless=tcp://127.0.0.1:9101 WAFER, does not speak WAFER",
        "scanner=tcp://127.0.0.1:9103 wafer, 'known: serial-scanner, bare-scanner'",
        "dispenser=serial:///etc/passwd fafb, wanted tcp",
        "dispenser=http://127.0.0.1:80 fafb, wanted tcp",
        "dispenser=tcp://bad^host:1 fafb, not an address",
        "dispenser=tcp://127.0.0.1:1 fafb baud=9600, belongs to a serial line",
        "dispenser=serial:///dev/ttyUSB0 fafb baud=9601, is none of",
        "dispenser=serial:///dev/ttyUSB0 fafb parity=even, wanted name=number and not parity=even",
        "toaster=tcp://127.0.0.1:1 fafb, no such device",
        "cashless, wanted device=address dialect",
        "=tcp://127.0.0.1:1 fafb, wanted device=address dialect"
    })
    void refusesAWrongLineWithTheLineAndTheReason(String line, String reason) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(WiringException.class)
                .hasMessageContaining("line 1: " + line)
                .hasMessageContaining(reason);
    }

    @Test
    void tellsEveryWrongLineAtOnce() {
        WiringException refused =
                catchThrowableOfType(
                        WiringException.class,
                        () ->
                                read(
                                        """
                                        cashless=tcp://127.0.0.1:9101 klingon
                                        # a word between
                                        scanner=tcp://127.0.0.1:9103 serial-scanner
                                        toaster=tcp://127.0.0.1:1 fafb
                                        """));

        assertThat(refused.faults()).extracting(WiringFault::number).containsExactly(1, 4);
    }

    @Test
    void refusesADeviceThatIsNamedTwice() {
        assertThatThrownBy(() ->
                        read(
                                """
                                cashless=tcp://127.0.0.1:9101 wafer
                                cashless=tcp://127.0.0.1:9102 wafer
                                """))
                .hasMessage(
                        "line 2: cashless=tcp://127.0.0.1:9102 wafer:"
                                + " cashless is named on line 1 already");
    }

    @Test
    void refusesTwoDevicesOnOneLine() {
        assertThatThrownBy(() ->
                        read(
                                """
                                dispenser=serial:///dev/ttyUSB0 fafb
                                scanner=serial:///dev/ttyUSB0 serial-scanner
                                """))
                .hasMessageContaining("serial:///dev/ttyUSB0 is used on line 1 already");
    }

    private static CabinetWiring read(String text) throws IOException, WiringException {
        return CabinetWiring.read(new StringReader(text));
    }
}
