package org.assistcounter.counter.link;

import java.util.List;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.outbox.Outbox;
import org.assistcounter.counter.outbox.Spread;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.JournalBatch;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.sync.Refusal;
import org.assistcounter.protocol.sync.ReportedState;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;

/**
 * What a counter says to the fleet, and what it makes of the fleet's words. It has no thread, clock
 * or connection: {@link FleetLink} runs it on a counter, and a simulation runs it in virtual time.
 */
public final class Dialogue {
    private static final long NONE = 0;

    private final Voice voice;
    private final Peer fleet;
    private final JournalStore journal;
    private final Outbox outbox;
    private final Inbox inbox;
    private ChainHead head;
    private boolean reachable;
    private boolean isMissingKeyTold;
    private long refusedSeq = NONE;
    private long spreadMillis = SyncAnswer.SPREAD_UNSAID_MILLIS;
    private ReportedState report = ReportedState.NONE;

    /** Sends a message; without a connection it does nothing. */
    @FunctionalInterface
    public interface Voice {
        void publish(String suffix, byte[] payload);
    }

    /**
     * @param head where the journal stands now
     */
    public Dialogue(Voice voice, Peer fleet, JournalStore journal, ChainHead head, Inbox inbox) {
        this.voice = voice;
        this.fleet = fleet;
        this.journal = journal;
        this.head = head;
        this.inbox = inbox;
        this.outbox = new Outbox(head.seq(), 0, Spread.of(fleet.counter()));
    }

    public Outbox outbox() {
        return outbox;
    }

    /** When {@link #elapsed} is due. */
    public long deadlineMillis() {
        return outbox.deadlineMillis();
    }

    /** Over how long the fleet's counters are to come back when a broker has ended. */
    public long spreadMillis() {
        return spreadMillis;
    }

    /** There is a new connection. */
    public void joined(long nowMillis) {
        send(outbox.connected(nowMillis));
    }

    public void lost() {
        outbox.disconnected();
        tellReachable(false);
    }

    /** The journal may have grown. */
    public void grown(ChainHead newHead, long nowMillis) {
        head = newHead;
        send(outbox.appended(newHead.seq(), nowMillis));
    }

    /** The fleet may have had the time to answer. */
    public void elapsed(long nowMillis) {
        List<Outbox.Sending> again = outbox.elapsed(nowMillis);
        if (!again.isEmpty()) {
            tellReachable(false);
            send(again);
        }
    }

    /** A message from the fleet, by the last part of its topic. */
    public void heard(String suffix, byte[] payload, long nowMillis) {
        try {
            switch (suffix) {
                case Topics.SYNC -> synced(SyncAnswer.decode(payload), nowMillis);
                case Topics.REFUSAL -> refused(payload, nowMillis);
                case Topics.CHECKPOINT ->
                        checkpoint(new String(payload, fleet.charset()), nowMillis);
                case Topics.ANSWER ->
                        inbox.answered(
                                Answer.open(
                                        payload,
                                        fleet.counter(),
                                        fleet.answerKey(),
                                        fleet.signatures()));
                case Topics.DESIRED -> desired(payload);
                default -> inbox.refused("fleet", "topic", suffix);
            }
        } catch (MalformedCborException | MalformedNoteException e) {
            inbox.refused("fleet", suffix, String.valueOf(e.getMessage()));
        }
    }

    private void synced(SyncAnswer answer, long nowMillis) {
        switch (answer) {
            case SyncAnswer.Resume resume -> {
                tellReachable(true);
                spreadMillis = resume.spreadMillis();
                send(outbox.resume(resume.fromSeq(), nowMillis));
            }
            case SyncAnswer.Wait wait -> {
                tellReachable(true);
                outbox.waits(wait.millis(), nowMillis);
            }
        }
    }

    /** By what the counter sells now; the fleet hears of each change. */
    public void stands(ReportedState now) {
        if (!now.equals(report)) {
            report = now;
            tellReport();
        }
    }

    /** What is said again was not heard to be in force, or not taken: the report was lost. */
    private void desired(byte[] payload) throws MalformedCborException {
        byte[] key = fleet.directiveKey();
        if (key == null) {
            desiredWithoutKey();
            return;
        }
        SignedState state = SignedState.open(payload, fleet.counter(), key, fleet.signatures());
        boolean isSaidAgain =
                state.revision() <= report.revision() || state.revision() == report.refused();
        inbox.desired(state);
        if (isSaidAgain) {
            tellReport();
        }
    }

    /** The fleet says it again and again, since it hears nothing; one fault a start is enough. */
    private void desiredWithoutKey() {
        if (!isMissingKeyTold) {
            isMissingKeyTold = true;
            inbox.refused(
                    "fleet", Topics.DESIRED, "this card was given no key for it; enrol it anew");
        }
    }

    private void tellReport() {
        voice.publish(Topics.REPORTED, report.encode());
    }

    /**
     * Only a record of this very journal says something about it: a twin of ours may be meant, or
     * the journal that this one replaces. It is believed again when that record is confirmed.
     */
    private void refused(byte[] payload, long nowMillis) throws MalformedCborException {
        Refusal refusal =
                Refusal.open(payload, fleet.counter(), fleet.answerKey(), fleet.signatures());
        JournalRecord ours = own(refusal.seq());
        if (ours == null || !ours.hash().equals(refusal.hash())) {
            throw new MalformedCborException(
                    "it is about another record " + refusal.seq() + " than ours");
        }
        inbox.refused("fleet", refusal.verdict(), refusal.reason());
        if (refusedSeq == NONE) {
            inbox.believed(false);
        }
        refusedSeq = refusal.seq();
        outbox.refused(nowMillis);
    }

    private void checkpoint(String note, long nowMillis) throws MalformedNoteException {
        Checkpoint checkpoint =
                CheckpointNote.open(
                        note, fleet.origin(), fleet.checkpointKey(), fleet.signatures());
        if (!checkpoint.counter().equals(fleet.counter())) {
            throw new MalformedNoteException("a checkpoint of another counter");
        }
        if (checkpoint.seq() > 0 && !fleet.isBase(checkpoint)) {
            requireOurs(checkpoint);
        }
        if (refusedSeq != NONE && checkpoint.seq() >= refusedSeq) {
            refusedSeq = NONE;
            inbox.believed(true);
        }
        if (checkpoint.seq() > outbox.confirmedSeq()) {
            inbox.checkpoint(note, checkpoint);
        }
        send(outbox.confirmed(checkpoint.seq(), nowMillis));
    }

    /** The fleet may know another journal than this card holds: an older copy, or a twin. */
    private void requireOurs(Checkpoint checkpoint) throws MalformedNoteException {
        JournalRecord ours = own(checkpoint.seq());
        if (ours == null) {
            throw new MalformedNoteException(
                    "it confirms record "
                            + checkpoint.seq()
                            + ", which this journal does not have");
        }
        boolean isOurs =
                ours.hash().equals(checkpoint.hash())
                        && ours.header().epoch() == checkpoint.epoch();
        if (!isOurs) {
            throw new MalformedNoteException(
                    "it confirms another record " + checkpoint.seq() + " than ours");
        }
    }

    private @Nullable JournalRecord own(long seq) {
        List<byte[]> records = seq < 1 ? List.of() : journal.read(seq, 1);
        try {
            JournalRecord found = records.isEmpty() ? null : JournalRecord.read(records.getFirst());
            return found != null && found.header().seq() == seq ? found : null;
        } catch (MalformedRecordException e) {
            throw new IllegalStateException("our own record cannot be read", e);
        }
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
                        voice.publish(
                                Topics.HELLO,
                                Hello.of(head, outbox.confirmedSeq(), fleet.agent())
                                        .sellingBy(report.revision())
                                        .encode());
                case Outbox.Sending.Batch batch -> sendBatch(batch);
            }
        }
    }

    private void sendBatch(Outbox.Sending.Batch batch) {
        int count = (int) (batch.toSeq() - batch.fromSeq() + 1);
        for (JournalBatch part : JournalBatch.split(journal.read(batch.fromSeq(), count))) {
            voice.publish(Topics.JOURNAL, part.encode());
        }
    }
}
