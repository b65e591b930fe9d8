package org.assistcounter.protocol.shelf;

import java.time.LocalDate;

/** Goods of one harvest or packing that stay together from origin to slot. */
public record Lot(String number, LocalDate harvested, LocalDate bestBefore) {
    public Lot {
        if (!bestBefore.isAfter(harvested)) {
            throw new IllegalArgumentException("lot " + number + " is best before its harvest");
        }
    }
}
