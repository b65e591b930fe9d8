package org.assistcounter.counter.agent;

import java.util.Base64;
import java.util.HexFormat;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.Totals;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a journal goes on with another key (JOURNAL.md, "Epochs"): that of another card, or this
 * card's own.
 *
 * @param head the newest record that the fleet had
 * @param epoch that of the key that signs now
 * @param note the fleet's signed checkpoint of that record
 */
record JournalBase(ChainHead head, long epoch, String note) {

    /** What the fleet said at enrolment; null where the key is the counter's first. */
    static @Nullable JournalBase of(Identity identity) {
        JournalBase base = read(identity.counter(), identity.enrolment().path("journal"));
        if (base != null) {
            base.requireSigned(identity);
        }
        return base;
    }

    /** The same, of which nobody has looked whether the fleet has signed it. */
    static @Nullable JournalBase read(CounterId counter, JsonNode journal) {
        if (!journal.isObject()) {
            return null;
        }
        JsonNode totals = journal.path("totals");
        ChainHead head =
                new ChainHead(
                        counter,
                        number(journal, "baseEpoch"),
                        number(journal, "baseBoot"),
                        number(journal, "seq"),
                        new Hash(HexFormat.of().parseHex(journal.path("hash").asString())),
                        new Totals(
                                number(totals, "charged"),
                                number(totals, "refunded"),
                                number(totals, "dispensed"),
                                number(totals, "sales")));
        return new JournalBase(head, number(journal, "epoch"), journal.path("note").asString());
    }

    private static long number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || value.asLong() < 0) {
            throw new IllegalArgumentException("the journal's base has no " + field);
        }
        return value.asLong();
    }

    /** The fleet signs what it says, so that nobody between can begin a journal elsewhere. */
    private void requireSigned(Identity identity) {
        try {
            Checkpoint signed =
                    CheckpointNote.open(
                            note,
                            identity.text("fleetOrigin"),
                            Base64.getDecoder().decode(identity.text("checkpointKey")));
            boolean isBase =
                    signed.counter().equals(head.counter())
                            && signed.epoch() == head.epoch()
                            && signed.seq() == head.seq()
                            && signed.hash().equals(head.hash());
            if (!isBase || epoch <= head.epoch()) {
                throw new IllegalArgumentException("the checkpoint is not of the journal's base");
            }
        } catch (MalformedNoteException wrong) {
            throw new IllegalArgumentException(
                    "the checkpoint of the journal's base: " + wrong.getMessage(), wrong);
        }
    }
}
