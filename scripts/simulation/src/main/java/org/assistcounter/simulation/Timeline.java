package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.simulators.world.World;

/**
 * Several worlds on one clock: what is due next in any of them happens next. Each has its guard, so
 * that a power cut ends the life of one counter and not the day of all.
 */
final class Timeline {
    private final List<Lane> lanes = new ArrayList<>();
    private long nowMillis;

    private record Lane(World world, Consumer<Runnable> guard) {}

    long nowMillis() {
        return nowMillis;
    }

    /** A new world that begins now; what happens in it happens inside the guard. */
    World world(Consumer<Runnable> guard) {
        World world = new World();
        world.run(nowMillis);
        lanes.add(new Lane(world, guard));
        return world;
    }

    /** Lets everything happen that is due in the next milliseconds, in all worlds. */
    void run(long millis) {
        long end = nowMillis + millis;
        for (Lane next = next(); next.world().nextMillis() <= end; next = next()) {
            World world = next.world();
            nowMillis = Math.max(nowMillis, world.nextMillis());
            next.guard().accept(() -> world.run(nowMillis - world.nowMillis()));
        }
        lanes.forEach(lane -> lane.world().run(end - lane.world().nowMillis()));
        nowMillis = end;
    }

    private Lane next() {
        Lane next = lanes.getFirst();
        for (Lane lane : lanes) {
            if (lane.world().nextMillis() < next.world().nextMillis()) {
                next = lane;
            }
        }
        return next;
    }
}
