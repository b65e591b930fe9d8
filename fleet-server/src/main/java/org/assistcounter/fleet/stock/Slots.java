package org.assistcounter.fleet.stock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The slots that a group of records speaks of: filled from the tables, changed by facts, written
 * back at once by {@link Stock#keep}. Pure.
 */
public final class Slots {
    private final Map<Key, Kept> before = new HashMap<>();
    private final Map<Key, Kept> slots = new HashMap<>();
    private final Map<Key, Kept> changed = new LinkedHashMap<>();
    private final Set<Key> lifted = new HashSet<>();
    private final Map<Key, Lock> locked = new LinkedHashMap<>();

    /** With the slots that are known. */
    public Slots(Collection<Kept> known) {
        known.forEach(slot -> before.put(slot.key(), slot));
        slots.putAll(before);
    }

    /** A slot of a counter, or a compartment of one. */
    public record Key(String counter, int number) {}

    /** What lies in a slot. */
    public record Contents(String product, String lot, int quantity) {}

    /**
     * A slot.
     *
     * @param offReason why it is not offered; null when it is
     */
    public record Kept(
            String tenant, Key key, Contents contents, @Nullable String offReason, Instant at) {

        Kept with(Contents next, Instant now) {
            return new Kept(tenant, key, next, offReason, now);
        }

        Kept switched(@Nullable String reason, Instant now) {
            return new Kept(tenant, key, contents, reason, now);
        }
    }

    /** A lot at an operator. */
    public record Goods(String tenant, String product, String lot) {}

    /**
     * What came of it, or went.
     *
     * @param packets so many more, or fewer
     * @param slots in so many slots more, or fewer, some of it lie
     */
    public record Moved(long packets, long slots) {
        private static Moved of(Contents contents, int sign) {
            return new Moved((long) sign * contents.quantity(), contents.quantity() > 0 ? sign : 0);
        }

        private Moved plus(Moved more) {
            return new Moved(packets + more.packets, slots + more.slots);
        }
    }

    /** A compartment that the cold chain locks. */
    public record Lock(String tenant, Key key, String reason, Instant at) {}

    /** The slot that a fact speaks of; most speak of none. */
    public static Optional<Key> of(String counter, Fact fact) {
        return switch (fact) {
            case Fact.StockCounted f -> Optional.of(new Key(counter, f.slot()));
            case Fact.DispenseResolved f -> Optional.of(new Key(counter, f.goods().slot()));
            case Fact.SlotSwitched f -> Optional.of(new Key(counter, f.slot()));
            case Fact _ -> Optional.empty();
        };
    }

    /** How many of the product are booked where a count finds others; 0 for all other facts. */
    public long units(String counter, Fact fact) {
        if (!(fact instanceof Fact.StockCounted counted)) {
            return 0;
        }
        Kept known = slots.get(new Key(counter, counted.slot()));
        return known != null && known.contents().product().equals(counted.product())
                ? known.contents().quantity()
                : 0;
    }

    /** Takes note of a fact; most do not concern the stock. */
    public void follow(Stock.Origin origin, Fact fact) {
        switch (fact) {
            case Fact.StockCounted f -> counted(origin, f);
            case Fact.DispenseResolved f when f.verdict() != DispenseVerdict.NOT_DELIVERED ->
                    takeOne(origin, f.goods().slot());
            case Fact.SlotSwitched f -> switched(origin, f);
            case Fact.ColdChainSwitched f -> switched(origin, f);
            case Fact _ -> {}
        }
    }

    private void counted(Stock.Origin origin, Fact.StockCounted fact) {
        Key key = new Key(origin.counter(), fact.slot());
        Contents contents = new Contents(fact.product(), fact.lot(), fact.quantity());
        Kept known = slots.get(key);
        put(
                known == null
                        ? new Kept(origin.tenant(), key, contents, null, origin.at())
                        : known.with(contents, origin.at()));
    }

    /** One came out, or may have; of a slot that was never counted nothing is known. */
    private void takeOne(Stock.Origin origin, int slot) {
        Kept known = slots.get(new Key(origin.counter(), slot));
        if (known != null) {
            Contents before = known.contents();
            int left = Math.max(0, before.quantity() - 1);
            put(known.with(new Contents(before.product(), before.lot(), left), origin.at()));
        }
    }

    private void switched(Stock.Origin origin, Fact.SlotSwitched fact) {
        Kept known = slots.get(new Key(origin.counter(), fact.slot()));
        if (known != null) {
            put(known.switched(fact.on() ? null : fact.reason(), origin.at()));
        }
    }

    /** One that is locked stays so since it was first. */
    private void switched(Stock.Origin origin, Fact.ColdChainSwitched fact) {
        Key key = new Key(origin.counter(), fact.compartment());
        if (fact.locked()) {
            locked.putIfAbsent(key, new Lock(origin.tenant(), key, fact.reason(), origin.at()));
        } else {
            locked.remove(key);
            lifted.add(key);
        }
    }

    private void put(Kept slot) {
        slots.put(slot.key(), slot);
        changed.put(slot.key(), slot);
    }

    /** The slots that are not as the tables have them. */
    public List<Kept> changed() {
        return new ArrayList<>(changed.values());
    }

    /** What came into the tables' slots of each lot, and what went out of them. */
    public Map<Goods, Moved> moved() {
        Map<Goods, Moved> moved = new LinkedHashMap<>();
        for (Kept now : changed.values()) {
            Kept then = before.get(now.key());
            if (then != null) {
                moved.merge(goods(then), Moved.of(then.contents(), -1), Moved::plus);
            }
            moved.merge(goods(now), Moved.of(now.contents(), 1), Moved::plus);
        }
        moved.values().removeIf(new Moved(0, 0)::equals);
        return moved;
    }

    private static Goods goods(Kept slot) {
        return new Goods(slot.tenant(), slot.contents().product(), slot.contents().lot());
    }

    /** The compartments whose locks of before are lifted. */
    public Set<Key> lifted() {
        return Set.copyOf(lifted);
    }

    /**
     * The compartments that are locked afterwards; a lock that there is and was not lifted stays.
     */
    public List<Lock> locked() {
        return List.copyOf(locked.values());
    }
}
