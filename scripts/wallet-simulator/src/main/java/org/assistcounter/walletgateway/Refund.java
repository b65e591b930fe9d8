package org.assistcounter.walletgateway;

/** A refund in a wallet's books, by the merchant's number; it was made at a moment, or ordered. */
record Refund(
        String wallet, String refund, String number, long amountMinor, boolean isDone, long at) {

    Refund with(boolean isMade, long moment) {
        return new Refund(wallet, refund, number, amountMinor, isMade, moment);
    }
}
