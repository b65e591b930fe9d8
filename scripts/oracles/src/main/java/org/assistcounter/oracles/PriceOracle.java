package org.assistcounter.oracles;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.protocol.journal.Fact;

/** The price that a sale keeps is the one of the list whose revision it began with. */
final class PriceOracle implements Oracle {
    static final String NAME = "price";

    private final Map<Long, Map<Integer, WorldFact.Priced>> lists = new HashMap<>();

    @Override
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        if (fact instanceof WorldFact.PricesCame came) {
            Map<Integer, WorldFact.Priced> bySlot = new HashMap<>();
            for (WorldFact.Priced priced : came.prices()) {
                bySlot.put(priced.slot(), priced);
            }
            lists.put(came.revision(), bySlot);
        }
    }

    @Override
    public void read(long atMillis, Written written) {
        if (!(written.fact() instanceof Fact.SaleOpened sale)) {
            return;
        }
        Map<Integer, WorldFact.Priced> list = lists.get(sale.shelfRevision());
        if (list == null) {
            throw new Broken(NAME, sale.sale() + " by a price list that nobody sent");
        }
        for (Fact.SaleLine line : sale.lines()) {
            WorldFact.Priced shown = list.get(line.slot());
            if (shown == null
                    || !shown.product().equals(line.product())
                    || !shown.lot().equals(line.lot())
                    || shown.priceMinor() != line.priceMinor()) {
                throw new Broken(
                        NAME,
                        "%s sells %s for %s; the list says %s"
                                .formatted(
                                        sale.sale(),
                                        line.product(),
                                        Broken.money(line.priceMinor()),
                                        shown));
            }
        }
    }
}
