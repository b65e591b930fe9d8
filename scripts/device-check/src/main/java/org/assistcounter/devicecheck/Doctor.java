package org.assistcounter.devicecheck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assistcounter.devices.wiring.CabinetWiring;
import org.assistcounter.devices.wiring.WiringException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command: opens every line of a wiring file, asks each device, says which answered, and does
 * what is asked for.
 */
public final class Doctor {

    static final int GOOD = 0;
    static final int BAD = 1;
    static final int NOT_RUN = 2;

    private static final String USAGE =
            "usage: scripts/doctor WIRING [--seconds N] [--turn N] [--open N] [--card FEN] [--scan]"
                    + " [--yes] [--json]";

    private final PrintStream out;
    private final PrintStream err;
    private final BufferedReader answers;

    Doctor(PrintStream out, PrintStream err, Reader answers) {
        this.out = out;
        this.err = err;
        this.answers = new BufferedReader(answers);
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Reader answers = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        System.exit(new Doctor(out, System.err, answers).run(List.of(arguments)));
    }

    int run(List<String> arguments) throws InterruptedException {
        boolean isJson = arguments.contains("--json");
        Optional<Call> understood = Call.of(arguments);
        if (understood.isEmpty()) {
            return refuse(USAGE, isJson);
        }
        Call call = understood.get();
        try {
            CabinetWiring wiring = CabinetWiring.read(Path.of(call.wiring()));
            for (Action action : call.actions()) {
                Optional<String> reason = action.refusal(wiring);
                if (reason.isPresent()) {
                    return refuse(action.name() + ": " + reason.get(), isJson);
                }
            }
            return check(wiring, call);
        } catch (IOException | InvalidPathException | WiringException failure) {
            return refuse(call.wiring() + ": " + failure.getMessage(), isJson);
        }
    }

    /**
     * Everything is listened to for the whole time, since a device may fail after its first word.
     */
    private int check(CabinetWiring wiring, Call call) throws InterruptedException, IOException {
        Report report = new Report(out);
        try (Lines lines = Lines.open(wiring, report)) {
            lines.all().forEach(check -> report.expect(check.device()));
            Thread.sleep(Duration.ofSeconds(call.seconds()));
            long patience = Duration.ofSeconds(call.seconds()).toMillis();
            Technician technician = new Technician(lines, patience, out::println);
            for (Action action : call.actions()) {
                if (isAgreed(action, call)) {
                    report.did(action.name(), technician.does(action));
                }
            }
            report.end();
        }
        report.summary();
        if (call.isJson()) {
            out.println(report.json());
        }
        return report.isGood() ? GOOD : BAD;
    }

    private boolean isAgreed(Action action, Call call) throws IOException {
        if (call.isAgreed() || action.question().isEmpty()) {
            return true;
        }
        out.print(action.question().get() + " [y/N] ");
        out.flush();
        String answer = answers.readLine();
        boolean isYes = answer != null && answer.strip().equalsIgnoreCase("y");
        if (!isYes) {
            out.println("not done: " + action.name());
        }
        return isYes;
    }

    private int refuse(String reason, boolean isJson) {
        err.println("doctor: " + reason);
        if (isJson) {
            out.println(JsonMapper.shared().writeValueAsString(Map.of("error", reason)));
        }
        return NOT_RUN;
    }
}
