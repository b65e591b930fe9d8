package org.assistcounter.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command: reads its arguments, prints the result, and says it again with its exit code. */
public final class VerifyJournal {

    public static final int GOOD = 0;
    public static final int BAD = 1;
    public static final int NOT_RUN = 2;

    private VerifyJournal() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, System.err));
    }

    /** The same without ending the process; its exit code is the answer. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean json = arguments.contains("--json");
        List<String> files = arguments.stream().filter(word -> !word.equals("--json")).toList();
        if (files.size() != 1 || files.getFirst().startsWith("--")) {
            return refuse("usage: scripts/verify-journal FILE [--json] [--help]", json, out, err);
        }
        Path file = Path.of(files.getFirst());
        if (!Files.isRegularFile(file)) {
            return refuse(file + " is not a file", json, out, err);
        }
        try {
            Result result = Verification.of(file);
            Report.print(result, out);
            if (json) {
                out.println(Json.of(result));
            }
            return result.good() ? GOOD : BAD;
        } catch (IOException failure) {
            return refuse(file + " cannot be read: " + failure.getMessage(), json, out, err);
        }
    }

    private static int refuse(String reason, boolean json, PrintStream out, PrintStream err) {
        err.println("verify-journal: " + reason);
        if (json) {
            out.println(Json.ofUnreadable(reason));
        }
        return NOT_RUN;
    }
}
