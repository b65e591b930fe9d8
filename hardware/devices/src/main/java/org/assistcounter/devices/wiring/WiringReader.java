package org.assistcounter.devices.wiring;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assistcounter.devices.wiring.CabinetWiring.Wire;
import org.assistcounter.devices.wiring.WiringLine.Refusal;
import org.jspecify.annotations.Nullable;

/** Understands a wiring file line by line, and remembers every line that it could not take. */
final class WiringReader {
    private static final String BAUD = "baud=";
    private static final List<Integer> BAUDS =
            List.of(1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200);

    private final List<WiringFault> faults = new ArrayList<>();
    private final Map<String, Integer> devices = new HashMap<>();
    private final Map<Connection, Integer> connections = new HashMap<>();
    private int number;
    private @Nullable Wire<Dialect.Cashless> cashless;
    private @Nullable Wire<Dialect.Dispenser> dispenser;
    private @Nullable Wire<Dialect.Scanner> scanner;

    void line(String text) {
        number++;
        try {
            Optional<WiringLine> line = WiringLine.read(number, text);
            if (line.isPresent()) {
                take(line.get());
            }
        } catch (Refusal e) {
            faults.add(new WiringFault(number, text.strip(), e.reason()));
        }
    }

    CabinetWiring wiring() throws WiringException {
        if (!faults.isEmpty()) {
            throw new WiringException(faults);
        }
        return new CabinetWiring(
                Optional.ofNullable(cashless),
                Optional.ofNullable(dispenser),
                Optional.ofNullable(scanner));
    }

    private void take(WiringLine line) throws Refusal {
        switch (line.device()) {
            case "cashless" -> cashless = wire(line, Dialect.Cashless.values());
            case "dispenser" -> dispenser = wire(line, Dialect.Dispenser.values());
            case "scanner" -> scanner = wire(line, Dialect.Scanner.values());
            default ->
                    throw new Refusal("no such device; there are cashless, dispenser and scanner");
        }
    }

    private <D extends Dialect> Wire<D> wire(WiringLine line, D[] dialects) throws Refusal {
        once(devices, line.device(), line.device() + " is named");
        List<String> words = line.words();
        if (words.size() < 2) {
            throw new Refusal("two words are wanted: an address and a dialect");
        }
        D dialect = dialect(line.device(), words.get(1), dialects);
        Connection connection = Connection.read(words.getFirst());
        once(connections, connection, words.getFirst() + " is used");
        return new Wire<>(connection, dialect, baud(connection, dialect, words));
    }

    /** Of two lines for one thing neither is better: somebody has to say which one is meant. */
    private <K> void once(Map<K, Integer> seen, K thing, String words) throws Refusal {
        Integer before = seen.putIfAbsent(thing, number);
        if (before != null) {
            throw new Refusal(words + " on line " + before + " already");
        }
    }

    private static <D extends Dialect> D dialect(String device, String word, D[] dialects)
            throws Refusal {
        for (D dialect : dialects) {
            if (dialect.word().equals(word)) {
                return dialect;
            }
        }
        String known = Arrays.stream(dialects).map(Dialect::word).collect(joining(", "));
        throw new Refusal("a " + device + " does not speak " + word + "; known: " + known);
    }

    private static int baud(Connection connection, Dialect dialect, List<String> words)
            throws Refusal {
        int baud = dialect.baud();
        for (String option : words.subList(2, words.size())) {
            if (!option.startsWith(BAUD)) {
                throw new Refusal("unknown option " + option + "; known: baud=NUMBER");
            }
            if (!(connection instanceof Connection.Serial)) {
                throw new Refusal("a speed belongs to a serial line");
            }
            baud = speed(option.substring(BAUD.length()));
        }
        return baud;
    }

    private static int speed(String digits) throws Refusal {
        return BAUDS.stream()
                .filter(baud -> Integer.toString(baud).equals(digits))
                .findFirst()
                .orElseThrow(() -> new Refusal("baud=" + digits + " is none of " + BAUDS));
    }
}
