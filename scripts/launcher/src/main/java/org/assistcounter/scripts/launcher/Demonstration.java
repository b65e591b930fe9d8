package org.assistcounter.scripts.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole chain on this machine: fleet server, bench and one counter's agent. What does not need
 * another starts beside it; closing ends all of it.
 */
public final class Demonstration implements AutoCloseable {
    private static final Duration PATIENCE_SELLING = Duration.ofSeconds(45);

    /** Reader, board, scanner and cooled compartment. */
    private static final List<Integer> STANDARD_LINE_PORTS = List.of(9101, 9102, 9103, 9104);

    /** Everybody may be the technician of a demonstration. */
    public static final String SERVICE_CODE = "402917";

    private static final String WALLETS = "wallets";
    private static final List<String> PROCESSES =
            Stream.concat(Crew.NAMES.stream(), Stream.of(WALLETS)).toList();

    private final Ports ports;
    private final DataFolder data;
    private final Say say;
    private final Web web = new Web();
    private final Spawner spawner = new Spawner();
    private final Programs programs;
    private final BenchDesk bench;
    private final FleetDesk fleet;
    private final Crew crew;
    private final @Nullable Child wallets;

    private Demonstration(Path repository, Options options, DataFolder data, Say say) {
        this.ports = options.ports();
        this.data = data;
        this.say = say;
        // Books that were begun with the gateway are gone on with there.
        boolean isGateway = options.isGateway() || Files.exists(data.wallets());
        int walletPort = isGateway ? Ports.free(1).getFirst() : 0;
        URI gateway = isGateway ? URI.create("http://127.0.0.1:" + walletPort) : null;
        this.programs = new Programs(repository, data, ports, walletPort);
        this.bench = new BenchDesk(Addresses.bench(ports), web);
        this.fleet = new FleetDesk(Addresses.fleet(ports), data.root(), web, gateway);
        this.wallets =
                isGateway
                        ? child("wallet gateway", WALLETS, programs::wallets, fleet::hasWallets)
                        : null;
        List<Integer> lines = linePorts();
        writeWiring(lines);
        crew =
                new Crew(
                        child("fleet server", "server", programs::server, fleet::isHealthy),
                        child("bench", "bench", () -> programs.bench(lines), bench::answers),
                        child(
                                "counter agent",
                                "agent",
                                programs::agent,
                                () -> web.answers(Addresses.screen(ports))));
    }

    /** Starts everything and returns when a shopper can buy. */
    public static Demonstration start(Path repository, Options options, Say say) {
        Demonstration demonstration = prepare(repository, options, say);
        demonstration.startOrClose();
        return demonstration;
    }

    /** Takes the data directory and checks what can be checked before anything is started. */
    static Demonstration prepare(Path repository, Options options, Say say) {
        DataFolder data = DataFolder.open(options.data());
        try {
            for (String name : PROCESSES) {
                Leftovers.end(name, data.pidOf(name), data.root(), say);
                data.turnLog(name);
            }
            options.ports().refuseTaken(DatabaseNote.isRunning(data.fleet()));
            EnrolmentNote.refuseOtherBroker(data.enrolment(), options.ports().mqtt());
            return new Demonstration(repository, options, data, say);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    void startOrClose() {
        try {
            startAll();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startAll() {
        // The server reads keys that the gateway makes.
        if (wallets != null) {
            startAndSay(wallets);
        }
        boolean isEnrolled = Files.exists(data.enrolment());
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> server = together.submit(() -> startAndSay(crew.server()));
            Future<?> benchReady = together.submit(this::startBench);
            Future<?> codeSet = together.submit(this::setServiceCodeOnce);
            if (!isEnrolled) {
                join(server);
                enrol();
            }
            join(benchReady);
            join(codeSet);
            startAndSay(crew.agent());
            join(server);
        }
        try (Shopper passer = Shopper.at(Addresses.screen(ports))) {
            passer.awaitSelling(PATIENCE_SELLING);
        }
    }

    private void startBench() {
        startAndSay(crew.bench());
        bench.loadShelfOnce(data);
    }

    private void startAndSay(Child child) {
        Duration took = child.start();
        say.line("  %-14s ready in %s".formatted(child.name(), Say.seconds(took)));
    }

    private void enrol() {
        long start = System.nanoTime();
        runToItsEnd("enrolment", programs.enrolment(DataFolder.read(data.token())), "");
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        say.line("  %-14s enrolled as XA-0001 in %s".formatted("counter", Say.seconds(took)));
    }

    private void setServiceCodeOnce() {
        if (!Files.exists(data.serviceCode())) {
            runToItsEnd("service-code", programs.serviceCode(), SERVICE_CODE + "\n");
        }
    }

    /** A program of the counter that does one thing and ends. */
    private void runToItsEnd(String name, List<String> command, String input) {
        data.turnLog(name);
        Process process = spawner.spawn(command, data.log(name), input);
        Patience.until(Duration.ofMinutes(1), () -> !process.isAlive());
        if (process.isAlive() || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new Refusal(
                    "The counter's %s failed. The end of the log, %s:\n%s"
                            .formatted(name, data.log(name), Child.tail(data.log(name))));
        }
    }

    private Child child(
            String words, String name, Supplier<List<String>> command, BooleanSupplier isReady) {
        return new Child(
                new Child.Role(words, command, data.log(name), data.pidOf(name), isReady),
                spawner,
                say);
    }

    /**
     * Warmth locks after a minute and not after half an hour, so that trying it takes no longer.
     */
    private void writeWiring(List<Integer> lines) {
        DataFolder.writePrivately(
                data.wiring(),
                """
                cashless=tcp://127.0.0.1:%d wafer
                dispenser=tcp://127.0.0.1:%d fafb
                scanner=tcp://127.0.0.1:%d serial-scanner
                climate=tcp://127.0.0.1:%d cooling compartment=1 minutes=1 grace=0
                """
                        .formatted(lines.get(0), lines.get(1), lines.get(2), lines.get(3)));
    }

    private static List<Integer> linePorts() {
        return STANDARD_LINE_PORTS.stream().allMatch(Ports::isFree)
                ? STANDARD_LINE_PORTS
                : Ports.free(STANDARD_LINE_PORTS.size());
    }

    private static void join(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refusal refusal
                    ? refusal
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    /** The other ends of the counter's wires. */
    public BenchDesk bench() {
        return bench;
    }

    /** The fleet's own word. */
    public FleetDesk fleet() {
        return fleet;
    }

    /** The processes. */
    public Crew crew() {
        return crew;
    }

    /** Where it listens. */
    public Ports ports() {
        return ports;
    }

    /** What the wires have seen until now. */
    public Wires wires(Map<Integer, String> products) {
        return Wires.of(bench.state(), fleet.walletSums(), products);
    }

    @Override
    public synchronized void close() {
        crew.close();
        if (wallets != null) {
            wallets.close();
        }
        spawner.close();
        web.close();
        data.close();
    }
}
