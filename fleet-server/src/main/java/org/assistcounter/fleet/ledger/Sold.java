package org.assistcounter.fleet.ledger;

/**
 * What was sold on a day.
 *
 * @param amountMinor in minor units
 * @param sales that ended with everything delivered
 */
public record Sold(long amountMinor, long sales) {}
