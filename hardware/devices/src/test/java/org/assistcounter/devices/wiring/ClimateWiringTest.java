package org.assistcounter.devices.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import org.assistcounter.devices.climate.ClimatePins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The line of a cooled compartment in a wiring file. */
class ClimateWiringTest {

    @Test
    void readsACompartmentBeyondALine() throws Exception {
        var wire =
                read("climate=tcp://127.0.0.1:9104 cooling compartment=2 limit=80 minutes=20")
                        .climate()
                        .orElseThrow();

        assertThat(wire.connection()).isEqualTo(new Connection.Tcp("127.0.0.1", 9104));
        assertThat(wire.value(Dialect.Climate.COMPARTMENT)).isEqualTo(2);
        assertThat(wire.value(Dialect.Climate.LIMIT)).isEqualTo(80);
        assertThat(wire.value(Dialect.Climate.MINUTES)).isEqualTo(20);
        assertThat(wire.value(Dialect.Climate.SET)).isEqualTo(20);
    }

    @Test
    void readsACompartmentAtPinsBesideContacts() throws Exception {
        CabinetWiring wiring =
                read("cabinet=pins contacts\nclimate=pins cooling fan=25 thermometers=0 sht3x=68");

        assertThat(wiring.climate().orElseThrow().connection())
                .isEqualTo(new Connection.Cooling(new ClimatePins(17, 25, 22, 0, 68)));
        assertThat(wiring.cabinet()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "climate=tcp://127.0.0.1:9 cooling fan=5, pins are chosen only where",
        "climate=tcp://127.0.0.1:9 freezing, a climate does not speak freezing",
        "climate=tcp://127.0.0.1:9 cooling compartment=0, compartment is 1 to 9 and not 0",
        "climate=tcp://127.0.0.1:9 cooling limit=5, limit is 10 to 250 and not 5",
        "climate=pins cooling fan=17, One pin for each output",
        "climate=pins cooling thermometers=0, and a thermometer",
        "climate=pins cooling thermometers=2 sht3x=68, Two thermometers",
        "climate=pins cooling pump=3, unknown option pump"
    })
    void refusesAWrongLineWithTheLineAndTheReason(String line, String reason) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(WiringException.class)
                .hasMessageContaining("line 1: " + line)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAPinThatIsAContactAlready() {
        assertThatThrownBy(() -> read("cabinet=pins contacts\nclimate=pins cooling fan=23"))
                .hasMessage(
                        "line 2: climate=pins cooling fan=23: pin 23 is a contact of the cabinet"
                                + " already");
    }

    private static CabinetWiring read(String text) throws IOException, WiringException {
        return CabinetWiring.read(new StringReader(text));
    }
}
