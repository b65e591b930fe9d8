package org.assistcounter.virtualcounters;

import java.nio.file.Path;
import java.util.List;

/**
 * What the counters of a measurement report to: one server, whose broker is in itself, or two
 * Mosquittos beside it where one process may not open the files of all.
 *
 * @param keys its folder of keys
 * @param brokers beside it; none where it has its own
 * @param end what is done when this is closed
 */
record Fleet(OwnServer server, Path keys, List<Mosquitto> brokers, Runnable end)
        implements AutoCloseable {

    /** One with all in itself. */
    static Fleet whole(Path folder, List<String> jvm) {
        OwnServer server = OwnServer.start(folder, jvm);
        return new Fleet(server, server.keys(), List.of(), server::close);
    }

    /** One with brokers and database beside it. */
    static Fleet spread(Path folder, List<String> jvm) {
        Plant plant = Plant.start(folder, jvm, 1);
        return new Fleet(plant.instances().getFirst(), plant.keys(), plant.brokers(), plant::close);
    }

    /** All but the database, as when the machines they are on lose their power. */
    void kill() {
        brokers.forEach(Mosquitto::kill);
        server.kill();
    }

    /**
     * Starts all again, cold, the brokers behind the server, as an operator does, and returns when
     * it is ready.
     *
     * @return since when counters can connect
     */
    long startAgain() {
        server.beginAgain();
        brokers.forEach(Mosquitto::startAgain);
        long open = System.nanoTime();
        server.awaitReady();
        return open;
    }

    /** What server and brokers hold in memory when they have thrown away what they do not need. */
    long residentBytes() {
        return Resident.bytesAfterCollection(server.pid())
                + brokers.stream().mapToLong(Mosquitto::residentBytes).sum();
    }

    /** Where the keys of a broker are. */
    Path brokerKeys() {
        return brokers.isEmpty() ? keys : brokers.getFirst().folder();
    }

    /** What it says of its ledger and its counters. */
    FleetWeb web() {
        FleetWeb web = new FleetWeb(server.address());
        web.signIn();
        return web;
    }

    @Override
    public void close() {
        end.run();
    }
}
