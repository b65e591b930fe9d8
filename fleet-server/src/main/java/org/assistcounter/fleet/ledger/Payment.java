package org.assistcounter.fleet.ledger;

import java.time.Instant;
import org.assistcounter.protocol.journal.PaymentWay;
import org.jspecify.annotations.Nullable;

/**
 * A payment that a journal says was approved.
 *
 * @param reference the terminal's or the wallet's own name for it; null when it gave none
 */
public record Payment(
        int attempt,
        PaymentWay way,
        long amountMinor,
        @Nullable String reference,
        Instant approvedAt) {}
