package org.assistcounter.counter.desired;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;

/**
 * The highest price of each product that this counter would ask for, whoever signs it: so that a
 * hacked fleet does not set any price.
 *
 * @param byProduct in minor units; a product that is not here cannot be sold here
 */
public record Ceilings(Map<String, Long> byProduct) {
    public Ceilings {
        byProduct = Map.copyOf(byProduct);
    }

    /** By the release on the card, whose prices no desired state changes. */
    public static Ceilings of(ShelfRelease card) {
        Map<String, Long> highest = new HashMap<>();
        for (ShelfSlot slot : card.slots()) {
            highest.merge(slot.product(), Terms.ceilingMinor(slot.priceMinor()), Math::max);
        }
        return new Ceilings(highest);
    }

    /** Whether the counter would ask for it. */
    boolean allow(Terms terms) {
        Long ceiling = byProduct.get(terms.product());
        return ceiling == null || terms.priceMinor() <= ceiling;
    }
}
