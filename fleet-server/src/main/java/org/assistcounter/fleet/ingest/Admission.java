package org.assistcounter.fleet.ingest;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.JournalBatch;
import org.assistcounter.protocol.sync.SyncAnswer;

/**
 * Whose turn it is to send what it has kept back. After an outage all counters come at once; each
 * is given the time at which the records of those before it are in, and told to wait until then. A
 * counter that lags by a batch never waits. It has no clock: a simulation asks it in virtual time.
 */
public final class Admission {
    private static final long SECOND_MILLIS = 1_000;
    private static final long AT_ONCE_MILLIS = 5_000;
    private static final long KEPT_MILLIS = 2 * SyncAnswer.WAIT_MAX_MILLIS;

    private final long recordsPerSecond;
    private final Map<CounterId, Long> turns = new LinkedHashMap<>();
    private long freeAtMillis;

    /**
     * @param recordsPerSecond what the database surely takes in
     */
    public Admission(long recordsPerSecond) {
        this.recordsPerSecond = recordsPerSecond;
    }

    /** The ruling on a greeting, or that it is not this counter's turn yet. */
    public Ruling ruled(Ruling ruling, Hello hello, long nowMillis) {
        if (!(ruling instanceof Ruling.Resumed(ChainHead head))) {
            return ruling;
        }
        long wait = waitMillis(head.counter(), hello.headSeq() - head.seq(), nowMillis);
        return wait == 0 ? ruling : new Ruling.Postponed(head, wait);
    }

    private synchronized long waitMillis(CounterId counter, long backlog, long nowMillis) {
        if (backlog <= JournalBatch.RECORDS_MAX) {
            return 0;
        }
        Long promised = turns.get(counter);
        long turn = promised == null ? nextTurn(backlog, nowMillis) : promised;
        boolean mayBegin = turn <= nowMillis + (promised == null ? AT_ONCE_MILLIS : 0);
        if (mayBegin) {
            turns.remove(counter);
            return 0;
        }
        turns.putIfAbsent(counter, turn);
        return Math.min(turn - nowMillis, SyncAnswer.WAIT_MAX_MILLIS);
    }

    private long nextTurn(long backlog, long nowMillis) {
        forgetBefore(nowMillis - KEPT_MILLIS);
        long turn = Math.max(freeAtMillis, nowMillis);
        freeAtMillis = turn + backlog * SECOND_MILLIS / recordsPerSecond;
        return turn;
    }

    /** Of those that did not come back; turns are given in the order of time. */
    private void forgetBefore(long millis) {
        Iterator<Long> oldest = turns.values().iterator();
        while (oldest.hasNext() && oldest.next() < millis) {
            oldest.remove();
        }
    }
}
