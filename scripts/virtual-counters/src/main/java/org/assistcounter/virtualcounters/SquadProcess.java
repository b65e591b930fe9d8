package org.assistcounter.virtualcounters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A {@link Squad} at work: what is asked of it and what it says. */
final class SquadProcess implements AutoCloseable {
    static final String ANSWER = "= ";
    static final String FAILURE = "! ";

    private static final List<String> JVM =
            List.of("-XX:+UseSerialGC", "-Xmx3g", "-XX:+UseCompactObjectHeaders");

    private final int number;
    private final Process process;
    private final BufferedReader said;
    private final PrintWriter orders;
    private final Screen screen;

    private SquadProcess(int number, Process process, Screen screen) {
        this.number = number;
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.screen = screen;
    }

    /**
     * Starts it.
     *
     * @param number tells squads apart that share this machine's addresses
     */
    static SquadProcess start(int number, OwnServer server, Path journals, Screen screen) {
        List<String> command =
                OwnJava.command(
                        JVM,
                        List.of(
                                "-Dassistcounter.squad=" + number,
                                "-Djdk.tls.client.enableSessionTicketExtension=false"),
                        Squad.class,
                        server.address().toString(),
                        journals.toString());
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            return new SquadProcess(number, process, screen);
        } catch (IOException e) {
            throw new LoadFailed("a squad of counters cannot be started", e);
        }
    }

    /** Has something done and returns when it is. */
    JsonNode ask(String order, Number... values) {
        String words = Stream.of(values).map(value -> " " + value).collect(Collectors.joining());
        orders.println(order + words);
        try {
            String line = said.readLine();
            while (line != null && !line.startsWith(ANSWER)) {
                if (line.startsWith(FAILURE)) {
                    throw new LoadFailed(line.substring(FAILURE.length()));
                }
                screen.line("[" + number + "] " + line);
                line = said.readLine();
            }
            if (line == null) {
                throw new LoadFailed("squad " + number + " has ended");
            }
            return JsonMapper.shared().readTree(line.substring(ANSWER.length()));
        } catch (IOException e) {
            throw new LoadFailed("squad " + number + " is not heard", e);
        }
    }

    @Override
    public void close() {
        orders.close();
        Ending.of(process);
    }
}
