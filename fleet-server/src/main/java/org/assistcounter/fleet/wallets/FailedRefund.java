package org.assistcounter.fleet.wallets;

import java.time.Instant;

/** Money that is owed and that no wallet sends back: a person has to find another way. */
public record FailedRefund(String counter, String sale, long amountMinor, Instant wantedAt) {}
