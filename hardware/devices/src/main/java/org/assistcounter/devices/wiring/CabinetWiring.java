package org.assistcounter.devices.wiring;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import org.assistcounter.devices.line.LineOpener;

/**
 * The wiring of one cabinet, from a properties file:
 *
 * <pre>
 * cashless=tcp://127.0.0.1:9101 wafer
 * dispenser=serial:///dev/ttyUSB0 fafb
 * scanner=serial:///dev/ttyACM0 serial-scanner
 * </pre>
 *
 * Each line may be missing: a counter need not have a reader, and one on a desk has no board.
 */
public record CabinetWiring(
        Optional<Wire> cashless, Optional<Wire> dispenser, Optional<Wire> scanner) {

    /** One device's line. */
    public record Wire(Connection connection, Dialect dialect) {

        /** How to open it. */
        public LineOpener opener() {
            return connection.opener(dialect.baud());
        }
    }

    /** Reads and checks a wiring file. */
    public static CabinetWiring read(Path file) throws IOException, WiringException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(text);
        }
    }

    /** Reads and checks a wiring. */
    public static CabinetWiring read(Reader text) throws IOException, WiringException {
        Properties lines = new Properties();
        lines.load(text);
        Optional<Wire> cashless = wire(lines, "cashless");
        Optional<Wire> dispenser = wire(lines, "dispenser");
        Optional<Wire> scanner = wire(lines, "scanner");
        for (String name : new TreeSet<>(lines.stringPropertyNames())) {
            throw new WiringException(name + "=" + lines.getProperty(name), "no such device");
        }
        return new CabinetWiring(cashless, dispenser, scanner);
    }

    private static Optional<Wire> wire(Properties lines, String device) throws WiringException {
        String value = lines.getProperty(device);
        lines.remove(device);
        if (value == null) {
            return Optional.empty();
        }
        String line = device + "=" + value;
        String[] words = value.strip().split("\\s+", -1);
        if (words.length != 2) {
            throw new WiringException(line, "two words are wanted: an address and a dialect");
        }
        Dialect dialect = dialect(words[1], line);
        if (!dialect.device().equals(device)) {
            throw new WiringException(line, words[1] + " is spoken by a " + dialect.device());
        }
        return Optional.of(new Wire(connection(words[0], line), dialect));
    }

    private static Dialect dialect(String word, String line) throws WiringException {
        return Arrays.stream(Dialect.values())
                .filter(dialect -> dialect.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new WiringException(line, "unknown dialect " + word));
    }

    private static Connection connection(String address, String line) throws WiringException {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new WiringException(line, "not an address: " + address);
        }
        String scheme = String.valueOf(uri.getScheme());
        String host = uri.getHost();
        String path = uri.getPath();
        if (scheme.equals("tcp") && host != null && uri.getPort() > 0 && uri.getPort() < 65_536) {
            return new Connection.Tcp(host, uri.getPort());
        }
        if (scheme.equals("serial") && host == null && path != null && path.startsWith("/dev/")) {
            return new Connection.Serial(path);
        }
        throw new WiringException(line, "wanted tcp://host:port or serial:///dev/name");
    }
}
