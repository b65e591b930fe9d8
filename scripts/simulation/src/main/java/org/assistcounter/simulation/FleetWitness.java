package org.assistcounter.simulation;

import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.oracles.Broken;
import org.assistcounter.oracles.FleetOracles;
import org.assistcounter.oracles.WorldFact;
import org.assistcounter.oracles.WorldFact.Finding;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.sync.Hello;

/** Looks over the fleet's shoulder at all that concerns one counter, and tells the oracles. */
final class FleetWitness implements Consumer<WorldFact.AtFleet> {
    private final FleetOracles oracles;
    private int cards;

    FleetWitness(Hash genesis) {
        this.oracles = new FleetOracles(genesis);
    }

    /** The number of one more card that bears this counter's name. */
    int newCard() {
        return cards++;
    }

    @Override
    public void accept(WorldFact.AtFleet fact) {
        try {
            oracles.saw(fact);
        } catch (Broken broken) {
            throw Violation.of(broken);
        }
    }

    /** The fleet has said something about a greeting. */
    void greeted(Hello hello, Finding finding) {
        if (hello.headSeq() > 0) {
            accept(
                    new WorldFact.FleetHeard(
                            true, hello.headSeq(), hello.headSeq(), hello.headHash(), finding));
        }
    }

    /** The fleet has said something about records. */
    void told(List<byte[]> batch, Verdict verdict, Finding finding) {
        JournalRecord newest =
                verdict instanceof Verdict.Append append
                        ? append.records().getLast()
                        : read(batch.getLast());
        long newestSeq = newest.header().seq();
        long oldestSeq = batch.size() == 1 ? newestSeq : read(batch.getFirst()).header().seq();
        accept(new WorldFact.FleetHeard(false, oldestSeq, newestSeq, newest.hash(), finding));
    }

    private static JournalRecord read(byte[] record) {
        try {
            return JournalRecord.read(record);
        } catch (MalformedRecordException e) {
            throw new Violation("a message cannot be read: " + e.getMessage());
        }
    }

    /** What the verdict on a batch calls it. */
    static Finding finding(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Append _, Verdict.Duplicate _, Verdict.Gap _ -> Finding.IN_ORDER;
            case Verdict.Fork _ -> Finding.COPY;
            case Verdict.Damaged _, Verdict.WrongTotals _ -> Finding.DAMAGED;
        };
    }

    boolean hasArrived(int card) {
        return oracles.hasArrived(card);
    }

    /** Nothing is under way any more; these are the fleet's records. */
    void rest(List<JournalRecord> records) {
        for (JournalRecord record : records) {
            accept(new WorldFact.FleetShows(record.header().seq(), record.hash()));
        }
        try {
            oracles.rest();
        } catch (Broken broken) {
            throw Violation.of(broken);
        }
    }
}
