package org.assistcounter.simulation;

import org.assistcounter.simulators.world.World;

/** Wakes a life of an agent when its next deadline comes. */
final class Alarm {
    private final World world;
    private long dueMillis = Long.MAX_VALUE;

    Alarm(World world) {
        this.world = world;
    }

    /** Another life begins. */
    void forget() {
        dueMillis = Long.MAX_VALUE;
    }

    void set(SimulatedCounter life) {
        long due = Math.max(life.deadlineMillis(), world.nowMillis());
        if (due < dueMillis || dueMillis <= world.nowMillis()) {
            dueMillis = due;
            if (due != Long.MAX_VALUE) {
                world.at(due, () -> ring(life));
            }
        }
    }

    private void ring(SimulatedCounter life) {
        if (life.isAlive() && world.nowMillis() >= dueMillis) {
            dueMillis = Long.MAX_VALUE;
            life.elapsed();
        }
    }
}
