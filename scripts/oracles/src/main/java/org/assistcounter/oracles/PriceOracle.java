package org.assistcounter.oracles;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.protocol.journal.Fact;

/**
 * The price that a sale keeps is the one of the list whose revision it began with, by the desired
 * state that was in force then, and the one that the shopper saw. No price changes before a
 * shopper's eyes. The fleet signed what is in force; it never goes back, and no price is above
 * twice that of the list.
 */
final class PriceOracle implements Oracle {
    static final String NAME = "price";

    private static final int CEILING_TIMES = 2;

    private final Map<Long, Map<Integer, WorldFact.Priced>> lists = new HashMap<>();
    private final Map<Long, Map<String, WorldFact.Wanted>> states = new HashMap<>();
    private final Map<Integer, Long> seen = new HashMap<>();
    private Map<Integer, WorldFact.Priced> newestList = Map.of();
    private Map<String, WorldFact.Wanted> inForce = Map.of();
    private long staged;
    private long applied;
    private boolean isSaleOpen;

    @Override
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        if (fact instanceof WorldFact.PricesCame came) {
            Map<Integer, WorldFact.Priced> bySlot = new HashMap<>();
            for (WorldFact.Priced priced : came.prices()) {
                bySlot.put(priced.slot(), priced);
            }
            lists.put(came.revision(), bySlot);
            newestList = bySlot;
        } else if (fact instanceof WorldFact.StateSigned signed) {
            Map<String, WorldFact.Wanted> byProduct = new HashMap<>();
            signed.wanted().forEach(wanted -> byProduct.put(wanted.product(), wanted));
            states.put(signed.revision(), byProduct);
        } else if (fact instanceof WorldFact.ShopperSees sees) {
            see(sees);
        }
    }

    private void see(WorldFact.ShopperSees sees) {
        Map<Integer, Long> now = new HashMap<>();
        for (WorldFact.Shown shown : sees.shown()) {
            Long before = seen.get(shown.slot());
            if (before != null && before != shown.priceMinor()) {
                throw new Broken(
                        NAME,
                        "slot %d is %s and then %s before a shopper's eyes"
                                .formatted(
                                        shown.slot(),
                                        Broken.money(before),
                                        Broken.money(shown.priceMinor())));
            }
            now.put(shown.slot(), shown.priceMinor());
        }
        seen.clear();
        seen.putAll(now);
    }

    @Override
    public void read(long atMillis, Written written) {
        switch (written.fact()) {
            case Fact.DesiredStaged staging -> stage(staging.state().revision());
            case Fact.DesiredApplied applying -> apply(applying.revision());
            case Fact.SaleOpened sale -> open(sale);
            case Fact.SaleClosed _ -> isSaleOpen = false;
            case Fact.EpochBegun _ -> begin();
            case Fact _ -> {}
        }
    }

    /** Behind other keys what was wanted counts no more, until it is said again. */
    private void begin() {
        staged = 0;
        applied = 0;
        inForce = Map.of();
        isSaleOpen = false;
    }

    private void stage(long revision) {
        Map<String, WorldFact.Wanted> state = states.get(revision);
        if (state == null || revision <= staged) {
            throw new Broken(NAME, "state " + revision + " after " + staged + " is no newer one");
        }
        for (WorldFact.Wanted wanted : state.values()) {
            long highest =
                    newestList.values().stream()
                            .filter(priced -> priced.product().equals(wanted.product()))
                            .mapToLong(WorldFact.Priced::priceMinor)
                            .max()
                            .orElse(wanted.priceMinor());
            if (wanted.priceMinor() > CEILING_TIMES * highest) {
                throw new Broken(NAME, "state " + revision + " is dearer than any counter takes");
            }
        }
        staged = revision;
    }

    private void apply(long revision) {
        if (revision != staged || revision <= applied) {
            throw new Broken(NAME, "state " + revision + " comes into force and is not the newest");
        }
        if (isSaleOpen) {
            throw new Broken(NAME, "state " + revision + " comes into force in a sale");
        }
        applied = revision;
        inForce = states.getOrDefault(revision, Map.of());
    }

    private void open(Fact.SaleOpened sale) {
        isSaleOpen = true;
        Map<Integer, WorldFact.Priced> list = lists.get(sale.shelfRevision());
        if (list == null) {
            throw new Broken(NAME, sale.sale() + " by a price list that nobody sent");
        }
        for (Fact.SaleLine line : sale.lines()) {
            WorldFact.Priced listed = list.get(line.slot());
            if (listed == null
                    || !listed.product().equals(line.product())
                    || !listed.lot().equals(line.lot())
                    || !isTheirPrice(line, listed)) {
                throw new Broken(
                        NAME,
                        "%s sells %s for %s; the list says %s, the state in force %s"
                                .formatted(
                                        sale.sale(),
                                        line.product(),
                                        Broken.money(line.priceMinor()),
                                        listed,
                                        inForce.get(line.product())));
            }
            Long shown = seen.get(line.slot());
            if (shown != null && shown != line.priceMinor()) {
                throw new Broken(
                        NAME, sale.sale() + " asks for another price than " + Broken.money(shown));
            }
        }
        seen.clear();
    }

    private boolean isTheirPrice(Fact.SaleLine line, WorldFact.Priced listed) {
        WorldFact.Wanted wanted = inForce.get(line.product());
        if (wanted == null) {
            return line.priceMinor() == listed.priceMinor();
        }
        long price = wanted.priceMinor() == 0 ? listed.priceMinor() : wanted.priceMinor();
        return wanted.offered() && line.priceMinor() == price;
    }
}
