package org.assistcounter.fleet.wallets;

import java.time.Instant;

/**
 * One line of a wallet's bill.
 *
 * @param order our number, the attempt; anybody's where the merchant's account is shared
 * @param refund our number of the refund; empty unless it is one
 * @param transaction the wallet's own number
 * @param amountMinor never below nothing: the kind says which way the money went
 * @param at when the wallet booked it
 */
public record BillLine(
        Kind kind, String order, String refund, String transaction, long amountMinor, Instant at) {

    /** What the wallet says has happened. */
    public enum Kind {
        PAID,
        REFUNDED,
        /** Undone as a whole, without a refund of ours. */
        REVERSED
    }
}
