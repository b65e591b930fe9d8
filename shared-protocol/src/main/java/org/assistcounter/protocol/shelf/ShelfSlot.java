package org.assistcounter.protocol.shelf;

/**
 * One slot and what is offered in it.
 *
 * @param slot the board's selection number
 * @param loaded how many were put in when the counter was commissioned with this release
 */
public record ShelfSlot(
        int slot, Place place, String product, long priceMinor, int capacity, int loaded, Lot lot) {

    /** Where a shopper sees the slot: from the top and from the left, each from 1. */
    public record Place(int row, int column) {}

    public ShelfSlot {
        if (slot < 1 || slot > 255) {
            throw new IllegalArgumentException("slot " + slot + " is not in 1..255");
        }
        if (priceMinor <= 0 || priceMinor > 100_000_00L) {
            throw new IllegalArgumentException("slot " + slot + " has a price of " + priceMinor);
        }
        if (loaded < 0 || loaded > capacity) {
            throw new IllegalArgumentException("slot " + slot + " holds more than it can");
        }
    }
}
