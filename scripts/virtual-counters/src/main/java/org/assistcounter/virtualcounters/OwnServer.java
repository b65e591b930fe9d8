package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A fleet server of our own with its database and broker, as it is delivered, in a folder of its
 * own. It is ended by its number, also when this program is stopped.
 */
final class OwnServer implements Part, AutoCloseable {
    private static final long START_SECONDS_MAX = 180;

    /**
     * As a small production server runs: a heap with a cap, the smallest collector, and what TLS
     * has given back goes back to the system.
     */
    static final List<String> JVM =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xmx1g",
                    "-XX:+UseCompactObjectHeaders",
                    "-XX:MinHeapFreeRatio=10",
                    "-XX:MaxHeapFreeRatio=20",
                    "-XX:TrimNativeHeapInterval=10000");

    private final Path folder;
    private final List<String> jvm;
    private final List<String> command;
    private final URI address;
    private final Thread hook = new Thread(this::end, "end-of-server");
    private @Nullable Process process;
    private boolean standsStill;

    private OwnServer(Path folder, List<String> jvm, List<String> command, URI address) {
        this.folder = folder;
        this.jvm = jvm;
        this.command = command;
        this.address = address;
    }

    /** Starts one with all in itself in an empty folder and returns when it is ready. */
    static OwnServer start(Path folder, List<String> jvm) {
        List<Integer> ports = Ports.free(3);
        URI address = URI.create("http://localhost:" + ports.get(0));
        return start(
                folder,
                jvm,
                address,
                List.of(
                        "--assistcounter.mqtt.port=" + ports.get(1),
                        "--assistcounter.database-port=" + ports.get(2),
                        "--assistcounter.origin=" + address));
    }

    /** Starts one at this address with these settings. */
    static OwnServer start(Path folder, List<String> jvm, URI address, List<String> settings) {
        makeFolder(folder);
        List<String> arguments = new ArrayList<>(settings);
        arguments.add("--assistcounter.demonstration=true");
        // One person raises a price everywhere.
        arguments.add("--assistcounter.directives.alone-max=" + Integer.MAX_VALUE);
        arguments.add("--assistcounter.data=" + folder.resolve("fleet"));
        arguments.add("--assistcounter.http.port=" + address.getPort());
        List<String> command =
                ServerProgram.command(jvm, "org.assistcounter.fleet.FleetServer", arguments);
        OwnServer server = new OwnServer(folder, jvm, command, address);
        Runtime.getRuntime().addShutdownHook(server.hook);
        server.startAgain();
        return server;
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LoadFailed("there is no folder for a server: " + e.getMessage(), e);
        }
    }

    /** After an end: a cold start on the same data. */
    @Override
    public void startAgain() {
        beginAgain();
        awaitReady();
    }

    /** The same without its brokers; returns when it lives. */
    void beginAgain() {
        try {
            Process started =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                            .start();
            process = started;
            await(started, FleetWeb::isAlive);
        } catch (IOException e) {
            throw new LoadFailed("the server cannot be started: " + e.getMessage(), e);
        }
    }

    /** Returns when all that it needs works too. */
    void awaitReady() {
        await(Objects.requireNonNull(process), FleetWeb::isHealthy);
    }

    private void await(Process started, Predicate<FleetWeb> isSo) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        try (FleetWeb web = new FleetWeb(address)) {
            while (!isSo.test(web)) {
                if (!started.isAlive() || System.nanoTime() > until) {
                    throw new LoadFailed("the server did not start; its log is " + log());
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }

    /** The options of its JVM. */
    List<String> jvm() {
        return jvm;
    }

    URI address() {
        return address;
    }

    Path log() {
        return folder.resolve("server.log");
    }

    long pid() {
        Process running = process;
        return running == null ? -1 : running.pid();
    }

    /** Where its keys are. */
    Path keys() {
        return folder.resolve("fleet").resolve("keys");
    }

    /** Its database, where that is in itself; the server starts it again. */
    Part database() {
        return new Part() {
            @Override
            public void kill() {
                OwnPostgres.kill(folder.resolve("fleet"));
            }

            @Override
            public void startAgain() {}
        };
    }

    /** Stops it in whatever it does, as if its machine stood still. */
    void stop() {
        signal("STOP");
        standsStill = true;
    }

    /** After a stop. */
    void goOn() {
        signal("CONT");
        standsStill = false;
    }

    private void signal(String name) {
        try {
            int exit =
                    new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid())
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exit != 0) {
                throw new LoadFailed("the server was not sent " + name);
            }
        } catch (IOException e) {
            throw new LoadFailed("the server cannot be sent " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }

    @Override
    public void kill() {
        Process running = process;
        if (running != null) {
            Ending.suddenly(running);
        }
    }

    private void end() {
        Process running = process;
        if (running != null && running.isAlive()) {
            if (standsStill) {
                goOn();
            }
            Ending.of(running);
        }
    }

    @Override
    public void close() {
        end();
        forget(hook);
    }

    /** What was to be done at this program's end is done. */
    static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAnyway) {
            System.getLogger(OwnServer.class.getName())
                    .log(System.Logger.Level.DEBUG, "the program is ending", endingAnyway);
        }
    }
}
