package org.assistcounter.simulators.carrier;

import java.util.ArrayDeque;
import java.util.Queue;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.simulators.world.WireEnd;
import org.assistcounter.simulators.world.World;
import org.jspecify.annotations.Nullable;

/** Both ends in virtual time, which passes only while a test waits. */
final class VirtualEnds<C, E, T, S> implements Ends<C, E, T, S> {

    private static final long WIRE_MILLIS = 2;
    private static final long STEP_MILLIS = 5;

    private final World world = new World();
    private final Queue<E> events = new ArrayDeque<>();
    private final Queue<S> snapshots = new ArrayDeque<>();
    private final WireEnd<C, E> host;
    private final WireEnd<T, S> device;

    VirtualEnds(LineDriver<C, E> driver, LineDriver<T, S> far) {
        host = new WireEnd<>(world, driver, events::add);
        device = new WireEnd<>(world, far, snapshots::add);
        host.connect(device, WIRE_MILLIS);
    }

    @Override
    public void command(C command) {
        host.command(command);
    }

    @Override
    public void trick(T trick) {
        device.command(trick);
    }

    @Override
    public @Nullable E nextEvent(long patienceMillis) {
        return next(events, patienceMillis);
    }

    @Override
    public @Nullable S nextSnapshot(long patienceMillis) {
        return next(snapshots, patienceMillis);
    }

    private <X> @Nullable X next(Queue<X> queue, long patienceMillis) {
        long end = world.nowMillis() + patienceMillis;
        while (queue.isEmpty() && world.nowMillis() < end) {
            world.run(STEP_MILLIS);
        }
        return queue.poll();
    }

    @Override
    public void close() {
        host.cut();
    }
}
