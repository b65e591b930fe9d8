package org.assistcounter.fleet.wallets;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payment attempt as the fleet owns it. */
public record Attempt(
        String attempt,
        Owner owner,
        long amountMinor,
        String currency,
        Means means,
        WalletGateway.Standing standing,
        Instant orderedAt) {

    /** Longer than a counter waits, since it closes what it gives up. */
    static final Duration PAYABLE = Duration.ofMinutes(10);

    /** Whose it is. */
    public record Owner(String tenant, String counter) {}

    /**
     * By what it is paid.
     *
     * @param wallet who has the order
     * @param isScanned whether the shopper's phone showed the code
     * @param code what the shopper scans; empty as long as there is nothing to show
     */
    public record Means(WalletKind wallet, boolean isScanned, String code) {}

    /** The sale that it is an attempt of. */
    public String sale() {
        return attempt.substring(0, attempt.indexOf('-'));
    }

    /** After this the wallet takes no money for it. */
    public Instant expiresAt() {
        return orderedAt.plus(PAYABLE);
    }

    /** The wallet's number of the payment, when there is one. */
    public @Nullable String transaction() {
        return standing.transaction().isEmpty() ? null : standing.transaction();
    }
}
