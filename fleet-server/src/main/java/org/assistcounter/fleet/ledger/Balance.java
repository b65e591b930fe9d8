package org.assistcounter.fleet.ledger;

/**
 * What an account holds.
 *
 * @param account the account's word
 * @param unit a currency or a product's code
 * @param amount minor units or pieces; positive is a debit balance
 */
public record Balance(String account, String unit, long amount) {}
