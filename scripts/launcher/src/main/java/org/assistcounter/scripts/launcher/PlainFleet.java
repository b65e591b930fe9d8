package org.assistcounter.scripts.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A fleet server as an installation begins: without a demonstration, a counter or a person. */
public final class PlainFleet implements AutoCloseable {
    private final Ports ports;
    private final DataFolder data;
    private final Web web = new Web();
    private final Spawner spawner = new Spawner();
    private final Child server;

    private PlainFleet(
            Path repository, Options options, DataFolder data, List<String> settings, Say say) {
        this.ports = options.ports();
        this.data = data;
        Programs programs = new Programs(repository, data, ports, 0);
        server =
                new Child(
                        new Child.Role(
                                "fleet server",
                                () -> programs.plainServer(settings),
                                data.log("server"),
                                data.pidOf("server"),
                                () -> web.answers(address().resolve("/health"))),
                        spawner,
                        say);
    }

    /** Starts one and returns when its pages are there. */
    public static PlainFleet start(
            Path repository, Options options, List<String> settings, Say say) {
        DataFolder data = DataFolder.open(options.data());
        PlainFleet fleet = new PlainFleet(repository, options, data, settings, say);
        try {
            say.line("  %-14s ready in %s".formatted("fleet", Say.seconds(fleet.server.start())));
            return fleet;
        } catch (RuntimeException e) {
            fleet.close();
            throw e;
        }
    }

    /** Where its pages are. */
    public URI address() {
        return Addresses.fleet(ports);
    }

    /** Where the first administrator finds their link. */
    public Path administratorLink() {
        return data.fleet().resolve("administrator.link");
    }

    /** Where its database keeps its password. */
    public Path databasePassword() {
        return data.fleet().resolve("postgresql/password");
    }

    /** Where it listens. */
    public Ports ports() {
        return ports;
    }

    @Override
    public void close() {
        server.close();
        spawner.close();
        web.close();
        data.close();
    }
}
