package org.assistcounter.devices.wiring;

import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.devices.wiring.Dialect.Option;
import org.assistcounter.devices.wiring.WiringLine.Refusal;

/** The words behind a dialect, each {@code name=number}. */
final class WiringOptions {
    private static final String BAUD = "baud";
    private static final List<Integer> BAUDS =
            List.of(1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200);

    private final Map<String, Integer> given;

    private WiringOptions(Map<String, Integer> given) {
        this.given = given;
    }

    static WiringOptions read(List<String> words) throws Refusal {
        Map<String, Integer> given = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1 || !word.substring(equals + 1).matches("[0-9]{1,6}")) {
                throw new Refusal("wanted name=number and not " + word);
            }
            String name = word.substring(0, equals);
            if (given.put(name, Integer.valueOf(word.substring(equals + 1))) != null) {
                throw new Refusal(name + " is given twice");
            }
        }
        return new WiringOptions(given);
    }

    /** The speed of the line; only a serial one has any. */
    int baud(Connection connection, int usual) throws Refusal {
        Integer baud = given.remove(BAUD);
        if (baud == null) {
            return usual;
        }
        if (!(connection instanceof Connection.Serial)) {
            throw new Refusal("a speed belongs to a serial line");
        }
        if (!BAUDS.contains(baud)) {
            throw new Refusal("baud=" + baud + " is none of " + BAUDS);
        }
        return baud;
    }

    /** What is given of the options that a dialect understands; anything else is refused. */
    Map<Option, Integer> values(List<Option> known) throws Refusal {
        Map<Option, Integer> values = new HashMap<>();
        for (Option option : known) {
            Integer value = given.remove(option.name());
            if (value != null) {
                values.put(option, within(option, value));
            }
        }
        for (String name : given.keySet()) {
            String names = known.stream().map(Option::name).collect(joining(", "));
            throw new Refusal(
                    "unknown option " + name + (names.isEmpty() ? "" : "; known: " + names));
        }
        return values;
    }

    private static int within(Option option, int value) throws Refusal {
        if (value < option.least() || value > option.most()) {
            throw new Refusal(
                    "%s is %d to %d and not %d"
                            .formatted(option.name(), option.least(), option.most(), value));
        }
        return value;
    }
}
