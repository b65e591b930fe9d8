package org.assistcounter.counter.shelf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assistcounter.counter.desired.Desired;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.shelf.Product;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.jspecify.annotations.Nullable;

/**
 * The shelf as it stands: the release on the card, with what the fleet wants of it since, the stock
 * of each slot and the slots that are off. Applying the journal's facts in order always gives the
 * same shelf.
 */
public final class Shelf {
    private final ShelfRelease card;
    private final ShelfRelease release;
    private final Desired desired;
    private final Map<Integer, Integer> stock;
    private final Set<Integer> off;
    private final Set<Integer> warm;

    /**
     * @param release that on the card with what is in force
     */
    private Shelf(
            ShelfRelease card,
            Desired desired,
            ShelfRelease release,
            Map<Integer, Integer> stock,
            Set<Integer> off,
            Set<Integer> warm) {
        this.card = card;
        this.desired = desired;
        this.release = release;
        this.stock = Map.copyOf(stock);
        this.off = Set.copyOf(off);
        this.warm = Set.copyOf(warm);
    }

    /** A shelf in which nothing has been counted yet. */
    public static Shelf empty(ShelfRelease card) {
        return new Shelf(card, Desired.NONE, card, Map.of(), Set.of(), Set.of());
    }

    /** What is sold now, and for how much. */
    public ShelfRelease release() {
        return release;
    }

    /** What was given to the counter with its card; no desired state changes it. */
    public ShelfRelease card() {
        return card;
    }

    /** What the fleet wants of it since. */
    public Desired desired() {
        return desired;
    }

    public int stock(int slot) {
        return stock.getOrDefault(slot, 0);
    }

    /** The slot of this number, if the release has it. */
    public @Nullable ShelfSlot slot(int number) {
        for (ShelfSlot slot : release.slots()) {
            if (slot.slot() == number) {
                return slot;
            }
        }
        return null;
    }

    /** The product that lies in a slot of this release. */
    public Product product(ShelfSlot slot) {
        for (Product product : release.products()) {
            if (product.code().equals(slot.product())) {
                return product;
            }
        }
        throw new IllegalStateException("a release knows the products of its slots");
    }

    /** Whether the slot can be sold from, and if not, why; asked with the latest date it may be. */
    public Availability availability(ShelfSlot slot, LocalDate latestDate) {
        if (off.contains(slot.slot())) {
            return Availability.SLOT_OFF;
        }
        if (isTooWarm(slot)) {
            return Availability.TOO_WARM;
        }
        if (!desired.offers(slot.product())) {
            return Availability.NOT_OFFERED;
        }
        if (stock(slot.slot()) <= 0) {
            return Availability.SOLD_OUT;
        }
        return latestDate.isAfter(slot.lot().bestBefore())
                ? Availability.EXPIRED
                : Availability.AVAILABLE;
    }

    /** Whether what lies in this slot is locked by the cold chain. */
    public boolean isTooWarm(int number) {
        ShelfSlot slot = slot(number);
        return slot != null && isTooWarm(slot);
    }

    /** Goods that need cooling, in a compartment whose cold chain broke or that has none. */
    private boolean isTooWarm(ShelfSlot slot) {
        int compartment = slot.place().compartment();
        return product(slot).packing().chilled()
                && (compartment == 0 || warm.contains(compartment));
    }

    /** Whether the goods of this compartment that need cooling are locked. */
    public boolean isLocked(int compartment) {
        return warm.contains(compartment);
    }

    /** The compartments that are locked. */
    public Set<Integer> lockedCompartments() {
        return warm;
    }

    /** The slots that are off, for a technician. */
    public Set<Integer> slotsOff() {
        return off;
    }

    /** The compartments in which this release has goods that need cooling. */
    public Set<Integer> chilledCompartments() {
        Set<Integer> compartments = new HashSet<>();
        for (ShelfSlot slot : release.slots()) {
            if (slot.place().compartment() > 0 && product(slot).packing().chilled()) {
                compartments.add(slot.place().compartment());
            }
        }
        return compartments;
    }

    /** The slots of a compartment whose goods need cooling. */
    public List<ShelfSlot> chilled(int compartment) {
        return release.slots().stream()
                .filter(slot -> slot.place().compartment() == compartment)
                .filter(slot -> product(slot).packing().chilled())
                .toList();
    }

    /** The shelf after this fact. */
    public Shelf after(Fact fact) {
        return switch (fact) {
            case Fact.StockCounted f -> withStock(f.slot(), f.quantity());
            case Fact.DispenseResolved f when f.verdict() != DispenseVerdict.NOT_DELIVERED ->
                    withStock(f.goods().slot(), Math.max(0, stock(f.goods().slot()) - 1));
            case Fact.SlotSwitched f -> switched(f.slot(), f.on());
            case Fact.ColdChainSwitched f ->
                    with(stock, off, with(warm, f.compartment(), f.locked()));
            case Fact.OfDesired f -> with(desired.after(f));
            // Of what was wanted before the fleet may know nothing; it says it again.
            case Fact.EpochBegun _ -> with(Desired.NONE);
            case Fact _ -> this;
        };
    }

    private Shelf withStock(int slot, int quantity) {
        Map<Integer, Integer> next = new HashMap<>(stock);
        next.put(slot, quantity);
        return with(next, off, warm);
    }

    private Shelf switched(int slot, boolean on) {
        return with(stock, with(off, slot, !on), warm);
    }

    private Shelf with(
            Map<Integer, Integer> nextStock, Set<Integer> nextOff, Set<Integer> nextWarm) {
        return new Shelf(card, desired, release, nextStock, nextOff, nextWarm);
    }

    private Shelf with(Desired next) {
        return new Shelf(card, next, next.priced(card), stock, off, warm);
    }

    private static Set<Integer> with(Set<Integer> numbers, int number, boolean isIn) {
        Set<Integer> next = new HashSet<>(numbers);
        if (isIn) {
            next.add(number);
        } else {
            next.remove(number);
        }
        return next;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other == this
                || (other instanceof Shelf shelf
                        && shelf.stock.equals(stock)
                        && shelf.off.equals(off)
                        && shelf.warm.equals(warm)
                        && shelf.desired.equals(desired)
                        && shelf.card.equals(card));
    }

    @Override
    public int hashCode() {
        return Objects.hash(card.revision(), stock, off, warm);
    }

    /** Why a slot is, or is not, for sale. */
    public enum Availability {
        AVAILABLE(""),
        SOLD_OUT("sold-out"),
        SLOT_OFF("slot-off"),
        EXPIRED("expired"),
        TOO_WARM("too-warm"),
        NOT_OFFERED("not-offered");

        private final String word;

        Availability(String word) {
            this.word = word;
        }

        /** The word for the shopper's screen; empty when it is for sale. */
        public String word() {
            return word;
        }
    }
}
