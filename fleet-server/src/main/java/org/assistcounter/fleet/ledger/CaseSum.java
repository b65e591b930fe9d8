package org.assistcounter.fleet.ledger;

/**
 * What the open cases of one way to pay and one reason hold together.
 *
 * @param reason why a person has to decide, in the journal's word
 * @param amount minor units
 */
public record CaseSum(String way, String reason, long amount) {}
