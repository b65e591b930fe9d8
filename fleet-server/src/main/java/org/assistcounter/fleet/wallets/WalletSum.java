package org.assistcounter.fleet.wallets;

import java.time.Instant;

/**
 * What a wallet has for a sale by its own word: what was paid less what went back.
 *
 * @param isPaid whether anything was
 * @param orderedAt its newest attempt
 */
public record WalletSum(
        String sale,
        Attempt.Owner owner,
        WalletKind wallet,
        boolean isPaid,
        long sumMinor,
        Instant orderedAt) {}
