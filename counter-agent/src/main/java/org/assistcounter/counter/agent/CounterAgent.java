package org.assistcounter.counter.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;

/** The program on the counter. */
public final class CounterAgent {
    /** Written into the journal and said to the fleet. */
    static final String VERSION = "0.1.0";

    private static final String HELP =
            """
            The agent of an assistance counter.

              enrol --data DIR --server URL --token TOKEN
                  makes the counter's keys and gets its certificate, once
              renew --data DIR --server URL --token TOKEN
                  gives an enrolled counter new keys and a new certificate, with a token
                  that was asked for with "renew"; while the counter is stopped. First
                  all of its journal is brought to the fleet. What was interrupted is
                  ended by the next renew or run
              run --data DIR --wiring FILE [--screen-port 8081] [--bench-url URL]
                  [--watchdog /dev/watchdog]
                  sells, until it is stopped
              service-code --data DIR
                  sets the code of technicians, which it reads from standard input; an
                  empty line has one drawn and printed once
              export --data DIR --to FILE
                  writes the journal with its public key, for scripts/verify-journal

            DIR holds the identity and the journal. FILE names the device lines, for example
              cashless=tcp://127.0.0.1:9101 wafer
              dispenser=tcp://127.0.0.1:9102 fafb
              scanner=tcp://127.0.0.1:9103 serial-scanner
              cabinet=pins contacts door=5 power=6 lock=23 light=24
              climate=tcp://127.0.0.1:9104 cooling compartment=1
            """;

    private CounterAgent() {}

    /** Returns normally only when it was asked for something else than to run. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            Arguments given = Arguments.of(arguments);
            switch (given.verb()) {
                case "enrol" ->
                        new Enrolment(Path.of(given.value("data")))
                                .run(given.address("server"), given.value("token"));
                case "renew" -> renew(given);
                case "run" -> new RunningCounter(given).runUntilStopped();
                case "service-code" ->
                        new ServiceCodeCommand(System.in, System.out, new SecureRandom())
                                .run(Path.of(given.value("data")));
                case "export" ->
                        JournalExport.write(
                                Path.of(given.value("data")), Path.of(given.value("to")));
                case "help", "--help", "-h" -> System.out.print(HELP);
                default -> {
                    System.err.print(HELP);
                    return 2;
                }
            }
            return 0;
        } catch (SettingsException e) {
            System.err.println("counter agent: " + e.getMessage());
            return 2;
        } catch (Exception e) {
            System.getLogger(CounterAgent.class.getName())
                    .log(System.Logger.Level.ERROR, "the agent stops", e);
            return 1;
        }
    }

    private static void renew(Arguments given)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path data = Path.of(given.value("data"));
        new Renewal(data)
                .run(
                        given.address("server"),
                        given.value("token"),
                        identity -> Delivery.whole(data, identity));
    }
}
