package org.assistcounter.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.shelf.ShelfSlot;

/** Nothing is taken from a slot that is off or empty, and the shelf counts as the facts do. */
final class ShelfRule {
    private final Map<Integer, Integer> stock = new HashMap<>();
    private final Set<Integer> off = new HashSet<>();

    void follow(Fact fact) {
        switch (fact) {
            case Fact.StockCounted f -> stock.put(f.slot(), f.quantity());
            case Fact.SlotSwitched f -> {
                if (f.on()) {
                    off.remove(f.slot());
                } else {
                    off.add(f.slot());
                }
            }
            case Fact.DispenseCommanded f -> {
                Violation.unless(!off.contains(f.slot()), "a slot is turned that is off");
                Violation.unless(
                        stock.getOrDefault(f.slot(), 0) > 0, "a slot is turned that is empty");
            }
            case Fact.DispenseResolved f -> {
                if (f.verdict() != DispenseVerdict.NOT_DELIVERED) {
                    stock.merge(f.goods().slot(), -1, Integer::sum);
                }
                boolean isClean =
                        f.evidence().drop().equals("seen")
                                && f.evidence().home().equals("returned");
                Violation.unless(
                        isClean || f.slotOff(), "a slot stays on after a turn that went wrong");
            }
            case Fact _ -> {}
        }
    }

    void atRest(Shelf shelf) {
        for (ShelfSlot slot : shelf.release().slots()) {
            Violation.unless(
                    shelf.stock(slot.slot()) == stock.getOrDefault(slot.slot(), 0),
                    "the shelf counts other goods than its facts do");
        }
        Violation.unless(shelf.slotsOff().equals(off), "the shelf has other slots off");
    }
}
