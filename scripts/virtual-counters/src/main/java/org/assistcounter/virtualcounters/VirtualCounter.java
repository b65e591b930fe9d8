package org.assistcounter.virtualcounters;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assistcounter.counter.desired.Desired;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.link.Dialogue;
import org.assistcounter.counter.link.Inbox;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A counter without devices: the agent's own journal, outbox and dialogue, and a connection that
 * comes and goes. Lives on one event loop and has no thread.
 */
final class VirtualCounter implements Inbox, MqttSession.Owner {
    private static final long CLOCK_ERROR_MILLIS = 20;

    private final Card card;
    private final CounterLoop loop;
    private final JournalStore store;
    private final Journal journal;
    private final Dialogue dialogue;
    private final Selling selling;
    private final Directed directed;
    private final Alarm alarm;
    private final Way way;
    private final Tally tally;
    private final Unsigned unsigned = new Unsigned();
    private @Nullable MqttSession session;
    private @Nullable Pace pace;
    private long nowMillis;
    private boolean hasDeed;
    private boolean isWanted;
    private boolean isDoubted;
    private boolean isOver;

    /**
     * @param store at its end stands {@code begun}
     */
    VirtualCounter(Card card, CounterLoop loop, FleetKeys fleet, JournalStore store, Begun begun) {
        this.card = card;
        this.loop = loop;
        this.store = store;
        this.selling = begun.selling();
        this.tally = begun.tally();
        this.journal = new Journal(store, begun.signer(), this::clock, begun.head());
        this.way = new Way(card, loop.brokers());
        this.dialogue =
                new Dialogue(this::publish, fleet.peerOf(card.id()), store, begun.head(), this);
        this.directed = new Directed(begun.desired(), this::append, this::follow);
        this.alarm = new Alarm(loop, () -> act(() -> dialogue.elapsed(trueMillis())));
    }

    CounterId id() {
        return card.id();
    }

    Card card() {
        return card;
    }

    JournalStore store() {
        return store;
    }

    private ClockReading clock() {
        Pace known = pace;
        long wall = known == null ? System.currentTimeMillis() : known.wallMillis(nowMillis);
        return new ClockReading(
                nowMillis, wall, ClockReading.ClockQuality.FLEET, CLOCK_ERROR_MILLIS);
    }

    /** The first records of a life. */
    void begins(List<Fact> facts) {
        journal.nextBoot();
        append(facts);
    }

    /** Looks for the fleet until it is told not to. */
    void connects() {
        isWanted = true;
        if (session == null) {
            session =
                    loop.connect(
                            way.next(),
                            card.number(),
                            card.id().hex(),
                            Topics.downlinks(card.id()),
                            this);
        }
    }

    /** Loses its network. */
    void isCut() {
        isWanted = false;
        MqttSession current = session;
        if (current != null) {
            current.cut();
        }
    }

    /** Sells to one shopper without any pause. */
    void sellsAtOnce() {
        Deed deed = selling.next();
        boolean isClosed = false;
        while (deed != null && !isClosed) {
            Deed current = deed;
            nowMillis = current.atMillis();
            act(() -> append(current.facts()));
            isClosed = current.facts().getLast() instanceof Fact.SaleClosed;
            deed = isClosed ? null : selling.next();
        }
        isOver = true;
    }

    /** From now on it reads for a moment only, now and then. */
    void readsSlowly() {
        new SlowReader(loop, this::setReading).read();
    }

    /** A connection that is not open yet is read as it comes. */
    private void setReading(boolean reads) {
        MqttSession current = session;
        if (current != null) {
            current.reads(reads || !current.isOpen());
        }
    }

    /** Begins to sell; its time begins with the pace's. */
    void sells(Pace newPace) {
        pace = newPace;
        sellNext();
    }

    private void sellNext() {
        Deed deed = isDoubted ? null : selling.next();
        Pace known = pace;
        hasDeed = deed != null;
        if (deed == null || known == null) {
            isOver = true;
            return;
        }
        loop.later(known.untilNanos(deed.atMillis(), System.nanoTime()), () -> does(deed));
    }

    private void does(Deed deed) {
        nowMillis = deed.atMillis();
        hasDeed = !(deed.facts().getLast() instanceof Fact.SaleClosed);
        act(() -> {
            append(deed.facts());
            directed.settle(hasDeed);
        });
        sellNext();
    }

    private void follow(Desired desired) {
        selling.sellsBy(desired);
        dialogue.stands(desired.report());
    }

    Desired desired() {
        return directed.desired();
    }

    @Override
    public void desired(SignedState state) {
        directed.came(state, hasDeed);
    }

    private void append(List<Fact> facts) {
        long before = journal.head().seq();
        journal.append(facts);
        long seq = journal.head().seq();
        unsigned.written(seq, (int) (seq - before), System.nanoTime());
        facts.forEach(tally.takings()::add);
    }

    /** One task of the link; it ends by catching up with the journal, as on a counter. */
    private void act(Runnable task) {
        task.run();
        dialogue.grown(journal.head(), trueMillis());
        alarm.at(dialogue.deadlineMillis(), trueMillis());
    }

    private static long trueMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    /** Says this now; without a connection it does nothing. */
    void publish(String suffix, byte[] payload) {
        MqttSession current = session;
        if (current != null) {
            current.publish(Topics.up(card.id(), suffix), payload);
        }
    }

    boolean isConnected() {
        MqttSession current = session;
        return current != null && current.isOpen();
    }

    /** Has nothing more to sell. */
    boolean isOver() {
        return isOver;
    }

    /** Records that the fleet has not signed for. */
    long unacknowledged() {
        return journal.head().seq() - dialogue.outbox().confirmedSeq();
    }

    /** Records written in all. */
    long written() {
        return journal.head().seq();
    }

    boolean isSignedSince(long nanos) {
        return unsigned.newestSignedNanos() >= nanos;
    }

    boolean isDoubted() {
        return isDoubted;
    }

    @Override
    public void opened() {
        way.opened();
        tally.meters().connected();
        act(() -> dialogue.joined(trueMillis()));
    }

    @Override
    public void heard(String topic, byte[] payload) {
        String suffix = Topics.downSuffix(card.id(), topic).orElse(topic);
        act(() -> dialogue.heard(suffix, payload, trueMillis()));
    }

    @Override
    public void roundTrip(long nanos) {
        tally.meters().roundTrip(nanos);
    }

    @Override
    public void acknowledged(int reasonCode) {
        tally.meters().acknowledgedWith(reasonCode);
    }

    @Override
    public void gone(String why) {
        session = null;
        long waitMillis = way.goneMillis(dialogue.spreadMillis());
        tally.meters().ended(why);
        act(dialogue::lost);
        if (isWanted) {
            loop.later(
                    TimeUnit.MILLISECONDS.toNanos(waitMillis),
                    () -> {
                        if (isWanted) {
                            connects();
                        }
                    });
        }
    }

    @Override
    public void checkpoint(String note, Checkpoint checkpoint) {
        journal.remember(note);
        unsigned.signed(checkpoint.seq(), System.nanoTime(), tally.meters());
        if (store instanceof MemoryJournalStore memory) {
            memory.release(checkpoint.seq() - 1);
        }
    }

    @Override
    public void answered(Answer answer) {
        tally.meters().doubted("an answer that nobody asked for");
    }

    @Override
    public void reachable(boolean reachable) {}

    @Override
    public void believed(boolean believed) {
        isDoubted = !believed;
    }

    @Override
    public void refused(String source, String what, String detail) {
        tally.meters().doubted(what + ": " + detail.replaceAll("[0-9a-f]{8,}|[0-9]+", "#"));
    }
}
