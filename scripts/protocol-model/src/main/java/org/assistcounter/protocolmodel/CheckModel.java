package org.assistcounter.protocolmodel;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocolmodel.Checking.Checked;
import org.jspecify.annotations.Nullable;

/** The command: checks the models, or shows what a guard is for by leaving it out. */
public final class CheckModel {

    static final int GOOD = 0;
    static final int BAD = 1;
    static final int NOT_RUN = 2;

    private CheckModel() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err)
            throws InterruptedException {
        boolean json = arguments.contains("--json");
        try {
            Options options = Options.parse(arguments);
            return options.lists() ? list(options, out) : check(options, out);
        } catch (IllegalArgumentException | IllegalStateException | IOException failure) {
            err.println("check-model: " + failure.getMessage());
            if (json) {
                out.println(Report.failure(String.valueOf(failure.getMessage())));
            }
            return NOT_RUN;
        }
    }

    private static int list(Options options, PrintStream out) {
        for (Guard guard : Guard.values()) {
            out.printf(
                    "%-26s %-5s without it: %s%n",
                    guard.word(), guard.model().word(), guard.breaks());
        }
        if (options.json()) {
            out.println(Report.guards());
        }
        return GOOD;
    }

    private static int check(Options options, PrintStream out)
            throws IOException, InterruptedException {
        Guard without = options.without();
        List<Checked> all = new ArrayList<>();
        if (without == null) {
            for (Model model : Model.values()) {
                all.addAll(Checking.asItIs(model));
            }
        } else {
            all.add(Checking.without(without));
        }
        all.forEach(checked -> out.print(Report.text(checked)));
        boolean good = isGood(all, without);
        if (options.json()) {
            out.println(Report.json(all, without, good));
        }
        return good ? GOOD : BAD;
    }

    /** As it is all holds; without a guard the model must notice, and name what is broken. */
    private static boolean isGood(List<Checked> all, @Nullable Guard without) {
        return all.stream()
                .allMatch(checked ->
                        without == null
                                ? checked.result().holds()
                                : checked.result().broken().equals(without.breaks()));
    }
}
