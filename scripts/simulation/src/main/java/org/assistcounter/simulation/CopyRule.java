package org.assistcounter.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.assistcounter.fleet.ingest.Ruling;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.MalformedRecordException;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.JournalBatch;
import org.assistcounter.protocol.sync.Refusal;
import org.assistcounter.protocol.sync.Topics;

/**
 * Of one identity: a card that was put back or copied is named as soon as the fleet hears two
 * journals that cannot both be true, and never before; what the fleet has signed for stays; no
 * motor is commanded twice for one line, whatever card is in the counter.
 */
final class CopyRule {
    private final Lineage lineage = new Lineage();
    private final Set<Lineage.Tip> disbelieved = new LinkedHashSet<>();
    private final Map<Long, Hash> signed = new HashMap<>();
    private final Set<String> commanded = new HashSet<>();

    /** A record is on a card. */
    void written(JournalRecord record) {
        lineage.written(record);
        if (SimulatedFleet.fact(record) instanceof Fact.DispenseCommanded fact) {
            Violation.unless(
                    commanded.add(fact.sale().text() + "/" + fact.line()),
                    "a motor is commanded twice for one line, by two cards");
        }
    }

    /** The fleet has ruled on a message. */
    void ruled(Message message, ChainHead before, Ruling ruling) {
        if (!message.suffix().equals(Topics.HELLO) && !message.suffix().equals(Topics.JOURNAL)) {
            return;
        }
        Lineage.Tip tip = tip(message);
        Violation.unless(lineage.knows(tip), "a message tells of a record nobody wrote");
        boolean isTrue = before.seq() == 0 || lineage.isOneLine(tip, tip(before));
        switch (ruling) {
            case Ruling.Disbelieved(Ruling.Disbelief why, String _, Refusal _) -> {
                Violation.unless(!isTrue, "a true journal is not believed: " + why.word());
                Violation.unless(
                        why == Ruling.Disbelief.FORK || why == Ruling.Disbelief.ROLLBACK,
                        "a copied card is called " + why.word());
                disbelieved.add(tip);
            }
            case Ruling.Confirmed _ ->
                    Violation.unless(isTrue, "a batch of a copied card is taken");
            case Ruling.Resumed _ ->
                    Violation.unless(
                            isTrue || tip.seq() > before.seq(),
                            "a greeting of a copied card is believed");
            case Ruling.Wanted _ -> {}
        }
    }

    /** A counter takes a record for confirmed. */
    static void confirmed(JournalRecord record, SimulatedFleet fleet) {
        Violation.unless(
                fleet.has(record.header().seq(), record.hash()),
                "a record counts as confirmed that the fleet does not have");
    }

    /** The fleet signs that it has everything up to here. */
    void signed(ChainHead head) {
        Hash known = signed.putIfAbsent(head.seq(), head.hash());
        Violation.unless(
                known == null || known.equals(head.hash()),
                "the fleet signs for two records of one number");
    }

    /** Nothing that the fleet has signed for is gone. */
    void keeps(SimulatedFleet fleet) {
        signed.forEach((seq, hash) ->
                Violation.unless(
                        fleet.has(seq, hash),
                        "the fleet has lost record " + seq + ", for which it signed"));
        String anew = LedgerLine.hash(MemoryBooks.of(fleet.records()).lines());
        Violation.unless(
                anew.equals(LedgerLine.hash(fleet.books().lines())), "a record is not booked once");
    }

    /** Whether the fleet has all of a card, or cannot have it since it believes another. */
    boolean hasArrived(ChainHead card, SimulatedFleet fleet) {
        return card.hash().equals(fleet.head().hash())
                || !lineage.isOneLine(tip(card), tip(fleet.head()));
    }

    /** A card has come to rest: the fleet has all of it, or has named it. */
    void atRest(ChainHead card, SimulatedFleet fleet) {
        Lineage.Tip tip = tip(card);
        if (lineage.isOneLine(tip, tip(fleet.head()))) {
            Violation.unless(
                    card.hash().equals(fleet.head().hash()),
                    "the fleet has %d of %d records".formatted(fleet.head().seq(), card.seq()));
        } else {
            Violation.unless(
                    disbelieved.stream().anyMatch(named -> lineage.isOneLine(named, tip)),
                    "a copied card was never named");
        }
    }

    boolean isQuiet() {
        return disbelieved.isEmpty();
    }

    private static Lineage.Tip tip(ChainHead head) {
        return new Lineage.Tip(head.seq(), head.hash());
    }

    private static Lineage.Tip tip(Message message) {
        try {
            if (message.suffix().equals(Topics.HELLO)) {
                Hello hello = Hello.decode(message.payload());
                return new Lineage.Tip(hello.headSeq(), hello.headHash());
            }
            byte[] last = JournalBatch.decode(message.payload()).records().getLast();
            JournalRecord record = JournalRecord.read(last);
            return new Lineage.Tip(record.header().seq(), record.hash());
        } catch (MalformedCborException | MalformedRecordException e) {
            throw new Violation("a message cannot be read: " + e.getMessage());
        }
    }
}
