package org.assistcounter.devices.wiring;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.assistcounter.devices.line.LineOpener;
import org.assistcounter.devices.wiring.Dialect.Option;

/**
 * The wiring of one cabinet, from a text file:
 *
 * <pre>
 * # device=address dialect [option=value ...]
 * cashless=tcp://127.0.0.1:9101 wafer
 * dispenser=serial:///dev/ttyUSB0 fafb baud=9600
 * scanner=serial:///dev/ttyACM0 serial-scanner
 * cabinet=pins contacts door=5 power=6 lock=23 light=24
 * climate=pins cooling compartment=1 compressor=17 fan=27 heater=22 thermometers=1
 * </pre>
 *
 * Each line may be missing: a counter need not have a reader, and one on a desk has no board.
 */
public record CabinetWiring(
        Optional<Wire<Dialect.Cashless>> cashless,
        Optional<Wire<Dialect.Dispenser>> dispenser,
        Optional<Wire<Dialect.Scanner>> scanner,
        Optional<Wire<Dialect.Cabinet>> cabinet,
        Optional<Wire<Dialect.Climate>> climate) {

    /** One device's line. */
    public record Wire<D extends Dialect>(
            Connection connection, D dialect, int baud, Map<Option, Integer> options) {

        public Wire {
            options = Map.copyOf(options);
        }

        /** At the speed that such a device leaves the factory with. */
        public Wire(Connection connection, D dialect) {
            this(connection, dialect, dialect.baud(), Map.of());
        }

        /** What the line says of it, or what is usual. */
        public int value(Option option) {
            return options.getOrDefault(option, option.usual());
        }

        /** How to open it. */
        public LineOpener opener() {
            return connection.opener(baud);
        }
    }

    /** Reads and checks a wiring file. */
    public static CabinetWiring read(Path file) throws IOException, WiringException {
        return read(file, ShelfNumbers.NONE);
    }

    /** Reads a wiring file and checks it, also against the shelf that it has to serve. */
    public static CabinetWiring read(Path file, ShelfNumbers shelf)
            throws IOException, WiringException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(text, shelf);
        }
    }

    /** Reads and checks a wiring; what is wrong with it is told line by line, all at once. */
    public static CabinetWiring read(Reader text) throws IOException, WiringException {
        return read(text, ShelfNumbers.NONE);
    }

    static CabinetWiring read(Reader text, ShelfNumbers shelf) throws IOException, WiringException {
        WiringReader reader = new WiringReader();
        BufferedReader lines = new BufferedReader(text);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            reader.line(line);
        }
        return reader.wiring(shelf);
    }
}
