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
import org.assistcounter.counter.outbox.Outbox;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.JournalBatch;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.sync.SyncAnswer;
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
    private final Peer fleet;
    private final JournalStore journal;
    private final Inbox inbox;
    private final LongSupplier clock;
    private final Outbox outbox;
    private final BlockingQueue<Runnable> tasks = new ArrayBlockingQueue<>(TASKS_MAX);
    private final Thread thread = new Thread(this::run, "fleet-link");
    private volatile ChainHead head;
    private volatile boolean running = true;
    private volatile boolean joined;
    private boolean reachable;

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
        this.fleet = fleet;
        this.journal = journal;
        this.head = head;
        this.inbox = inbox;
        this.clock = clock;
        this.outbox = new Outbox(head.seq(), 0);
        connection.onMessage((topic, payload) -> leave(() -> heard(topic, payload)));
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
                askAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All that has been left; a connection that fails slowly must not let the queue fill up. */
    private List<Runnable> waitedFor() throws InterruptedException {
        long wait = outbox.deadlineMillis() - clock.getAsLong();
        Runnable first = tasks.poll(Math.clamp(wait, 0, WAIT_MAX_MILLIS), TimeUnit.MILLISECONDS);
        List<Runnable> all = new ArrayList<>();
        if (first != null) {
            all.add(first);
            tasks.drainTo(all);
        }
        return all;
    }

    private void catchUp() {
        send(outbox.appended(head.seq(), clock.getAsLong()));
    }

    /** The word that a connection was lost may come when the next one is already open. */
    private void connectWhenNeeded() throws InterruptedException {
        if (!connection.isOpen()) {
            lost();
            if (!connection.open()) {
                return;
            }
        }
        if (!joined) {
            joined = true;
            catchUp();
            send(outbox.connected(clock.getAsLong()));
        }
    }

    private void askAgain() {
        List<Outbox.Sending> again = outbox.elapsed(clock.getAsLong());
        if (!again.isEmpty()) {
            tellReachable(false);
            send(again);
        }
    }

    private void lost() {
        joined = false;
        outbox.disconnected();
        tellReachable(false);
    }

    private void tellReachable(boolean now) {
        if (now != reachable) {
            reachable = now;
            inbox.reachable(now);
        }
    }

    private void send(List<Outbox.Sending> sendings) {
        for (Outbox.Sending sending : sendings) {
            switch (sending) {
                case Outbox.Sending.Greeting _ ->
                        connection.publish(
                                Topics.HELLO,
                                Hello.of(head, outbox.confirmedSeq(), fleet.agent()).encode());
                case Outbox.Sending.Batch batch -> sendBatch(batch);
            }
        }
    }

    private void sendBatch(Outbox.Sending.Batch batch) {
        int count = (int) (batch.toSeq() - batch.fromSeq() + 1);
        for (JournalBatch part : JournalBatch.split(journal.read(batch.fromSeq(), count))) {
            connection.publish(Topics.JOURNAL, part.encode());
        }
    }

    private void heard(String topic, byte[] payload) {
        try {
            switch (topic) {
                case Topics.SYNC -> synced(SyncAnswer.decode(payload));
                case Topics.CHECKPOINT -> checkpoint(new String(payload, fleet.charset()));
                case Topics.ANSWER ->
                        inbox.answered(
                                Answer.open(
                                        payload,
                                        fleet.counter(),
                                        fleet.answerKey(),
                                        Ed25519::holds));
                default -> inbox.refused("fleet", "topic", topic);
            }
        } catch (MalformedCborException | MalformedNoteException e) {
            inbox.refused("fleet", topic, String.valueOf(e.getMessage()));
        }
    }

    private void synced(SyncAnswer answer) {
        switch (answer) {
            case SyncAnswer.Resume resume -> {
                tellReachable(true);
                send(outbox.resume(resume.fromSeq(), clock.getAsLong()));
            }
            case SyncAnswer.Refused refused -> inbox.refused("fleet", "sync", refused.reason());
        }
    }

    private void checkpoint(String note) throws MalformedNoteException {
        Checkpoint checkpoint = CheckpointNote.open(note, fleet.origin(), fleet.checkpointKey());
        if (!checkpoint.counter().equals(fleet.counter())) {
            throw new MalformedNoteException("a checkpoint of another counter");
        }
        if (checkpoint.seq() > 0) {
            requireOurs(checkpoint);
        }
        if (checkpoint.seq() > outbox.confirmedSeq()) {
            inbox.checkpoint(note, checkpoint);
        }
        send(outbox.confirmed(checkpoint.seq(), clock.getAsLong()));
    }

    /** The fleet may know another journal than this card holds: an older copy, or a twin. */
    private void requireOurs(Checkpoint checkpoint) throws MalformedNoteException {
        List<byte[]> records = journal.read(checkpoint.seq(), 1);
        if (records.isEmpty()) {
            throw new MalformedNoteException(
                    "it confirms record "
                            + checkpoint.seq()
                            + ", which this journal does not have");
        }
        try {
            JournalRecord ours = JournalRecord.read(records.getFirst());
            boolean isOurs =
                    ours.hash().equals(checkpoint.hash())
                            && ours.header().epoch() == checkpoint.epoch();
            if (!isOurs) {
                throw new MalformedNoteException(
                        "it confirms another record " + checkpoint.seq() + " than ours");
            }
        } catch (MalformedRecordException e) {
            throw new IllegalStateException("our own record cannot be read", e);
        }
    }

    public void stop() throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(5));
        connection.close();
        journal.close();
    }
}
