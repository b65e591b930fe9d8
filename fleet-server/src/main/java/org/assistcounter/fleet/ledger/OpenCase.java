package org.assistcounter.fleet.ledger;

import java.time.Instant;

/** Money whose fate a person has to decide, and who that is. */
public record OpenCase(
        long id,
        String counter,
        String sale,
        String reason,
        long amountMinor,
        String owner,
        Instant openedAt) {}
