package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.util.List;

/** The bare endpoint in a process of its own, with the options of the server beside it. */
final class BareProcess implements Endpoint {
    private final Process process;
    private final int port;

    private BareProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it with a fleet's keys and its server's options. */
    static BareProcess start(Fleet fleet) {
        // What the server has rehearsed is of no use here, and the JVM would say so.
        List<String> jvm =
                fleet.server().jvm().stream()
                        .filter(option -> !option.startsWith("-XX:AOT"))
                        .toList();
        List<String> command =
                OwnJava.command(jvm, List.of(), BareBroker.class, fleet.brokerKeys().toString());
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String port = process.inputReader().readLine();
            if (port == null) {
                throw new LoadFailed("the bare endpoint did not start");
            }
            return new BareProcess(process, Integer.parseInt(port));
        } catch (IOException e) {
            throw new LoadFailed("the bare endpoint cannot be started", e);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public long residentBytes() {
        return Resident.bytesAfterCollection(process.pid());
    }

    @Override
    public void close() {
        Ending.of(process);
    }
}
