package org.assistcounter.protocol.shelf;

/**
 * One slot and what is offered in it.
 *
 * @param slot the board's selection number
 * @param loaded how many were put in when the counter was commissioned with this release
 */
public record ShelfSlot(
        int slot, Place place, String product, long priceMinor, int capacity, int loaded, Lot lot) {

    /**
     * Where a shopper sees the slot: from the top and from the left, each from 1.
     *
     * @param compartment the number of the cooled compartment it lies in; 0 for none
     */
    public record Place(int row, int column, int compartment) {
        /** A counter has no more cooled compartments. */
        public static final int COMPARTMENT_MAX = 9;

        public Place {
            if (compartment < 0 || compartment > COMPARTMENT_MAX) {
                throw new IllegalArgumentException("no compartment has the number " + compartment);
            }
        }

        /** Where nothing is cooled. */
        public Place(int row, int column) {
            this(row, column, 0);
        }
    }

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
