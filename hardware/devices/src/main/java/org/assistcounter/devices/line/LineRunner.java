package org.assistcounter.devices.line;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one thread of a line. It opens the line and opens it again with a growing, bounded delay, and
 * alone calls the driver: received, commanded, elapsed, opened, closed. While the line is closed
 * the driver still hears commands and the time. What the driver wants sent goes out before its
 * events are handed on, and the consumer must only enqueue them: a poll is answered at once.
 *
 * <p>A failure of the line closes it. Anything else thrown by the driver or the consumer is a bug:
 * it goes to the bug handler and the thread ends, because a driver in an unknown state must not
 * move money or motors.
 */
public final class LineRunner<C, E> implements AutoCloseable {

    private static final int COMMANDS_MAX = 64;
    private static final int READ_BYTES = 512;
    private static final long LASTING_MILLIS = 1_000;
    private static final long IDLE_MILLIS = 50;
    private static final long CLOSE_MILLIS = 3_000;

    private final LineOpener opener;
    private final LineDriver<C, E> driver;
    private final Consumer<E> events;
    private final Consumer<Throwable> bugs;
    private final Backoff backoff;
    private final Thread thread;
    private final BlockingQueue<C> commands = new ArrayBlockingQueue<>(COMMANDS_MAX);
    private final byte[] buffer = new byte[READ_BYTES];
    private volatile @Nullable Line line;
    private volatile boolean stopping;

    /** A runner that has not started; the name is the thread's. */
    public LineRunner(
            String name,
            LineOpener opener,
            LineDriver<C, E> driver,
            Consumer<E> events,
            Consumer<Throwable> bugs,
            Backoff backoff) {
        this.opener = opener;
        this.driver = driver;
        this.events = events;
        this.bugs = bugs;
        this.backoff = backoff;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
    }

    /** Starts the thread, once. */
    public void start() {
        thread.start();
    }

    /**
     * Hands a command to the driver's thread. Sixty-four may wait; more than that means that the
     * thread is dead or the owner mad, and throws.
     */
    public void command(C command) {
        if (!commands.offer(command)) {
            throw new IllegalStateException(COMMANDS_MAX + " commands wait on " + thread);
        }
        wake();
    }

    /** Stops the thread and closes the line; returns when the thread has ended. */
    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            if (thread.threadId() != Thread.currentThread().threadId()) {
                thread.join(CLOSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        Line open = line;
        if (open != null) {
            open.wake();
        }
    }

    private void run() {
        try (LineOpener closing = opener) {
            long delay = 0;
            while (!stopping) {
                Line open = tryOpen(closing);
                boolean hasLasted = open != null && stayOpen(open);
                delay = hasLasted ? 0 : backoff.after(delay);
                stayClosed(delay);
            }
        } catch (RuntimeException | Error e) {
            bugs.accept(e);
        }
    }

    private static @Nullable Line tryOpen(LineOpener opener) {
        try {
            return opener.open();
        } catch (IOException e) {
            return null;
        }
    }

    /** Whether it lasted; one that is gone at once is opened again as late as one that is away. */
    private boolean stayOpen(Line open) {
        long opened = now();
        line = open;
        try (open) {
            carry(open, driver.opened(now()));
            boolean isThere = true;
            while (isThere && !stopping) {
                isThere = turn(open);
            }
        } catch (IOException e) {
            // The line is gone, which is what the driver is told next.
        } finally {
            line = null;
        }
        tell(driver.closed(now()));
        return now() - opened >= LASTING_MILLIS;
    }

    private boolean turn(Line open) throws IOException {
        for (C command = commands.poll(); command != null; command = commands.poll()) {
            carry(open, driver.commanded(command, now()));
        }
        long wait = driver.deadlineMillis() - now();
        int count = open.read(buffer, Math.clamp(wait, 0, IDLE_MILLIS));
        if (count > 0) {
            carry(open, driver.received(Arrays.copyOf(buffer, count), now()));
        }
        if (driver.deadlineMillis() <= now()) {
            carry(open, driver.elapsed(now()));
        }
        return count >= 0;
    }

    private void stayClosed(long delayMillis) {
        long until = now() + delayMillis;
        while (!stopping && now() < until) {
            C command = await(Math.min(until, driver.deadlineMillis()) - now());
            if (command != null) {
                tell(driver.commanded(command, now()));
            }
            if (driver.deadlineMillis() <= now()) {
                tell(driver.elapsed(now()));
            }
        }
    }

    private void carry(Line open, LineOutput<E> output) throws IOException {
        try {
            for (byte[] bytes : output.sends()) {
                open.write(bytes);
            }
        } finally {
            tell(output);
        }
    }

    private void tell(LineOutput<E> output) {
        output.events().forEach(events);
    }

    /** Waits in short steps, so that a runner that is closed ends soon. */
    private @Nullable C await(long millis) {
        try {
            return commands.poll(Math.clamp(millis, 0, IDLE_MILLIS), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping = true;
            return null;
        }
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
