package org.assistcounter.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assistcounter.scripts.launcher.Patience;
import org.assistcounter.scripts.launcher.Refusal;
import org.assistcounter.scripts.launcher.Shopper;
import tools.jackson.databind.JsonNode;

/**
 * From the start of the agent's process until its screen offers goods, on one core, with the
 * simulated devices on their lines; and what it holds in memory after some sales. Once as it is
 * delivered and once with an AOT cache of its own. Beside it: a JVM that opens a SQLite file and a
 * port and nothing else.
 */
final class AgentStart implements Benchmark {
    private static final int STARTS = 5;
    private static final int SALES = 10;
    private static final Duration START_MAX = Duration.ofSeconds(30);

    /** A board that is five times faster gives an agent on a busy core too little time. */
    private static final Probe TRUE_MOTOR =
            new Probe() {
                @Override
                public long motorSpeed() {
                    return 1;
                }
            };

    @Override
    public String name() {
        return "agent-start";
    }

    @Override
    public String about() {
        return "from the agent's start until it sells, on one core, and its memory after sales";
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) throws Exception {
        int starts = size == Size.FULL ? STARTS : 1;
        int sales = size == Size.FULL ? SALES : 1;
        Path cache = folder.resolve("agent.aot");
        EnrolledFolder.make(folder);
        try (FarEnds farEnds = new FarEnds(TRUE_MOTOR, AgentStart::failed)) {
            Files.writeString(folder.resolve("wiring.properties"), farEnds.wiring());
            farEnds.start();
            Life life = new Life(folder, farEnds, starts, sales);
            Measured bare = bare(folder, starts);
            Measured plain = life.measured(List.of());
            life.once(List.of("-XX:AOTCacheOutput=" + cache));
            Measured cached = life.measured(List.of("-XX:AOTCache=" + cache));
            people.println("a bare JVM with SQLite and a port: " + bare.words());
            people.println("the agent as it is delivered:      " + plain.words());
            people.println("the agent with an AOT cache:       " + cached.words());
            return new Result(
                    name(),
                    plain.seconds(),
                    "s",
                    bare.seconds(),
                    Map.of(
                            "cachedSeconds", cached.seconds(),
                            "residentMegabytes", plain.megabytes(),
                            "cachedResidentMegabytes", cached.megabytes(),
                            "sales", (double) sales));
        }
    }

    private static void failed(Throwable cause) {
        throw new IllegalStateException("a simulated device failed", cause);
    }

    private static Measured bare(Path folder, int starts) throws IOException {
        Samples samples = new Samples();
        for (int i = 0; i < starts; i++) {
            List<String> command = AgentProcess.onOneCore();
            command.addAll(
                    List.of(
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            BareStart.class.getName(),
                            folder.resolve("bare.sqlite").toString()));
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command).start();
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                if (lines.readLine() == null) {
                    throw new IOException("the bare JVM did not start");
                }
            }
            samples.add(System.nanoTime() - start);
        }
        return new Measured(samples, 0);
    }

    /** Starts, and the memory of the last one. */
    private record Measured(Samples starts, double megabytes) {

        double seconds() {
            return starts.percentileMillis(50) / 1_000;
        }

        String words() {
            String memory = String.format(Locale.ROOT, "%.0f MB resident", megabytes);
            return starts.words() + (megabytes == 0 ? "" : "  " + memory);
        }
    }

    /** An agent's life: it starts, sells and is stopped. */
    private record Life(Path folder, FarEnds farEnds, int starts, int sales) {

        Measured measured(List<String> options) throws IOException, InterruptedException {
            Samples samples = new Samples();
            double megabytes = 0;
            for (int i = 1; i <= starts; i++) {
                megabytes = live(options, samples, i == starts ? sales : 0);
            }
            return new Measured(samples, megabytes);
        }

        void once(List<String> options) throws IOException, InterruptedException {
            live(options, new Samples(), 1);
        }

        private double live(List<String> options, Samples samples, int sold)
                throws IOException, InterruptedException {
            int port = freePort();
            long start = System.nanoTime();
            try (AgentProcess agent = AgentProcess.start(folder, port, options);
                    Shopper shopper = atTheScreen(port)) {
                shopper.awaitKind("browse");
                samples.add(System.nanoTime() - start);
                for (int i = 0; i < sold; i++) {
                    sell(shopper);
                }
                return agent.residentMegabytes();
            }
        }

        /** As soon as there is a screen. */
        private static Shopper atTheScreen(int port) throws IOException {
            URI screen = URI.create("http://localhost:" + port);
            AtomicReference<Shopper> arrived = new AtomicReference<>();
            boolean isThere =
                    Patience.until(
                            START_MAX,
                            () -> {
                                try {
                                    arrived.set(Shopper.at(screen));
                                } catch (Refusal notYet) {
                                    return false;
                                }
                                return true;
                            });
            if (!isThere) {
                throw new IOException("there is no screen at " + screen);
            }
            return arrived.get();
        }

        private void sell(Shopper shopper) {
            shopper.chooseCard(OneSlot.SLOT);
            farEnds.tap();
            JsonNode end = shopper.awaitEnd();
            if (!end.path("kind").asString("").equals("taken")) {
                throw new IllegalStateException("a sale ended as " + end);
            }
            shopper.browse();
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
