package org.assistcounter.raspberrypi;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assistcounter.devices.cabinet.Liveness;
import org.assistcounter.devices.cabinet.Watchdog;
import org.assistcounter.devices.cabinet.WatchdogSettings;

/**
 * Feeds the watchdog as long as the core answers. It asks the core a numbered question each second;
 * the core's own thread must answer it through {@link #answered}. A core that hangs is not fed for,
 * and the kernel resets the machine. Closed in order, the watchdog is disarmed.
 */
public final class WatchdogThread implements Watchdog {

    private static final long CLOSE_MILLIS = 3_000;

    private final WatchdogSettings settings;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Object lock = new Object();
    private Liveness liveness;

    public WatchdogThread(WatchdogSettings settings) {
        this.settings = settings;
        this.liveness = Liveness.starting(settings.patienceMillis(), now());
        this.thread = Thread.ofPlatform().daemon().name("watchdog").unstarted(this::run);
    }

    /** Starts the thread, once; the watchdog runs from then on. */
    @Override
    public void start() {
        thread.start();
    }

    /** The core answers a question. */
    @Override
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
        try (WatchdogFile watchdog = WatchdogFile.open(settings.device())) {
            while (!stopping.await(settings.everyMillis(), TimeUnit.MILLISECONDS)) {
                feed(watchdog);
            }
            watchdog.disarm();
        } catch (IOException e) {
            settings.failures().accept(e);
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
        settings.ask().accept(question);
        if (isAlive) {
            watchdog.feed();
        }
    }

    private static long now() {
        return System.nanoTime() / 1_000_000;
    }
}
