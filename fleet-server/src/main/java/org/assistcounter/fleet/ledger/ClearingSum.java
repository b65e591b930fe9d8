package org.assistcounter.fleet.ledger;

import java.time.LocalDate;

/**
 * What is booked of a sale with its wallet: what wallets owe us for it.
 *
 * @param day of its first entry
 */
public record ClearingSum(
        String sale, String tenant, String counter, long sumMinor, LocalDate day) {}
