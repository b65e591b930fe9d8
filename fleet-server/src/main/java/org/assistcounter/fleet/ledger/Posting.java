package org.assistcounter.fleet.ledger;

/**
 * One side of an entry.
 *
 * @param unit the currency, or the product's code
 * @param amount minor units or pieces; positive is debit
 */
public record Posting(Account account, String unit, long amount) {}
