package org.assistcounter.fleet.wallets;

import java.time.Instant;

/**
 * A wallet says by itself that an order was paid; its signature has been checked.
 *
 * @param event the wallet's number of what it says
 * @param signedAt by the wallet's clock
 */
public record Notice(
        WalletKind wallet,
        String event,
        String attempt,
        WalletGateway.Standing standing,
        Instant signedAt) {}
