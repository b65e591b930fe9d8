package org.assistcounter.fleet.wallets;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment attempt as the fleet owns it.
 *
 * @param code what the shopper scans
 */
public record Attempt(
        String attempt,
        Owner owner,
        long amountMinor,
        String currency,
        String code,
        WalletGateway.Standing standing,
        Instant orderedAt) {

    /** Whose it is. */
    public record Owner(String tenant, String counter) {}

    /** The sale that it is an attempt of. */
    public String sale() {
        return attempt.substring(0, attempt.indexOf('-'));
    }

    /** The wallet's number of the payment, when there is one. */
    public @Nullable String transaction() {
        return standing.transaction().isEmpty() ? null : standing.transaction();
    }
}
