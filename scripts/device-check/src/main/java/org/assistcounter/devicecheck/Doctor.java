package org.assistcounter.devicecheck;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assistcounter.devices.wiring.CabinetWiring;
import org.assistcounter.devices.wiring.WiringException;
import tools.jackson.databind.json.JsonMapper;

/** The command: opens every line of a wiring file, asks each device, and says which answered. */
public final class Doctor {

    static final int GOOD = 0;
    static final int BAD = 1;
    static final int NOT_RUN = 2;

    private static final String USAGE = "usage: scripts/doctor WIRING [--seconds N] [--json]";
    private static final String SECONDS = "--seconds";
    private static final int SECONDS_USUAL = 15;

    private Doctor() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err)
            throws InterruptedException {
        List<String> words = new ArrayList<>(arguments);
        boolean json = words.remove("--json");
        int at = words.indexOf(SECONDS);
        String seconds = String.valueOf(SECONDS_USUAL);
        if (at >= 0 && at + 1 < words.size()) {
            seconds = words.remove(at + 1);
            words.remove(SECONDS);
        }
        if (words.size() != 1 || !seconds.matches("[1-9][0-9]{0,2}")) {
            return refuse(USAGE, json, out, err);
        }
        try {
            CabinetWiring wiring = CabinetWiring.read(Path.of(words.getFirst()));
            return check(wiring, Duration.ofSeconds(Long.parseLong(seconds)), json, out);
        } catch (IOException | InvalidPathException | WiringException failure) {
            return refuse(words.getFirst() + ": " + failure.getMessage(), json, out, err);
        }
    }

    /**
     * Everything is listened to for the whole time, since a device may fail after its first word.
     */
    private static int check(CabinetWiring wiring, Duration time, boolean json, PrintStream out)
            throws InterruptedException {
        Report report = new Report(out);
        List<Check> checks = Check.start(wiring, report);
        checks.forEach(check -> report.expect(check.device()));
        Thread.sleep(time);
        report.end();
        checks.forEach(Doctor::close);
        report.summary();
        if (json) {
            out.println(report.json());
        }
        return report.isGood() ? GOOD : BAD;
    }

    private static void close(Check check) {
        try {
            check.line().close();
        } catch (Exception e) {
            throw new IllegalStateException(check.device() + " cannot be closed", e);
        }
    }

    private static int refuse(String reason, boolean json, PrintStream out, PrintStream err) {
        err.println("doctor: " + reason);
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(Map.of("error", reason)));
        }
        return NOT_RUN;
    }
}
