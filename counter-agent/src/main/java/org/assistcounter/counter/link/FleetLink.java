package org.assistcounter.counter.link;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.sync.ReportedState;
import org.assistcounter.protocol.sync.Topics;

/**
 * Keeps the counter in touch with the fleet. All of it runs on one thread; callbacks of the MQTT
 * client and calls of the core only leave tasks. The task queue is bounded: when it is full a task
 * is dropped, which costs a retry and never a record.
 */
public final class FleetLink {
    private static final Logger LOG = System.getLogger(FleetLink.class.getName());
    private static final int TASKS_MAX = 256;
    private static final long WAIT_MAX_MILLIS = 1_000;

    private final FleetConnection connection;
    private final JournalStore journal;
    private final LongSupplier clock;
    private final Dialogue dialogue;
    private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(TASKS_MAX);
    private final Thread thread = new Thread(this::run, "fleet-link");
    private volatile ChainHead head;
    private volatile ReportedState report = ReportedState.NONE;
    private volatile boolean running = true;
    private volatile boolean joined;

    /**
     * @param journal opened to read; owned by this link
     * @param head where the journal stands now
     */
    public FleetLink(
            FleetConnection connection,
            Peer fleet,
            JournalStore journal,
            ChainHead head,
            Inbox inbox,
            LongSupplier clock) {
        this.connection = connection;
        this.journal = journal;
        this.head = head;
        this.clock = clock;
        this.dialogue = new Dialogue(connection::publish, fleet, journal, head, inbox);
        connection.onMessage(
                (topic, payload) -> leave(() -> dialogue.heard(topic, payload, clock.getAsLong())));
        connection.onLost(() -> leave(this::lost));
    }

    /**
     * @param failed told of a bug or a journal that cannot be read; the process is to stop
     */
    public void start(Consumer<Throwable> failed) {
        thread.setUncaughtExceptionHandler((_, cause) -> failed.accept(cause));
        thread.start();
    }

    /** The journal has grown. Every turn ends by catching up, so a turn to come is enough. */
    public void appended(ChainHead newHead) {
        head = newHead;
        turn();
    }

    /** By what the counter sells now. */
    public void stands(ReportedState now) {
        if (!now.equals(report)) {
            report = now;
            turn();
        }
    }

    private void turn() {
        if (tasks.isEmpty()) {
            leave(() -> {});
        }
    }

    /** Asks the fleet; without a connection nothing is sent and the sale's own limit ends it. */
    public void ask(Question question) {
        if (joined) {
            leave(() -> connection.publish(Topics.ASK, Question.encode(question)));
        }
    }

    private void leave(Runnable task) {
        if (!tasks.offer(task)) {
            LOG.log(Level.WARNING, "the fleet link is busy; a task was dropped");
        }
    }

    private void run() {
        try {
            while (running) {
                connectWhenNeeded();
                waitedFor().forEach(Runnable::run);
                catchUp();
                dialogue.elapsed(clock.getAsLong());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All that has been left; a connection that fails slowly must not let the queue fill up. */
    private List<Runnable> waitedFor() throws InterruptedException {
        long wait = dialogue.deadlineMillis() - clock.getAsLong();
        Runnable first = tasks.poll(Math.clamp(wait, 0, WAIT_MAX_MILLIS), TimeUnit.MILLISECONDS);
        List<Runnable> all = new ArrayList<>();
        if (first != null) {
            all.add(first);
            tasks.drainTo(all);
        }
        return all;
    }

    private void catchUp() {
        dialogue.grown(head, clock.getAsLong());
        dialogue.stands(report);
    }

    /** The word that a connection was lost may come when the next one is already open. */
    private void connectWhenNeeded() throws InterruptedException {
        if (!connection.isOpen()) {
            lost();
            if (!connection.open(dialogue.spreadMillis())) {
                return;
            }
        }
        if (!joined) {
            joined = true;
            catchUp();
            dialogue.joined(clock.getAsLong());
        }
    }

    private void lost() {
        joined = false;
        dialogue.lost();
    }

    public void stop() throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5));
        connection.close();
        journal.close();
    }
}
