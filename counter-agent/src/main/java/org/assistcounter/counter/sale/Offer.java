package org.assistcounter.counter.sale;

import java.time.LocalDate;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.jspecify.annotations.Nullable;

/** What can be sold and given out now, of one slot and of a basket. */
public final class Offer {

    private Offer() {}

    /** The slot, if an item of it may be sold and given out on this day. */
    static @Nullable ShelfSlot sellable(CounterState state, int number, LocalDate latestDate) {
        ShelfSlot slot = state.shelf().slot(number);
        if (slot == null || !state.equipment().canSell()) {
            return null;
        }
        return state.shelf().availability(slot, latestDate) == Shelf.Availability.AVAILABLE
                ? slot
                : null;
    }

    /** Whether one more of this slot can be bought together with the basket. */
    public static boolean canAdd(
            CounterState state, Basket basket, int slot, LocalDate latestDate) {
        return basket.size() < state.equipment().itemsAtOnce()
                && isThere(state, slot, basket.count(slot) + 1, latestDate);
    }

    /** Whether everything in the basket can be bought now. */
    public static boolean canBuy(CounterState state, Basket basket, LocalDate latestDate) {
        for (int slot : basket.slots()) {
            if (!isThere(state, slot, basket.count(slot), latestDate)) {
                return false;
            }
        }
        return !basket.isEmpty();
    }

    /** Whether so many of a slot can be bought. */
    public static boolean isThere(CounterState state, int slot, int items, LocalDate latestDate) {
        return sellable(state, slot, latestDate) != null && items <= state.shelf().stock(slot);
    }
}
