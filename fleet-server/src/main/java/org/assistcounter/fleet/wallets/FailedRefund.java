package org.assistcounter.fleet.wallets;

import java.time.Instant;

/**
 * Money that is owed and that no wallet sends back, or not for a day: a person has to see to it.
 *
 * @param owner who that is
 * @param isFailed whether the wallet refused it; if not, it is still tried
 */
public record FailedRefund(
        String refund,
        String counter,
        String sale,
        long amountMinor,
        Instant wantedAt,
        String owner,
        boolean isFailed) {}
