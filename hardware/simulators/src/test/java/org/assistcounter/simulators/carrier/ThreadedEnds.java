package org.assistcounter.simulators.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assistcounter.devices.line.Backoff;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOpener;
import org.assistcounter.devices.line.LineRunner;
import org.jspecify.annotations.Nullable;

/** Each end on the thread of a real line, as the agent and the bench run them. */
final class ThreadedEnds<C, E, T, S> implements Ends<C, E, T, S> {

    private final BlockingQueue<E> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<S> snapshots = new LinkedBlockingQueue<>();
    private final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();
    private final LineRunner<C, E> host;
    private final LineRunner<T, S> device;

    ThreadedEnds(
            LineDriver<C, E> driver, LineOpener near, LineDriver<T, S> far, LineOpener farLine) {
        device =
                new LineRunner<>(
                        "device", farLine, far, snapshots::add, bugs::add, Backoff.OF_LISTENERS);
        host = new LineRunner<>("host", near, driver, events::add, bugs::add, Backoff.OF_DEVICES);
        device.start();
        host.start();
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
    public @Nullable E nextEvent(long patienceMillis) throws InterruptedException {
        return events.poll(patienceMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public @Nullable S nextSnapshot(long patienceMillis) throws InterruptedException {
        return snapshots.poll(patienceMillis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        host.close();
        device.close();
        assertThat(bugs).isEmpty();
    }
}
