package org.assistcounter.fuzzing;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assistcounter.devices.climate.Ds18b20;
import org.assistcounter.devices.climate.SensorReading;
import org.assistcounter.devices.climate.Sht3x;
import org.assistcounter.devices.wiring.CabinetWiring;
import org.assistcounter.devices.wiring.WiringException;
import org.assistcounter.fleet.database.DatabaseAddress;
import org.assistcounter.fleet.settings.StartRefused;

/** Files that people and kernels write. */
final class TextBorders {
    private static final int COLDEST = -55_000;
    private static final int WARMEST = 130_000;

    private TextBorders() {}

    /** A wiring is taken whole, or refused with every wrong line and its reason. */
    static void wiring(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long lines = text.lines().count();
        try {
            CabinetWiring wiring = CabinetWiring.read(new StringReader(text));
            Require.same(
                    CabinetWiring.read(new StringReader(text)), wiring, "a file says one thing");
        } catch (WiringException refused) {
            Require.that(!refused.faults().isEmpty(), "what is wrong is said");
            refused.faults()
                    .forEach(fault -> {
                        Require.that(fault.number() <= lines, "the line is in the file");
                        Require.that(!fault.reason().isEmpty(), "a reason is given");
                    });
        }
    }

    /** Refused without the password, which no log may show. */
    static void databaseAddress(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        try {
            DatabaseAddress address = DatabaseAddress.parse(text);
            Require.that(!address.host().isEmpty() && !address.name().isEmpty(), "it is complete");
            Require.same(
                    address.toString(),
                    address.host() + ":" + address.port() + "/" + address.name(),
                    "its words are host, port and name");
        } catch (StartRefused refused) {
            boolean isSilent = text.length() < 8 || !String.valueOf(refused).contains(text);
            Require.that(isSilent && !refused.remedy().isEmpty(), "a remedy, and no password");
        }
    }

    static List<byte[]> databaseAddresses() {
        return Samples.texts(
                "postgresql://fleet:p%40ss:word@db.example:5433/fleet",
                "postgresql://fleet@[::1]/fleet");
    }

    static void thermometers(byte[] bytes) {
        possible(Ds18b20.ofText(new String(bytes, StandardCharsets.ISO_8859_1)));
        possible(Ds18b20.ofScratchpad(bytes));
        possible(Sht3x.decode(bytes));
    }

    private static void possible(SensorReading reading) {
        reading.temperature()
                .ifPresent(milli ->
                        Require.that(
                                milli >= COLDEST && milli <= WARMEST, "a temperature is possible"));
    }
}
