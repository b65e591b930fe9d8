package org.assistcounter.counter.desired;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.journal.Rejection;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;

/**
 * Which prices this counter would ask for, whoever signs them: up to the highest of each product,
 * so that a hacked fleet does not set any price, and none that its card reader cannot say.
 *
 * @param byProduct in minor units; a product that is not here cannot be sold here
 * @param stepMinor the reader's prices are multiples of it
 * @param mostMinor the reader's largest price
 */
public record Ceilings(Map<String, Long> byProduct, long stepMinor, long mostMinor) {
    public Ceilings {
        byProduct = Map.copyOf(byProduct);
    }

    /**
     * By the release on the card, whose prices no desired state changes. Until a reader has told
     * how it counts, it can say every price.
     */
    public static Ceilings of(ShelfRelease card) {
        Map<String, Long> highest = new HashMap<>();
        for (ShelfSlot slot : card.slots()) {
            highest.merge(slot.product(), Terms.ceilingMinor(slot.priceMinor()), Math::max);
        }
        return new Ceilings(highest, 1, Long.MAX_VALUE);
    }

    /** With a reader that counts like this. */
    public Ceilings readBy(long stepMinor, long mostMinor) {
        return new Ceilings(byProduct, stepMinor, mostMinor);
    }

    /** Why the counter would not sell by these terms; of a product that it has not, nothing is. */
    Optional<Rejection> objection(List<Terms> products) {
        return products.stream()
                .filter(terms -> terms.priceMinor() != Terms.OF_THE_CARD)
                .flatMap(terms -> objection(terms).stream())
                .findFirst();
    }

    private Optional<Rejection> objection(Terms terms) {
        Long ceiling = byProduct.get(terms.product());
        long price = terms.priceMinor();
        if (ceiling == null) {
            return Optional.empty();
        }
        if (price > ceiling) {
            return Optional.of(Rejection.OVER_CEILING);
        }
        return price % stepMinor == 0 && price <= mostMinor
                ? Optional.empty()
                : Optional.of(Rejection.NOT_PAYABLE);
    }
}
