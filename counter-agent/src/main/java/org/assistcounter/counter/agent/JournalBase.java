package org.assistcounter.counter.agent;

import java.util.Base64;
import java.util.HexFormat;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.Totals;
import org.assistcounter.protocol.sync.Checkpoint;
import org.assistcounter.protocol.sync.CheckpointNote;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a card goes on that was given the place of another (JOURNAL.md, "Epochs").
 *
 * @param head the other card's newest record that the fleet has
 * @param epoch that of this card's key
 * @param note the fleet's signed checkpoint of that record
 */
record JournalBase(ChainHead head, long epoch, String note) {

    /** What the fleet said at enrolment; null where the journal begins with this card. */
    static @Nullable JournalBase of(Identity identity) {
        JsonNode journal = identity.enrolment().path("journal");
        if (!journal.isObject()) {
            return null;
        }
        JsonNode totals = journal.path("totals");
        ChainHead head =
                new ChainHead(
                        identity.counter(),
                        number(journal, "baseEpoch"),
                        number(journal, "baseBoot"),
                        number(journal, "seq"),
                        new Hash(HexFormat.of().parseHex(journal.path("hash").asString())),
                        new Totals(
                                number(totals, "charged"),
                                number(totals, "refunded"),
                                number(totals, "dispensed"),
                                number(totals, "sales")));
        JournalBase base =
                new JournalBase(head, number(journal, "epoch"), journal.path("note").asString());
        base.requireSigned(identity);
        return base;
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
