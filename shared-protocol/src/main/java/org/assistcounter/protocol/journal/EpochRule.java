package org.assistcounter.protocol.journal;

import java.util.Base64;
import java.util.List;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.jspecify.annotations.Nullable;

/** How epochs and boots follow each other (JOURNAL.md, rules 1 and 9). */
final class EpochRule {
    private static final int LINES_COMPARED = 4;

    private EpochRule() {}

    /** Why the record cannot stand there at all; null when it can. */
    static @Nullable String broken(ChainHead before, JournalRecord record, long keyEpoch) {
        RecordHeader header = record.header();
        if (header.epoch() != keyEpoch) {
            return "of epoch " + header.epoch() + ", and the key is of epoch " + keyEpoch;
        }
        if (header.epoch() == before.epoch()) {
            return header.boot() < before.boot() ? "boot goes backwards" : null;
        }
        if (header.epoch() < before.epoch() || before.seq() == 0) {
            return "epoch " + header.epoch() + " does not follow epoch " + before.epoch();
        }
        if (header.type() != FactType.EPOCH_BEGUN.number()) {
            return "a new epoch without its beginning";
        }
        if (header.boot() <= before.boot()) {
            return "a new epoch without a new boot";
        }
        return namesAnother(record, before) ? "its checkpoint is of another record" : null;
    }

    /** What is wrong with its place though its epoch is right; null when nothing is. */
    static @Nullable String misplaced(ChainHead before, RecordHeader header) {
        boolean begins = header.type() == FactType.EPOCH_BEGUN.number();
        boolean starts = begins || header.type() == FactType.BOOTED.number();
        if (before.seq() == 0) {
            return (starts && !begins) || header.type() == FactType.COMMISSIONED.number()
                    ? null
                    : "the journal does not begin with a start";
        }
        if (begins && header.epoch() == before.epoch()) {
            return "an epoch begins inside an epoch";
        }
        return starts || header.boot() == before.boot() ? null : "a new boot without its start";
    }

    /** Whose signature the note bears is for those to check who know the fleet's key. */
    private static boolean namesAnother(JournalRecord record, ChainHead before) {
        try {
            return record.fact() instanceof Fact.EpochBegun begun && !names(begun.note(), before);
        } catch (MalformedCborException parkedLater) {
            return false;
        }
    }

    private static boolean names(String note, ChainHead head) {
        List<String> lines = note.lines().limit(LINES_COMPARED).toList();
        return lines.size() == LINES_COMPARED
                && lines.getFirst().endsWith("/counter/" + head.counter().hex())
                && lines.get(1).equals(Long.toString(head.seq()))
                && lines.get(2).equals(Base64.getEncoder().encodeToString(head.hash().bytes()))
                && lines.get(3).equals("epoch " + head.epoch());
    }
}
