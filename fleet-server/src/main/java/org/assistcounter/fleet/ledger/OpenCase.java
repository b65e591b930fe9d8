package org.assistcounter.fleet.ledger;

import java.time.Instant;

/** Money whose fate a person has to decide, and who that is. */
public record OpenCase(
        long id,
        String counter,
        Line line,
        String reason,
        long amountMinor,
        String owner,
        Instant openedAt) {

    /** What was being sold when it came to this. */
    public record Line(String sale, int slot, String product) {}
}
