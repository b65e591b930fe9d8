package org.assistcounter.simulation.port;

import org.assistcounter.simulators.world.World;

/** One line of one life: what is planned on it happens only if it has not been cut by then. */
final class Line {
    private final World world;
    private long connection;
    private boolean isOpen;

    Line(World world) {
        this.world = world;
    }

    boolean isOpen() {
        return isOpen;
    }

    long nowMillis() {
        return world.nowMillis();
    }

    void open() {
        connection++;
        isOpen = true;
    }

    void cut() {
        connection++;
        isOpen = false;
    }

    void later(long millis, Runnable action) {
        long planned = connection;
        world.at(
                world.nowMillis() + millis,
                () -> {
                    if (planned == connection) {
                        action.run();
                    }
                });
    }
}
