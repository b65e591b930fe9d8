package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.oracles.Broken;
import org.assistcounter.oracles.CounterOracles;
import org.assistcounter.oracles.WorldFact;
import org.assistcounter.oracles.Written;
import org.assistcounter.protocol.desired.DesiredState;
import org.assistcounter.protocol.desired.Terms;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.shelf.Product;
import org.assistcounter.protocol.shelf.ShelfRelease;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.assistcounter.simulators.world.World;

/**
 * Stands beside one simulated cabinet and tells the oracles what it sees, and the fleet's witness
 * what is written on the card. Of a cabinet whose card is not the only one of its name nobody says
 * any more what has to add up in it.
 */
final class CounterWitness implements Consumer<WorldFact.AtCounter>, Cabinet.Witness {
    private static final long MINUTE = 60_000;
    private static final int WARM_ABOVE_MILLI = 5_000;

    private final World world;
    private final FleetWitness fleet;
    private final int card;
    private final CounterOracles oracles;
    private boolean copied;
    private boolean isLookedAt;
    private long confirmed;

    CounterWitness(World world, Hash genesis, FleetWitness fleet) {
        this.world = world;
        this.fleet = fleet;
        this.card = fleet.newCard();
        this.oracles = new CounterOracles(genesis);
    }

    /** A cabinet that somebody has filled by the release. */
    void filled(ShelfRelease release) {
        for (ShelfSlot slot : release.slots()) {
            accept(new WorldFact.SlotFilled(slot.slot(), slot.loaded()));
        }
        accept(
                new WorldFact.CoolingPromised(
                        Goods.COMPARTMENT,
                        chilled(release),
                        WARM_ABOVE_MILLI,
                        30 * MINUTE,
                        30 * MINUTE,
                        10 * MINUTE));
        priced(release);
    }

    /** Its prices are these when it starts next. */
    void priced(ShelfRelease release) {
        List<WorldFact.Priced> prices = new ArrayList<>();
        for (ShelfSlot slot : release.slots()) {
            prices.add(
                    new WorldFact.Priced(
                            slot.slot(), slot.product(), slot.lot().number(), slot.priceMinor()));
        }
        accept(new WorldFact.PricesCame(release.revision(), prices));
    }

    /** The fleet has signed this for it. */
    void signed(DesiredState state) {
        List<WorldFact.Wanted> wanted = new ArrayList<>();
        for (Terms terms : state.products()) {
            wanted.add(
                    new WorldFact.Wanted(terms.product(), terms.priceMinor(), terms.isOffered()));
        }
        accept(new WorldFact.StateSigned(state.revision(), wanted));
    }

    /** What a shopper has in front of him that is picked or looked at, with its prices. */
    void shown(CounterState state) {
        List<Integer> slots =
                switch (state.phase()) {
                    case Phase.Looking looking -> with(looking.slot(), looking.basket().slots());
                    case Phase.Reviewing reviewing -> reviewing.basket().slots();
                    case Phase.Browsing browsing -> browsing.basket().slots();
                    case Phase _ -> List.of();
                };
        if (slots.isEmpty() && !isLookedAt) {
            return;
        }
        isLookedAt = !slots.isEmpty();
        List<WorldFact.Shown> shown = new ArrayList<>();
        for (ShelfSlot slot : state.shelf().release().slots()) {
            if (slots.contains(slot.slot())) {
                shown.add(new WorldFact.Shown(slot.slot(), slot.priceMinor()));
            }
        }
        accept(new WorldFact.ShopperSees(shown));
    }

    private static List<Integer> with(int slot, List<Integer> slots) {
        List<Integer> all = new ArrayList<>(slots);
        all.add(slot);
        return all;
    }

    private static List<Integer> chilled(ShelfRelease release) {
        Set<String> products = new HashSet<>();
        for (Product product : release.products()) {
            if (product.packing().chilled()) {
                products.add(product.code());
            }
        }
        List<Integer> slots = new ArrayList<>();
        for (ShelfSlot slot : release.slots()) {
            if (products.contains(slot.product())) {
                slots.add(slot.slot());
            }
        }
        return slots;
    }

    @Override
    public void accept(WorldFact.AtCounter fact) {
        saw(world.nowMillis(), fact);
    }

    @Override
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        try {
            oracles.saw(atMillis, fact);
        } catch (Broken broken) {
            throw Violation.of(broken);
        }
    }

    /** A record is on the card; its fact as its bytes say it. */
    Fact written(JournalRecord record) {
        WorldFact.RecordDurable durable = new WorldFact.RecordDurable(card, read(record));
        accept(durable);
        fleet.accept(durable);
        return durable.record().fact();
    }

    private static Written read(JournalRecord record) {
        try {
            return Written.of(record);
        } catch (Broken broken) {
            throw Violation.of(broken);
        }
    }

    /** Everything up to here counts as safe with the fleet. */
    void confirmed(long seq) {
        if (seq != confirmed) {
            confirmed = seq;
            fleet.accept(new WorldFact.CounterConfirmed(card, seq));
        }
    }

    /** It was told that its journal is not believed; a start knows nothing of it. */
    void doubted(boolean now) {
        fleet.accept(new WorldFact.CounterDoubted(card, now));
    }

    /** The card is what it was when this was its newest record. */
    void restored(Hash newest) {
        confirmed = 0;
        fleet.accept(new WorldFact.CardRestored(card, newest));
    }

    /** The card is not the only one of its name any more. */
    void copied() {
        copied = true;
        oracles.copied();
    }

    boolean isOfTheOnlyCard() {
        return !copied;
    }

    /** Whether the fleet has all of the card, or cannot have it since it believes another. */
    boolean hasArrived() {
        return fleet.hasArrived(card);
    }

    /** Nothing is under way any more; this is what the screen offers. */
    void rest(Shelf shelf) {
        for (ShelfSlot slot : shelf.release().slots()) {
            int number = slot.slot();
            int pieces = shelf.slotsOff().contains(number) ? 0 : shelf.stock(number);
            accept(new WorldFact.ScreenOffers(number, pieces));
        }
        try {
            oracles.rest(world.nowMillis());
        } catch (Broken broken) {
            throw Violation.of(broken);
        }
    }
}
