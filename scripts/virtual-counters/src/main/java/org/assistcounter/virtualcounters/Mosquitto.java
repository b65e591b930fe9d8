package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A broker that is not in the server, configured as {@code scripts/broker-config} does it. */
final class Mosquitto implements Part, Endpoint {
    private static final List<Path> PROGRAMS =
            List.of(Path.of("/usr/sbin/mosquitto"), Path.of("/usr/local/sbin/mosquitto"));
    private static final long START_SECONDS_MAX = 20;

    private final Path folder;
    private final Path keys;
    private final int port;
    private @Nullable Process process;

    private Mosquitto(Path folder, Path keys, int port) {
        this.folder = folder;
        this.keys = keys;
        this.port = port;
    }

    static boolean isInstalled() {
        return PROGRAMS.stream().anyMatch(Files::isExecutable);
    }

    /**
     * @param keys of the fleet
     */
    static Mosquitto start(Path folder, Path keys, int port) {
        Mosquitto broker = new Mosquitto(folder, keys, port);
        broker.configure();
        broker.startAgain();
        return broker;
    }

    private void configure() {
        ServerProgram.run(
                folder.resolveSibling(folder.getFileName() + ".log"),
                "org.assistcounter.fleet.enrolment.BrokerCommand",
                "--keys",
                keys.toString(),
                "--out",
                folder.toString(),
                "--host",
                "localhost,127.0.0.1",
                "--address",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--user",
                System.getProperty("user.name"));
    }

    /** Its configuration and its keys. */
    Path folder() {
        return folder;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public int port() {
        return port;
    }

    /** It collects nothing. */
    @Override
    public long residentBytes() {
        Process running = process;
        return running == null ? 0 : Resident.bytes(running.pid());
    }

    @Override
    public void startAgain() {
        Path program =
                PROGRAMS.stream()
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElseThrow(() -> new LoadFailed("mosquitto is not installed"));
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        try {
            Process started =
                    new ProcessBuilder(
                                    program.toString(),
                                    "-c",
                                    folder.resolve("mosquitto.conf").toString())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
            process = started;
            awaitListening(started, log);
        } catch (IOException e) {
            throw new LoadFailed("the broker cannot be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }

    private void awaitListening(Process started, Path log) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        while (!isListening()) {
            if (!started.isAlive() || System.nanoTime() > until) {
                throw new LoadFailed("the broker did not start; its log is " + log);
            }
            Thread.sleep(20);
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void kill() {
        Process running = process;
        if (running != null) {
            Ending.suddenly(running);
        }
    }

    /** This one, which loses its disk with its life and is set up as a new one. */
    Part losingItsDisk() {
        return new Part() {
            @Override
            public void kill() {
                Mosquitto.this.kill();
                wipe();
            }

            @Override
            public void startAgain() {
                configure();
                Mosquitto.this.startAgain();
            }
        };
    }

    private void wipe() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new LoadFailed("the broker's disk cannot be wiped", e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
