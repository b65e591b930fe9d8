package org.assistcounter.counter.agent;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assistcounter.counter.journal.JournalDamaged;
import org.assistcounter.counter.journal.JournalStore;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.counter.link.FleetLink;
import org.assistcounter.counter.link.Inbox;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.sync.Checkpoint;

/** Brings the fleet all of a journal that it has not, while no agent writes it. */
final class Delivery implements Inbox {
    private static final long PATIENCE_SECONDS = 60;

    /** One more is dropped: a checkpoint says what those before it said. */
    private static final int WORDS_MAX = 1_024;

    private final BlockingQueue<Word> words = new ArrayBlockingQueue<>(WORDS_MAX);

    /** What came of the fleet. */
    @FunctionalInterface
    private interface Word {
        /** The newest record that it has signed for; refuses where it said something else. */
        long upTo();
    }

    /** Where the journal of this counter ends, when the fleet has signed for its newest record. */
    static ChainHead whole(Path data, Identity identity) throws InterruptedException {
        SecureRandom random = new SecureRandom();
        Clocks clocks = new Clocks(identity.zone());
        Recovered recovered = recovered(data, identity, clocks, random);
        ChainHead head = recovered.head();
        JournalBase base = JournalBase.of(identity);
        if (head.seq() == 0 || (base != null && head.epoch() < base.epoch())) {
            throw new SettingsException(
                    "the counter has written nothing with its keys yet; start it once first");
        }
        Delivery delivery = new Delivery();
        FleetLink link = new LinkMaker(data, identity, random).link(head, delivery, clocks::millis);
        link.stands(recovered.shelf().desired().report());
        link.start(cause -> delivery.say(wrong(String.valueOf(cause))));
        try {
            delivery.await(head.seq());
        } finally {
            link.stop();
        }
        return head;
    }

    private static Recovered recovered(
            Path data, Identity identity, Clocks clocks, SecureRandom random) {
        try (JournalStore store = SqliteJournalStore.open(data.resolve(RunningCounter.JOURNAL))) {
            return new Start(identity, store, clocks, random).recover();
        } catch (JournalDamaged damaged) {
            throw new SettingsException(
                    "the journal is not as it was written: " + damaged.getMessage(), damaged);
        }
    }

    private static Word wrong(String why) {
        return () -> {
            throw new SettingsException("the fleet does not take the journal: " + why);
        };
    }

    private void say(Word word) {
        var _ = words.offer(word);
    }

    private void await(long seq) throws InterruptedException {
        long confirmed = 0;
        while (confirmed < seq) {
            Word word = words.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (word == null) {
                throw new SettingsException(
                        """
                        the fleet has signed for %d of the %d records of this journal and said \
                        nothing for %d seconds; nothing was changed\
                        """
                                .formatted(confirmed, seq, PATIENCE_SECONDS));
            }
            confirmed = Math.max(confirmed, word.upTo());
        }
    }

    @Override
    public void checkpoint(String note, Checkpoint checkpoint) {
        say(checkpoint::seq);
    }

    /** Its agent will hear it. */
    @Override
    public void desired(SignedState state) {}

    @Override
    public void refused(String source, String what, String detail) {
        say(wrong(what + ": " + detail));
    }

    /** Nobody buys just now. */
    @Override
    public void answered(Answer answer) {}

    @Override
    public void reachable(boolean reachable) {}

    @Override
    public void believed(boolean believed) {}
}
