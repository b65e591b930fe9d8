package org.assistcounter.simulators.world;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.jspecify.annotations.Nullable;

/**
 * One end of a wire in virtual time: runs a driver as a line's thread would, and carries what it
 * sends to the other end after a delay. What is on the way when the wire is cut is lost. Bytes on
 * the way may be spoilt by {@link #spoil}.
 */
public final class WireEnd<C, E> {

    private final World world;
    private final LineDriver<C, E> driver;
    private final Consumer<E> events;
    private @Nullable WireEnd<?, ?> other;
    private UnaryOperator<byte[]> spoiling = UnaryOperator.identity();
    private long delayMillis;
    private long wakeAtMillis = Long.MAX_VALUE;
    private int connection;
    private boolean isOpen;

    public WireEnd(World world, LineDriver<C, E> driver, Consumer<E> events) {
        this.world = world;
        this.driver = driver;
        this.events = events;
        plan();
    }

    /** Joins two ends and opens both. */
    public void connect(WireEnd<?, ?> otherEnd, long delay) {
        other = otherEnd;
        delayMillis = delay;
        otherEnd.other = this;
        otherEnd.delayMillis = delay;
        otherEnd.open();
        open();
    }

    /** Cuts the wire; both ends notice at once. */
    public void cut() {
        WireEnd<?, ?> peer = other;
        close();
        if (peer != null) {
            peer.close();
        }
    }

    /** Every message to this end passes through here; an empty one is lost. */
    public void spoil(UnaryOperator<byte[]> spoiler) {
        spoiling = spoiler;
    }

    /** The owner commands. */
    public void command(C command) {
        carry(driver.commanded(command, world.nowMillis()));
    }

    private void open() {
        connection++;
        isOpen = true;
        carry(driver.opened(world.nowMillis()));
    }

    private void close() {
        if (isOpen) {
            connection++;
            isOpen = false;
            carry(driver.closed(world.nowMillis()));
        }
    }

    private void arrive(byte[] bytes, int onConnection) {
        byte[] heard = spoiling.apply(bytes);
        if (isOpen && onConnection == connection && heard.length > 0) {
            carry(driver.received(heard, world.nowMillis()));
        }
    }

    private void carry(LineOutput<E> output) {
        for (byte[] bytes : output.sends()) {
            send(bytes);
        }
        plan();
        output.events().forEach(events);
    }

    private void send(byte[] bytes) {
        WireEnd<?, ?> peer = other;
        if (isOpen && peer != null) {
            int onConnection = peer.connection;
            world.at(world.nowMillis() + delayMillis, () -> peer.arrive(bytes, onConnection));
        }
    }

    private void plan() {
        long due = driver.deadlineMillis();
        if (due != Long.MAX_VALUE && due < wakeAtMillis) {
            wakeAtMillis = due;
            world.at(due, () -> wake(due));
        }
    }

    private void wake(long due) {
        if (due != wakeAtMillis) {
            return;
        }
        wakeAtMillis = Long.MAX_VALUE;
        if (driver.deadlineMillis() <= world.nowMillis()) {
            carry(driver.elapsed(world.nowMillis()));
        } else {
            plan();
        }
    }
}
