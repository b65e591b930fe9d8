package org.assistcounter.scripts.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the command line asks for; {@code scripts/run} has the help.
 *
 * @param part what a verb is about; empty means everything
 * @param isGateway whether the wallets are those of {@code scripts/wallet-gateway}
 */
public record Options(
        Verb verb,
        String part,
        Path data,
        Ports ports,
        boolean isGateway,
        boolean isOnce,
        boolean isJson) {

    private static final Map<Verb, Set<String>> PARTS = partsOfVerbs();

    /** What is to be done. */
    public enum Verb {
        RUN,
        STOP,
        START,
        KILL,
        STATUS
    }

    /** To run everything over this data. */
    public static Options run(Path data, Ports ports) {
        return new Options(Verb.RUN, "", data, ports, false, false, false);
    }

    static Options parse(List<String> words) {
        Deque<String> rest = new ArrayDeque<>(words);
        Map<String, String> values = new TreeMap<>();
        List<String> plain = new ArrayList<>();
        while (!rest.isEmpty()) {
            String word = rest.remove();
            switch (word) {
                case "--once", "--json" -> values.put(word, "");
                case "--wallets",
                        "--data",
                        "--http-port",
                        "--screen-port",
                        "--bench-port",
                        "--mqtt-port",
                        "--database-port" ->
                        values.put(word, value(word, rest));
                default -> plain.add(word);
            }
        }
        return of(plain, values);
    }

    private static Options of(List<String> plain, Map<String, String> values) {
        Ports standard = Ports.STANDARD;
        Options options =
                new Options(
                        verb(plain),
                        plain.size() > 1 ? plain.get(1) : "",
                        Path.of(values.getOrDefault("--data", "data")).toAbsolutePath().normalize(),
                        new Ports(
                                port(values, "--http-port", standard.http()),
                                port(values, "--screen-port", standard.screen()),
                                port(values, "--bench-port", standard.bench()),
                                port(values, "--mqtt-port", standard.mqtt()),
                                port(values, "--database-port", standard.database())),
                        isGateway(values.getOrDefault("--wallets", "sandbox")),
                        values.containsKey("--once"),
                        values.containsKey("--json"));
        options.check(plain);
        return options;
    }

    private void check(List<String> plain) {
        if (plain.size() > 2) {
            throw Refusal.usage("Not understood: " + plain.get(2));
        }
        Set<String> parts = PARTS.getOrDefault(verb, Set.of(""));
        if (!parts.contains(part)) {
            throw Refusal.usage(
                    part.isEmpty()
                            ? "Say which part: " + String.join(", ", parts)
                            : "There is no \"" + plain.getFirst() + " " + part + "\".");
        }
        if (isOnce && verb != Verb.RUN) {
            throw Refusal.usage("--once starts everything itself and takes no other command.");
        }
    }

    private static boolean isGateway(String wallets) {
        if (!Set.of("sandbox", "gateway").contains(wallets)) {
            throw Refusal.usage("--wallets is sandbox or gateway, not " + wallets + ".");
        }
        return wallets.equals("gateway");
    }

    private static Verb verb(List<String> plain) {
        if (plain.isEmpty()) {
            return Verb.RUN;
        }
        for (Verb verb : List.of(Verb.STOP, Verb.START, Verb.KILL, Verb.STATUS)) {
            if (verb.name().toLowerCase(Locale.ROOT).equals(plain.getFirst())) {
                return verb;
            }
        }
        throw Refusal.usage("Not understood: " + plain.getFirst());
    }

    private static Map<Verb, Set<String>> partsOfVerbs() {
        Map<Verb, Set<String>> parts = new EnumMap<>(Verb.class);
        parts.put(Verb.STOP, Set.of("", "agent", "server", "bench", "broker", "database"));
        parts.put(Verb.START, Set.of("agent", "server", "bench", "broker", "database"));
        parts.put(Verb.KILL, Set.of("agent", "server"));
        return parts;
    }

    private static String value(String name, Deque<String> rest) {
        if (rest.isEmpty() || rest.element().startsWith("--")) {
            throw Refusal.usage(name + " needs a value.");
        }
        return rest.remove();
    }

    private static int port(Map<String, String> values, String name, int standard) {
        String given = values.getOrDefault(name, Integer.toString(standard));
        int port = given.matches("\\d{1,5}") ? Integer.parseInt(given) : 0;
        if (port < 1 || port > 65_535) {
            throw Refusal.usage(name + " is a port from 1 to 65535, not " + given + ".");
        }
        return port;
    }
}
