package org.assistcounter.simulation;

import java.util.SplittableRandom;
import org.assistcounter.simulators.world.World;

/**
 * What the network of one place carries. A partition keeps back both ways, or one of them; then the
 * connection is noticed to be gone only when it was silent for long.
 */
final class Reach {
    private static final long PARTITION_MILLIS_MAX = 1_800_000;
    private static final long PAUSE_MILLIS_MAX = 10_000;
    private static final long KEEP_ALIVE_MILLIS = 45_000;

    private final World world;
    private final SplittableRandom random;
    private final Runnable gone;
    private boolean up = true;
    private boolean down = true;
    private long partitions;

    /**
     * @param gone told when a connection is noticed to be gone
     */
    Reach(World world, SplittableRandom random, Runnable gone) {
        this.world = world;
        this.random = random;
        this.gone = gone;
    }

    boolean isUp() {
        return up;
    }

    boolean isDown() {
        return down;
    }

    boolean isBothWays() {
        return up && down;
    }

    /** For some minutes. A further one takes the place of this one. */
    void partition() {
        int kept = random.nextInt(3);
        up = kept == 1;
        down = kept == 2;
        long partition = ++partitions;
        world.at(
                world.nowMillis() + (kept == 0 ? 0 : KEEP_ALIVE_MILLIS),
                () -> {
                    if (partition == partitions && !isBothWays()) {
                        gone.run();
                    }
                });
        world.at(
                world.nowMillis() + random.nextLong(PARTITION_MILLIS_MAX),
                () -> {
                    if (partition == partitions) {
                        heal();
                    }
                });
    }

    /** How long it takes to find out that there is a way again. */
    long pauseMillis() {
        return random.nextLong(PAUSE_MILLIS_MAX);
    }

    void heal() {
        up = true;
        down = true;
    }
}
