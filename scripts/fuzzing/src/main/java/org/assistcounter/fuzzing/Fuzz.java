package org.assistcounter.fuzzing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.fuzzing.JazzerRun.Outcome;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The command {@code scripts/fuzz}. */
public final class Fuzz {
    private static final String SEEDS =
            "src/test/resources/org/assistcounter/fuzzing/BordersTestInputs";

    private Fuzz() {}

    /** Exits with 0 when every property held, 1 when one did not, 2 when it was called wrongly. */
    public static void main(String[] arguments) {
        Path module = Path.of(System.getProperty("assistcounter.root", "."), "scripts/fuzzing");
        System.exit(run(List.of(arguments), module, System.out, System.err));
    }

    static int run(List<String> arguments, Path module, PrintStream out, PrintStream err) {
        try {
            Options options = Options.parse(arguments);
            return options.listsTargets() ? list(options, out) : fuzz(options, module, out);
        } catch (IllegalArgumentException e) {
            err.println("fuzz: " + e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("fuzz: " + e);
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int list(Options options, PrintStream out) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode names = json.putArray("targets");
        for (Target target : Targets.ALL) {
            out.println(target.word());
            names.add(target.word());
        }
        if (options.isJson()) {
            out.println(json);
        }
        return 0;
    }

    private static int fuzz(Options options, Path module, PrintStream out)
            throws IOException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Target target : options.targets()) {
            Path folder = Files.createDirectories(module.resolve("target/fuzz/" + target.word()));
            JazzerRun run = new JazzerRun(folder, target);
            Path seeds = module.resolve(SEEDS).resolve(target.method());
            Outcome outcome = run.run(options.seconds(), List.of(seeds));
            outcomes.add(outcome);
            say(outcome, run, seeds, out);
        }
        long executions = outcomes.stream().mapToLong(Outcome::executions).sum();
        long broken = outcomes.stream().filter(outcome -> !outcome.finding().isEmpty()).count();
        out.printf("%d executions, %d of %d borders broken%n", executions, broken, outcomes.size());
        if (options.isJson()) {
            out.println(json(outcomes));
        }
        return broken == 0 ? 0 : 1;
    }

    private static void say(Outcome outcome, JazzerRun run, Path seeds, PrintStream out)
            throws IOException {
        out.printf("%-16s %,12d executions%n", outcome.target().word(), outcome.executions());
        if (!outcome.finding().isEmpty()) {
            out.println("  " + outcome.finding() + "; all of it is in " + outcome.log());
            for (Path finding : run.findings()) {
                out.println("  keep it: cp " + finding + " " + seeds + "/");
            }
        }
    }

    private static String json(List<Outcome> outcomes) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode targets = json.putArray("targets");
        for (Outcome outcome : outcomes) {
            targets.addObject()
                    .put("target", outcome.target().word())
                    .put("executions", outcome.executions())
                    .put("finding", outcome.finding());
        }
        return json.toString();
    }
}
