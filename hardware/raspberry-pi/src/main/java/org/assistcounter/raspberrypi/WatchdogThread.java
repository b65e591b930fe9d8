package org.assistcounter.raspberrypi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.assistcounter.devices.cabinet.Liveness;

/**
 * Feeds the watchdog as long as the core answers. It asks the core a numbered question each second;
 * the core's own thread must answer it through {@link #answered}. A core that hangs is not fed for,
 * and the kernel resets the machine. Closed in order, the watchdog is disarmed.
 */
public final class WatchdogThread implements AutoCloseable {

    private static final long CLOSE_MILLIS = 3_000;

    private final Path device;
    private final long everyMillis;
    private final LongConsumer ask;
    private final Consumer<IOException> failures;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Object lock = new Object();
    private Liveness liveness;

    /**
     * @param ask hands a question to the core's queue and returns at once
     * @param failures told when there is no watchdog or it does not take food; the thread then ends
     */
    public WatchdogThread(
            Path device,
            long everyMillis,
            long patienceMillis,
            LongConsumer ask,
            Consumer<IOException> failures) {
        this.device = device;
        this.everyMillis = everyMillis;
        this.ask = ask;
        this.failures = failures;
        this.liveness = Liveness.starting(patienceMillis, now());
        this.thread = Thread.ofPlatform().daemon().name("watchdog").unstarted(this::run);
    }

    /** Starts the thread, once; the watchdog runs from then on. */
    public void start() {
        thread.start();
    }

    /** The core answers a question. */
    public void answered(long number) {
        synchronized (lock) {
            liveness = liveness.answered(number);
        }
    }

    /** Ends the thread and disarms the watchdog. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (WatchdogFile watchdog = WatchdogFile.open(device)) {
            while (!stopping.await(everyMillis, TimeUnit.MILLISECONDS)) {
                feed(watchdog);
            }
            watchdog.disarm();
        } catch (IOException e) {
            failures.accept(e);
        } catch (InterruptedException e) {
            // Whoever interrupts a watchdog gets the reset that it is there for.
            Thread.currentThread().interrupt();
        }
    }

    private void feed(WatchdogFile watchdog) throws IOException {
        long question;
        boolean isAlive;
        synchronized (lock) {
            liveness = liveness.asked(now());
            question = liveness.question();
            isAlive = liveness.isAlive(now());
        }
        ask.accept(question);
        if (isAlive) {
            watchdog.feed();
        }
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
