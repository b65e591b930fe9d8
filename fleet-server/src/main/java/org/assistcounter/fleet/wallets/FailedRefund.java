package org.assistcounter.fleet.wallets;

import java.time.Instant;

/**
 * Money that is owed and that no wallet sends back, or not for a day: a person has to see to it.
 *
 * @param owner who that is
 */
public record FailedRefund(
        String refund,
        String counter,
        String sale,
        long amountMinor,
        Instant wantedAt,
        String owner) {}
