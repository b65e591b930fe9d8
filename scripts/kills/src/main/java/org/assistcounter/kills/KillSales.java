package org.assistcounter.kills;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.assistcounter.scripts.launcher.Comparison;
import org.assistcounter.scripts.launcher.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The program behind {@code scripts/kill-sales}, which has its help. */
public final class KillSales {
    private static final int MEND_EVERY = 8;

    private final Options options;
    private final PrintStream out;
    private final Map<Boundary, Integer> reached = new EnumMap<>(Boundary.class);
    private int kills;
    private int serverKills;

    private KillSales(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Exits with 0 when the books balance, 1 when they do not, 2 when it was called wrongly. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            return new KillSales(Options.parse(arguments), out).run() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            err.println("kill-sales: " + e.getMessage());
            return 2;
        } catch (IOException | Refusal e) {
            err.println("kill-sales: " + e.getMessage());
            return 1;
        }
    }

    private boolean run() throws IOException {
        SplittableRandom random = new SplittableRandom(options.seed());
        Path data = options.folder();
        try (Stage stage = Stage.open(data, options.seed(), out::println)) {
            for (int round = 0; round < options.sales(); round++) {
                sale(stage, round, random);
            }
            Comparison books = stage.heal();
            report(stage, books, data);
            return books.agrees() && (options.sales() < Options.ENOUGH || isCovered());
        }
    }

    private void sale(Stage stage, int round, SplittableRandom random) {
        Plan plan = Plan.of(round, random.split());
        if (round % MEND_EVERY == MEND_EVERY - 1) {
            Mechanic.mend(stage);
        }
        if (plan.story().isWallet()) {
            stage.awaitFleet();
        }
        @Nullable Boundary at = new Round(stage, plan, random.split()).run();
        serverKills += plan.killsServer() ? 1 : 0;
        if (at != null) {
            kills++;
            reached.merge(at, 1, Integer::sum);
        }
        String where = at == null ? "the sale was over before" : at.words();
        out.printf("%4d  %s: %s%n", round + 1, plan.words(), where);
    }

    private boolean isCovered() {
        return reached.size() == Boundary.values().length;
    }

    private void report(Stage stage, Comparison books, Path data) {
        out.println();
        out.println("Where the counter died:");
        for (Boundary boundary : Boundary.values()) {
            out.printf("  %4d  %s%n", reached.getOrDefault(boundary, 0), boundary.words());
        }
        out.println("Connections to the broker: " + stage.proxy().counts());
        out.println();
        out.println(books.table("Wires and books"));
        out.println(
                books.agrees()
                        ? "The wires and the books agree."
                        : "The wires and the books DIFFER; this is seed "
                                + options.seed()
                                + ". Logs: "
                                + data.resolve("logs"));
        if (options.isJson()) {
            out.println(json(stage, books));
        }
    }

    private String json(Stage stage, Comparison books) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("sales", options.sales())
                .put("seed", options.seed())
                .put("agentKills", kills)
                .put("serverKills", serverKills)
                .put("agrees", books.agrees());
        ObjectNode boundaries = json.putObject("boundaries");
        for (Boundary boundary : Boundary.values()) {
            boundaries.put(boundary.name(), reached.getOrDefault(boundary, 0));
        }
        ObjectNode proxy = json.putObject("connections");
        stage.proxy().counts().forEach((mischief, count) -> proxy.put(mischief.name(), count));
        return json.toString();
    }
}
