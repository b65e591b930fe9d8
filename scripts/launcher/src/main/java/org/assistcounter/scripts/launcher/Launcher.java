package org.assistcounter.scripts.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.json.JsonMapper;

/** The program behind `scripts/run`. */
public final class Launcher {
    private static final int FAILED = 1;
    private static final int WRONG_USE = 2;

    private final Options options;
    private final Say say;
    private final long startNanos = System.nanoTime();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Launcher(Options options, Say say) {
        this.options = options;
        this.say = say;
    }

    /** Exits with 0 when all went well, 1 when something did not, 2 when it was asked wrongly. */
    public static void main(String[] words) {
        boolean isJson = List.of(words).contains("--json");
        try {
            System.exit(new Launcher(Options.parse(List.of(words)), System.out::println).run());
        } catch (Refusal e) {
            System.out.flush();
            System.err.println("\nscripts/run: " + e.getMessage());
            if (isJson) {
                System.out.println(json("error", String.valueOf(e.getMessage())));
            }
            System.exit(e.isUsage() ? WRONG_USE : FAILED);
        } catch (IOException | InterruptedException e) {
            System.err.println("\nscripts/run: " + e);
            System.exit(FAILED);
        }
    }

    private int run() throws IOException, InterruptedException {
        return switch (options.verb()) {
            case RUN -> options.isOnce() ? once() : untilStopped();
            case STOP, START, KILL, STATUS -> order();
        };
    }

    private int order() {
        String verb = options.verb().name().toLowerCase(Locale.ROOT);
        String words = ControlCall.order(options.data(), verb, options.part()).strip();
        say.line(words);
        if (options.isJson()) {
            say.line(json("answer", words));
        }
        return 0;
    }

    private int once() {
        try (Demonstration demonstration = start()) {
            return once(demonstration);
        } catch (Refusal e) {
            throw new Refusal(e.getMessage() + "\nLogs: " + options.data().resolve("logs"));
        }
    }

    private int once(Demonstration demonstration) {
        say.line("Everything is ready after " + sinceStart() + ". Two shoppers come:");
        OnceRun.Outcome outcome = new OnceRun(demonstration, say).run();
        say.line("");
        say.line(outcome.change().table("These two sales"));
        say.line(outcome.total().table("Since the beginning of this data"));
        say.line(
                outcome.agrees()
                        ? "The wires and the books agree."
                        : "The wires and the books DIFFER. Logs: "
                                + options.data().resolve("logs"));
        if (options.isJson()) {
            say.line(outcome.json());
        }
        return outcome.exitCode();
    }

    private int untilStopped() throws IOException, InterruptedException {
        try (Demonstration demonstration = start();
                ControlDesk _ =
                        new ControlDesk(
                                options.data(), (verb, part) -> obey(demonstration, verb, part))) {
            welcome();
            ended.await();
            say.line("Stopping …");
        }
        return 0;
    }

    /** Also when Ctrl-C comes in the middle of it, what was started is ended. */
    private Demonstration start() {
        say.line("Starting the fleet, a counter and the bench on " + options.data());
        Demonstration demonstration = Demonstration.prepare(repository(), options, say);
        Runtime.getRuntime().addShutdownHook(new Thread(demonstration::close, "stop"));
        demonstration.startOrClose();
        return demonstration;
    }

    private void welcome() {
        Ports ports = options.ports();
        say.line(
                """

                Ready after %s. No real money moves here.

                  The shopper's screen   %s    buy something
                  The fleet's dashboard  %s    you are signed in by yourself
                  The bench              %s    hold a card to the reader, jam a spiral

                  A technician holds the mark on the shopper's screen; the service code is %s.

                  scripts/run stop agent|server|broker|database   and start, to see what happens
                  Logs in %s; Ctrl-C stops everything.
                """
                        .formatted(
                                sinceStart(),
                                Addresses.screen(ports),
                                Addresses.fleet(ports),
                                Addresses.bench(ports),
                                Demonstration.SERVICE_CODE,
                                options.data().resolve("logs")));
        if (options.isJson()) {
            say.line(json("screen", Addresses.screen(ports).toString()));
        }
    }

    private String obey(Demonstration demonstration, String verb, String part) {
        String words =
                switch (verb + " " + part) {
                    case "stop broker", "stop database", "start broker", "start database" -> {
                        demonstration.fleet().order(part, verb);
                        yield part + (verb.equals("stop") ? " stopped" : " started");
                    }
                    case "stop " -> {
                        ended.countDown();
                        yield "stopping everything";
                    }
                    case "status " -> demonstration.crew().status();
                    default -> ofCrew(demonstration.crew(), verb, part);
                };
        if (!verb.equals("status")) {
            say.line("scripts/run " + verb + " " + part + ": " + words);
        }
        return words;
    }

    private static String ofCrew(Crew crew, String verb, String part) {
        return switch (verb) {
            case "stop" -> crew.stop(part);
            case "start" -> crew.start(part);
            case "kill" -> crew.kill(part);
            default -> throw new Refusal("Not understood: " + verb);
        };
    }

    private String sinceStart() {
        return Say.seconds(Duration.ofNanos(System.nanoTime() - startNanos));
    }

    private static String json(String name, String value) {
        return JsonMapper.shared().createObjectNode().put(name, value).toString();
    }

    private static Path repository() {
        return Path.of(System.getProperty("assistcounter.root", ".")).toAbsolutePath().normalize();
    }
}
