package org.assistcounter.simulators.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A driver at work with the other end of its line, whatever carries the bytes. */
public final class Rig<C, E, T, S> implements AutoCloseable {

    /** Longer than any driver waits before it gives a device up. */
    private static final long PATIENCE_MILLIS = 40_000;

    private final FaultyEnd<T, S> far;
    private final Ends<C, E, T, S> ends;
    private final List<E> told = new ArrayList<>();
    private @Nullable S latest;

    Rig(FaultyEnd<T, S> far, Ends<C, E, T, S> ends) {
        this.far = far;
        this.ends = ends;
    }

    /** The owner commands. */
    public void command(C command) {
        ends.command(command);
    }

    /** Somebody does something to the device. */
    public void trick(T trick) {
        ends.trick(trick);
    }

    /** The next message to the driver that looks so suffers a fault. */
    public void fault(WireFault fault, Predicate<byte[]> message) {
        far.plan(fault, message);
    }

    /** The next message to the device that looks so loses a byte on its way. */
    public void maim(Predicate<byte[]> message) {
        far.planToMaim(message);
    }

    /** Waits until the driver says this. */
    public E await(Predicate<E> wanted) throws InterruptedException {
        E event;
        do {
            event = present(ends.nextEvent(PATIENCE_MILLIS));
            told.add(event);
        } while (!wanted.test(event));
        return event;
    }

    /** Waits until the driver says something of this kind. */
    public <K extends E> K await(Class<K> kind) throws InterruptedException {
        return kind.cast(await(kind::isInstance));
    }

    /** Waits until the device looks like this. */
    public S awaitState(Predicate<S> wanted) throws InterruptedException {
        S seen = latest;
        while (seen == null || !wanted.test(seen)) {
            seen = present(ends.nextSnapshot(PATIENCE_MILLIS));
        }
        latest = seen;
        return seen;
    }

    /** Hears the driver out until it has said nothing for so long; the planned fault is over. */
    public List<E> told(long quietMillis) throws InterruptedException {
        for (E event = ends.nextEvent(quietMillis);
                event != null;
                event = ends.nextEvent(quietMillis)) {
            told.add(event);
        }
        assertThat(far.isPending()).as("the planned fault waits for its message").isFalse();
        return List.copyOf(told);
    }

    /** How the device looks at last. */
    public S state() throws InterruptedException {
        for (S next = ends.nextSnapshot(0); next != null; next = ends.nextSnapshot(0)) {
            latest = next;
        }
        return present(latest);
    }

    private <X> X present(@Nullable X said) {
        return Objects.requireNonNull(said, () -> "nothing came after " + told);
    }

    @Override
    public void close() {
        ends.close();
    }
}
