package org.assistcounter.virtualcounters;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The bare endpoint in a process of its own, with the options of the server beside it. */
final class BareProcess implements AutoCloseable {
    private static final long STOP_SECONDS_MAX = 20;

    private final Process process;
    private final InetSocketAddress address;

    private BareProcess(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it with a server's keys and options. */
    static BareProcess start(OwnServer server) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(server.jvm());
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareBroker.class.getName(),
                        server.keys().toString()));
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            BufferedReader out = process.inputReader();
            String port = out.readLine();
            if (port == null) {
                throw new LoadFailed("the bare endpoint did not start");
            }
            return new BareProcess(
                    process,
                    new InetSocketAddress(
                            InetAddress.getLoopbackAddress(), Integer.parseInt(port)));
        } catch (IOException e) {
            throw new LoadFailed("the bare endpoint cannot be started", e);
        }
    }

    InetSocketAddress address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
