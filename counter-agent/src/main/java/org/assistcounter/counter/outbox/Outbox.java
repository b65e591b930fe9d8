package org.assistcounter.counter.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.assistcounter.protocol.sync.JournalBatch;

/**
 * The cursor over the journal. Nothing is deleted by sending: what the fleet has not confirmed by a
 * checkpoint is sent again after a while, each time a longer one, or after a new connection. At
 * most four batches are on their way at once; the journal itself is the queue.
 */
public final class Outbox {
    private static final int BATCHES_IN_FLIGHT_MAX = 4;
    private static final long ANSWER_WITHIN_MILLIS = 10_000;
    private static final long AGAIN_MILLIS_MAX = 600_000;
    private static final int DOUBLINGS_MAX = 6;

    private long newest;
    private long confirmed;
    private long sent;
    private final Deque<Long> endsInFlight = new ArrayDeque<>();
    private final Spread spread;
    private boolean connected;
    private boolean resumed;
    private boolean refused;
    private int unanswered;
    private long resumedFrom;
    private long retryAtMillis = Long.MAX_VALUE;

    public Outbox(long newestSeq, long confirmedSeq, Spread spread) {
        this.spread = spread;
        this.newest = newestSeq;
        this.confirmed = confirmedSeq;
        this.sent = confirmedSeq;
    }

    /** What to send now. */
    public sealed interface Sending {

        /** Say where the journal stands. */
        record Greeting() implements Sending {}

        /** Send these records; both ends included. */
        record Batch(long fromSeq, long toSeq) implements Sending {}
    }

    public long confirmedSeq() {
        return confirmed;
    }

    /** When {@link #elapsed} is due. */
    public long deadlineMillis() {
        return retryAtMillis;
    }

    public List<Sending> connected(long nowMillis) {
        connected = true;
        resumed = false;
        unanswered = 0;
        return greet(nowMillis);
    }

    public void disconnected() {
        connected = false;
        resumed = false;
        retryAtMillis = Long.MAX_VALUE;
    }

    /**
     * The fleet wants everything from here on. It says so for each batch that came before a lost
     * one; sent again for each word, a lost batch would bring about ever more of them. Once is
     * enough: what is lost again is asked for again when no answer comes in time.
     */
    public List<Sending> resume(long fromSeq, long nowMillis) {
        boolean isSaidAgain = resumed && fromSeq == resumedFrom && !endsInFlight.isEmpty();
        if (refused || isSaidAgain) {
            return List.of();
        }
        resumed = true;
        resumedFrom = fromSeq;
        sent = Math.clamp(fromSeq - 1, 0, newest);
        endsInFlight.clear();
        return pump(nowMillis);
    }

    /**
     * The fleet does not believe the journal. Nothing is sent before the next greeting: behind a
     * batch that was refused each other one is a gap, and is asked for again.
     */
    public void refused(long nowMillis) {
        refused = true;
        quiet(AGAIN_MILLIS_MAX, nowMillis);
    }

    /** The fleet has too much to do. Its checkpoints count all the same. */
    public void waits(long millis, long nowMillis) {
        quiet(millis, nowMillis);
    }

    private void quiet(long millis, long nowMillis) {
        resumed = false;
        endsInFlight.clear();
        if (connected) {
            retryAtMillis = nowMillis + millis;
        }
    }

    public List<Sending> appended(long newestSeq, long nowMillis) {
        newest = Math.max(newest, newestSeq);
        return pump(nowMillis);
    }

    /** A checkpoint whose signature was checked and whose hash is ours. */
    public List<Sending> confirmed(long seq, long nowMillis) {
        confirmed = Math.max(confirmed, Math.min(seq, newest));
        sent = Math.max(sent, confirmed);
        boolean isNews = endsInFlight.removeIf(end -> end <= seq);
        if (isNews && connected) {
            unanswered = 0;
            retryAtMillis = nowMillis + patienceMillis();
        }
        return pump(nowMillis);
    }

    /** No answer in time: ask again where to go on. */
    public List<Sending> elapsed(long nowMillis) {
        if (nowMillis < retryAtMillis || !connected) {
            return List.of();
        }
        resumed = false;
        unanswered++;
        return greet(nowMillis);
    }

    /** Twice as long after each time in which no answer came, and never quite the same. */
    private long patienceMillis() {
        long millis = ANSWER_WITHIN_MILLIS << Math.min(unanswered, DOUBLINGS_MAX);
        return spread.of(Math.min(millis, AGAIN_MILLIS_MAX), unanswered);
    }

    private List<Sending> greet(long nowMillis) {
        refused = false;
        retryAtMillis = nowMillis + patienceMillis();
        return List.of(new Sending.Greeting());
    }

    private boolean maySend() {
        return connected && resumed && endsInFlight.size() < BATCHES_IN_FLIGHT_MAX;
    }

    private List<Sending> pump(long nowMillis) {
        List<Sending> batches = new ArrayList<>();
        while (maySend() && sent < newest) {
            long to = Math.min(newest, sent + JournalBatch.RECORDS_MAX);
            batches.add(new Sending.Batch(sent + 1, to));
            sent = to;
            if (endsInFlight.isEmpty()) {
                retryAtMillis = nowMillis + patienceMillis();
            }
            endsInFlight.add(to);
        }
        if (connected && resumed && endsInFlight.isEmpty() && confirmed >= sent) {
            retryAtMillis = Long.MAX_VALUE;
        }
        return batches;
    }
}
