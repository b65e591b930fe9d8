package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A fleet of parts that stand beside each other, as in production: one PostgreSQL, two Mosquittos,
 * and instances of the server that share them.
 */
final class Plant implements AutoCloseable {
    private static final int BROKERS = 2;
    private final Path folder;
    private final List<String> jvm;
    private final List<OwnServer> instances = new ArrayList<>();
    private final List<Mosquitto> brokers = new ArrayList<>();
    private final List<Integer> ports;
    private final Thread hook = new Thread(this::end, "end-of-plant");
    private final OwnPostgres database;

    private Plant(Path folder, List<String> jvm, int instances) throws IOException {
        this.folder = folder;
        this.jvm = jvm;
        this.ports = Ports.free(1 + BROKERS + instances);
        Files.createDirectories(folder);
        Runtime.getRuntime().addShutdownHook(hook);
        this.database = OwnPostgres.start(folder.resolve("database"), ports.getFirst());
    }

    /** Starts all of it, with so many instances, to be ended by closing this. */
    static Plant start(Path folder, List<String> jvm, int instances) {
        try {
            Plant plant = new Plant(folder, jvm, instances);
            try {
                plant.startRest(instances);
                return plant;
            } catch (LoadFailed failed) {
                plant.close();
                throw failed;
            }
        } catch (IOException e) {
            throw new LoadFailed("the fleet's parts cannot be started: " + e.getMessage(), e);
        }
    }

    private void startRest(int count) {
        for (int i = 0; i < BROKERS; i++) {
            brokers.add(
                    Mosquitto.start(folder.resolve("broker-" + (i + 1)), keys(), ports.get(1 + i)));
        }
        for (int i = 0; i < count; i++) {
            instances.add(instance(i + 1, ports.get(1 + BROKERS + i)));
        }
    }

    private OwnServer instance(int number, int port) {
        String names = brokers.stream().map(Mosquitto::address).collect(Collectors.joining(","));
        return OwnServer.start(
                folder.resolve("instance-" + number),
                jvm,
                URI.create("http://localhost:" + port),
                List.of(
                        "--assistcounter.instance=" + number,
                        "--assistcounter.keys=" + keys(),
                        "--assistcounter.brokers=" + names,
                        "--assistcounter.database=" + database.url(),
                        // One fleet has one origin, whichever instance answers.
                        "--assistcounter.origin=http://localhost:" + ports.get(1 + BROKERS)));
    }

    /** Those of the whole fleet. */
    Path keys() {
        return folder.resolve("keys");
    }

    List<OwnServer> instances() {
        return instances;
    }

    List<Mosquitto> brokers() {
        return brokers;
    }

    OwnPostgres database() {
        return database;
    }

    private void end() {
        instances.forEach(OwnServer::close);
        brokers.forEach(Mosquitto::close);
        database.close();
    }

    @Override
    public void close() {
        end();
        OwnServer.forget(hook);
    }
}
