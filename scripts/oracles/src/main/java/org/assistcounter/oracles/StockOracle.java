package org.assistcounter.oracles;

import java.util.Map;
import java.util.TreeMap;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;

/**
 * Pieces are conserved: what the records count in a slot lies there, but for turns without proof
 * and turns about which the drop sensor lied. A slot that is off, or empty by the records, is
 * neither commanded nor offered. A count says what lies there, or that it was thrown away.
 */
final class StockOracle implements Oracle {
    static final String NAME = "stock";

    private final Map<Integer, Slot> slots = new TreeMap<>();

    /** One slot, by the records and by who looks into it. */
    private static final class Slot {
        boolean known;
        boolean on = true;
        String product = "";
        String lot = "";
        int counted;
        int lying;
        int inDoubt;
    }

    @Override
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        switch (fact) {
            case WorldFact.SlotFilled filled -> slot(filled.slot()).lying = filled.pieces();
            case WorldFact.PieceFell fell -> slot(fell.slot()).lying--;
            case WorldFact.DropSensorLied lie -> slot(lie.slot()).inDoubt++;
            case WorldFact.ScreenOffers offers -> offered(offers);
            case WorldFact.AtCounter _ -> {}
        }
    }

    private void offered(WorldFact.ScreenOffers offers) {
        Slot slot = slot(offers.slot());
        int sellable = slot.on ? slot.counted : 0;
        if (offers.pieces() > sellable || offers.pieces() < sellable - slot.inDoubt) {
            throw broken(
                    offers.slot(),
                    "is offered with %d pieces; the records leave %d"
                            .formatted(offers.pieces(), sellable));
        }
    }

    @Override
    public void read(long atMillis, Written written) {
        switch (written.fact()) {
            case Fact.StockCounted f -> count(f);
            case Fact.SlotSwitched f -> slot(f.slot()).on = f.on();
            case Fact.DispenseCommanded f -> command(f);
            case Fact.DispenseResolved f -> resolve(f);
            case Fact _ -> {}
        }
    }

    private void count(Fact.StockCounted fact) {
        Slot slot = slot(fact.slot());
        boolean thrownAway = slot.known && fact.quantity() == 0;
        if (!thrownAway && Math.abs(fact.quantity() - slot.lying) > slot.inDoubt) {
            throw broken(
                    fact.slot(),
                    "holds %d pieces and is counted with %d"
                            .formatted(slot.lying, fact.quantity()));
        }
        slot.known = true;
        slot.lying = fact.quantity();
        slot.inDoubt = 0;
        slot.product = fact.product();
        slot.lot = fact.lot();
        slot.counted = fact.quantity();
    }

    private void command(Fact.DispenseCommanded fact) {
        Slot slot = slot(fact.slot());
        if (!slot.on) {
            throw broken(fact.slot(), "is off and is commanded to turn, for " + fact.sale());
        }
        if (slot.counted <= 0) {
            throw broken(fact.slot(), "is empty and is commanded to turn, for " + fact.sale());
        }
    }

    private void resolve(Fact.DispenseResolved fact) {
        Slot slot = slot(fact.goods().slot());
        if (slot.known
                && (!slot.product.equals(fact.goods().product())
                        || !slot.lot.equals(fact.goods().lot()))) {
            throw broken(
                    fact.goods().slot(),
                    "holds %s of lot %s and %s of lot %s was sold from it"
                            .formatted(
                                    slot.product,
                                    slot.lot,
                                    fact.goods().product(),
                                    fact.goods().lot()));
        }
        if (fact.verdict() == DispenseVerdict.DELIVERED) {
            slot.counted--;
        }
        if (fact.verdict() == DispenseVerdict.UNPROVEN) {
            slot.inDoubt++;
        }
        if (fact.slotOff()) {
            slot.on = false;
        }
    }

    @Override
    public void rest(long atMillis) {
        for (Map.Entry<Integer, Slot> entry : slots.entrySet()) {
            Slot slot = entry.getValue();
            if (slot.known && Math.abs(slot.counted - slot.lying) > slot.inDoubt) {
                throw broken(
                        entry.getKey(),
                        "holds %d pieces, the records count %d, and %d are in doubt"
                                .formatted(slot.lying, slot.counted, slot.inDoubt));
            }
        }
    }

    private Slot slot(int number) {
        return slots.computeIfAbsent(number, _ -> new Slot());
    }

    private static Broken broken(int slot, String loss) {
        return new Broken(NAME, "slot " + slot + " " + loss);
    }
}
