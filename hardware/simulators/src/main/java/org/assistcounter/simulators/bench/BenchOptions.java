package org.assistcounter.simulators.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the bench was started with. */
record BenchOptions(
        LinePorts lines, int httpPort, long boardPollMillis, Path state, String screenUrl) {

    /** Where the other ends of the lines listen; 0 for any. */
    record LinePorts(int reader, int board, int scanner, int climate) {}

    static final String HELP =
            """
            Bench: a simulated card reader, vending board, scanner and cooled compartment, and
            their page.

              --reader-port N     line of the Wafer box (default 9101, 0 for any)
              --board-port N      line of the FA FB board (default 9102, 0 for any)
              --scanner-port N    line of the scanner (default 9103, 0 for any)
              --climate-port N    line of the cooled compartment (default 9104, 0 for any)
              --http-port N       the page, GET /state, POST /command (default 8082, 0 for any)
              --board-poll-ms N   how often the board polls (default 200)
              --state FILE        where counts are kept (default bench.properties)
              --screen-url URL    the shopper's screen beside it (default http://localhost:8081)
              --help              this text

            POST /command with a form, for example:
              command=tap&funds=100000           command=remove-card     command=deny
              command=jam&selection=11           command=clear-jam&selection=11
              command=load&selection=11&goods=5  command=nothing-falls&selection=11&on=true
              command=sensor&state=bad           command=garble&line=reader&kind=flip|noise|lose
              command=silent&line=board&millis=4000
              command=scan&code=TEXT             command=scan&code=TEXT&millis=5000 (held)
              command=scanner-fault&kind=split|delay|noise|omit-end|lose
              command=air&milli=12000            command=compressor&on=false
              command=thermometer&state=well|unplugged|stuck|spoilt
            """;

    /** Reads the arguments; throws with words for the user if they are wrong. */
    static BenchOptions parse(String[] args) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!args[i].startsWith("--") || i + 1 == args.length) {
                throw new IllegalArgumentException("Not understood: " + args[i]);
            }
            given.put(args[i].substring(2), args[i + 1]);
        }
        BenchOptions options =
                new BenchOptions(
                        new LinePorts(
                                number(given, "reader-port", 9101),
                                number(given, "board-port", 9102),
                                number(given, "scanner-port", 9103),
                                number(given, "climate-port", 9104)),
                        number(given, "http-port", 8082),
                        number(given, "board-poll-ms", 200),
                        Path.of(text(given, "state", "bench.properties")),
                        text(given, "screen-url", "http://localhost:8081"));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("Not understood: " + given.keySet());
        }
        return options;
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        return Integer.parseInt(text(given, name, Integer.toString(otherwise)));
    }

    private static String text(Map<String, String> given, String name, String otherwise) {
        String value = given.remove(name);
        return value == null ? otherwise : value;
    }
}
