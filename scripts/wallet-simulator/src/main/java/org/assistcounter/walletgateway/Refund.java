package org.assistcounter.walletgateway;

/** A refund in a wallet's books, by the merchant's number. */
record Refund(String wallet, String refund, String number, long amountMinor, boolean isDone) {}
