package org.assistcounter.fleet.ledger;

import java.time.Instant;
import java.time.LocalDate;

/** A sale for people: its account, where and when. */
public record BookedSale(
        SaleAccount account,
        String counter,
        String receiptCode,
        LocalDate businessDate,
        Instant openedAt) {}
