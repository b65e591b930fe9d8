package org.assistcounter.fleet.dashboards;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.fleet.planograms.Planograms;
import org.assistcounter.fleet.stock.SlotStock;

/** A counter's slots drawn as the shelf is: rows from the top, columns from the left. */
public record Shelf(List<Row> rows, int capacity, long total) {
    /** A slot's number is its row and its column. */
    private static final int COLUMNS_MAX = 10;

    /** One row of the cabinet. */
    public record Row(int number, List<Slot> slots) {}

    /**
     * One slot.
     *
     * @param look the style sheet's class
     * @param word empty, off with the reason, or nothing
     */
    public record Slot(
            int number, String product, String lot, int quantity, String look, String word) {}

    static Shelf of(List<SlotStock> slots, Words words) {
        List<Row> rows = new ArrayList<>();
        for (SlotStock slot : slots) {
            int number = slot.slot() / COLUMNS_MAX;
            if (rows.isEmpty() || rows.getLast().number() != number) {
                rows.add(new Row(number, new ArrayList<>()));
            }
            rows.getLast().slots().add(slot(slot, words));
        }
        long total = slots.stream().mapToLong(SlotStock::quantity).sum();
        return new Shelf(rows, Planograms.CAPACITY, total);
    }

    private static Slot slot(SlotStock slot, Words words) {
        String product = words.product(slot.product());
        if (!slot.offReason().isEmpty()) {
            String why = words.say("slot.off", words.explain("off", slot.offReason()));
            return new Slot(slot.slot(), product, slot.lot(), slot.quantity(), "slot-off", why);
        }
        return slot.quantity() == 0
                ? new Slot(
                        slot.slot(), product, slot.lot(), 0, "slot-empty", words.say("slot.empty"))
                : new Slot(slot.slot(), product, slot.lot(), slot.quantity(), "slot-good", "");
    }
}
