package org.assistcounter.counter.loop;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Moment;

/**
 * The only thread that runs the core. The queue is bounded: when it is full the thread that offers
 * waits, because an input must not be lost; no line's poll depends on it.
 */
public final class CoreThread {
    private static final int QUEUE_MAX = 1_024;
    private static final long WAIT_MAX_MILLIS = 1_000;

    private final BlockingQueue<Consumer<Core>> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final Supplier<Moment> clock;
    private final Consumer<Throwable> failed;
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * @param core made on the core thread, so that recovery runs there too
     * @param failed told of a bug or a failed journal; the process is to stop
     */
    public CoreThread(Supplier<Core> core, Supplier<Moment> clock, Consumer<Throwable> failed) {
        this.clock = clock;
        this.failed = failed;
        this.thread = new Thread(() -> run(core), "core");
    }

    public void start() {
        thread.start();
    }

    /** An input from any thread. */
    public void offer(Input input) {
        offer(core -> core.handle(input, clock.get()));
    }

    /** A checkpoint from the fleet's link. */
    public void checkpoint(String note) {
        offer(core -> core.checkpoint(note));
    }

    /** Asks whether the core is alive; it answers on its own thread. A full queue does not wait. */
    public void ask(long number, LongConsumer answer) {
        var _ = queue.offer(_ -> answer.accept(number));
    }

    private void offer(Consumer<Core> task) {
        try {
            queue.put(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(Supplier<Core> made) {
        try {
            Core core = made.get();
            while (running) {
                long wait = core.deadlineMillis() - clock.get().millis();
                Consumer<Core> task =
                        queue.poll(Math.clamp(wait, 0, WAIT_MAX_MILLIS), TimeUnit.MILLISECONDS);
                if (task != null) {
                    task.accept(core);
                }
                core.elapsed(clock.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    /** Ends after the input under way; what is queued is dropped, as in a power cut. */
    public void stop() throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }
}
