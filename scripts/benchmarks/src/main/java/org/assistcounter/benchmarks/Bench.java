package org.assistcounter.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.assistcounter.benchmarks.Benchmark.Size;
import org.jspecify.annotations.Nullable;

/** The command: runs benchmarks by name; {@code scripts/bench} has its help. */
public final class Bench {
    private static final List<Benchmark> ALL =
            List.of(
                    new ApprovalToMotor(),
                    new SaleStep(),
                    new JournalAppend(),
                    BoardPoll.selling(),
                    BoardPoll.stalled(),
                    new ScanToCharge(),
                    new MdbTiming(),
                    VerifyExport.full(),
                    new AgentStart(),
                    new Ingest(),
                    FleetBenchmark.live(),
                    FleetBenchmark.connections(),
                    FleetBenchmark.storm(),
                    FleetBenchmark.desired(),
                    Kill.ofFull(),
                    Dashboard.full(),
                    Trace.full());

    private Bench() {}

    /** Exits with 0, with 1 when a benchmark fails, and with 2 when it was called wrongly. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            run(Call.of(arguments), out);
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("bench: " + e.getMessage());
            return 2;
        } catch (Exception e) {
            System.getLogger(Bench.class.getName())
                    .log(System.Logger.Level.ERROR, "the benchmark failed", e);
            err.println("bench: " + e.getMessage());
            return 1;
        }
    }

    private static void run(Call call, PrintStream out) throws Exception {
        switch (call.name()) {
            case "list" -> list(call, out);
            case "all" -> all(call, out);
            default -> {
                Result result = measured(call.sized(named(call.name())), call, out);
                if (call.json()) {
                    out.println(result.json());
                }
            }
        }
    }

    private static void list(Call call, PrintStream out) {
        for (Benchmark each : ALL) {
            out.printf("%-20s %s%n", each.name(), each.about());
        }
        if (call.json()) {
            List<String> names = ALL.stream().map(each -> '"' + each.name() + '"').toList();
            out.println("{\"benchmarks\":[" + String.join(",", names) + "]}");
        }
    }

    private static void all(Call call, PrintStream out) throws Exception {
        List<String> results = new ArrayList<>();
        for (Benchmark each : ALL) {
            results.add(measured(each, call, out).json());
        }
        if (call.json()) {
            out.println("{\"benchmarks\":[" + String.join(",", results) + "]}");
        }
    }

    private static Benchmark named(String name) {
        return ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no benchmark " + name));
    }

    private static Result measured(Benchmark benchmark, Call call, PrintStream out)
            throws Exception {
        Files.createDirectories(call.data());
        Path folder = Files.createTempDirectory(call.data(), benchmark.name());
        try {
            out.println(benchmark.name() + ": " + benchmark.about());
            Result result = benchmark.run(call.size(), folder, out);
            out.printf(
                    "%s: %.3f %s, reference %.3f, ratio %.2f%n",
                    result.name(),
                    result.value(),
                    result.unit(),
                    result.reference(),
                    result.ratio());
            return result;
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    /** What was asked for. */
    private record Call(
            String name,
            boolean json,
            Size size,
            Path data,
            @Nullable Path kept,
            int counters,
            int sales) {

        static Call of(List<String> arguments) {
            String name = "";
            boolean json = false;
            Size size = Size.FULL;
            Path data = besideTheBuild();
            Path kept = null;
            int counters = 0;
            int sales = 0;
            for (int i = 0; i < arguments.size(); i++) {
                String word = arguments.get(i);
                switch (word) {
                    case "--json" -> json = true;
                    case "--smoke" -> size = Size.SMOKE;
                    case "--data" -> data = Path.of(after(arguments, i++));
                    case "--keep" -> kept = Path.of(after(arguments, i++)).toAbsolutePath();
                    case "--counters" -> counters = number(after(arguments, i++));
                    case "--sales" -> sales = number(after(arguments, i++));
                    default -> name = only(name, word);
                }
            }
            if (name.isEmpty()) {
                throw new IllegalArgumentException("which benchmark?");
            }
            boolean isOne = !name.equals("all") && !name.equals("list");
            if (!isOne && (counters + sales > 0 || kept != null)) {
                throw new IllegalArgumentException(
                        "--counters, --sales and --keep are for one benchmark");
            }
            return new Call(name, json, size, data, kept, counters, sales);
        }

        Benchmark sized(Benchmark asked) {
            Benchmark counted = counters == 0 ? asked : asked.withCounters(counters);
            Benchmark sold = sales == 0 ? counted : counted.withSales(sales);
            return kept == null ? sold : sold.keeping(kept);
        }

        /** Memory may lie behind a temporary folder; the sources lie on a disk. */
        private static Path besideTheBuild() {
            String root = System.getProperty("assistcounter.root", ".");
            return Path.of(root, "scripts", "benchmarks", "target", "data");
        }

        private static String after(List<String> arguments, int at) {
            if (at + 1 >= arguments.size()) {
                throw new IllegalArgumentException(arguments.get(at) + " needs a value");
            }
            return arguments.get(at + 1);
        }

        private static int number(String text) {
            if (!text.matches("[1-9][0-9]{0,7}")) {
                throw new IllegalArgumentException(text + " is no number of counters or sales");
            }
            return Integer.parseInt(text);
        }

        private static String only(String before, String word) {
            if (!before.isEmpty() || word.startsWith("--")) {
                throw new IllegalArgumentException("not understood: " + word);
            }
            return word;
        }
    }
}
