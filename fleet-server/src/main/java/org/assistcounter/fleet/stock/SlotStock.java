package org.assistcounter.fleet.stock;

import java.time.Instant;

/**
 * One slot of one counter.
 *
 * @param offReason why it is not offered; empty when it is
 */
public record SlotStock(
        String counter,
        int slot,
        String product,
        String lot,
        int quantity,
        String offReason,
        Instant changedAt) {}
