package org.assistcounter.counter.screen;

import java.time.LocalDate;
import org.assistcounter.counter.sale.Basket;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.LineEnd;
import org.assistcounter.counter.sale.Offer;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.sale.Sale;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.shelf.ShelfSlot;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Several items at once as the browser draws them: a basket, and the lines of a sale. */
final class LinesWriter {
    private final CounterState state;
    private final GoodsWriter goods;
    private final LocalDate today;

    LinesWriter(CounterState state, GoodsWriter goods, LocalDate today) {
        this.state = state;
        this.goods = goods;
        this.today = today;
    }

    boolean canAdd(Basket basket, int slot) {
        return Offer.canAdd(state, basket, slot, today);
    }

    /** How much is picked already; nothing where the cabinet gives out one item only. */
    void picked(ObjectNode view, Basket basket) {
        int most = state.equipment().itemsAtOnce();
        if (most > 1) {
            view.putObject("basket")
                    .put("items", basket.size())
                    .put("most", most)
                    .put("amountFen", amount(basket));
        }
    }

    private long amount(Basket basket) {
        return basket.counts().entrySet().stream()
                .mapToLong(each -> price(each.getKey()) * each.getValue())
                .sum();
    }

    private long price(int number) {
        ShelfSlot slot = state.shelf().slot(number);
        return slot == null ? 0 : slot.priceMinor();
    }

    /** A line for each slot of the basket. */
    void basket(ObjectNode view, Basket basket) {
        ArrayNode lines = view.putArray("lines");
        basket.counts()
                .forEach((number, count) -> {
                    ShelfSlot slot = state.shelf().slot(number);
                    if (slot != null) {
                        lines.addObject()
                                .put("count", count)
                                .put("canAdd", canAdd(basket, number))
                                .put("canBuy", Offer.isThere(state, number, count, today))
                                .set("good", goods.write(slot));
                    }
                });
        view.put("most", state.equipment().itemsAtOnce());
        view.put("canBuy", Offer.canBuy(state, basket, today));
        view.put("amountFen", amount(basket));
    }

    /** A line for each item of a sale of several. */
    void sale(ObjectNode view, Sale sale) {
        if (sale.lines().size() == 1) {
            return;
        }
        ArrayNode lines = view.putArray("lines");
        for (int index = 0; index < sale.lines().size(); index++) {
            Fact.SaleLine line = sale.lines().get(index);
            boolean hasEnded = index < sale.ended().size();
            ObjectNode written =
                    lines.addObject()
                            .put(
                                    "state",
                                    hasEnded ? word(sale.ended().get(index)) : open(sale, index))
                            .put("amountFen", line.priceMinor());
            ShelfSlot slot = state.shelf().slot(line.slot());
            if (slot != null) {
                written.set("good", goods.write(slot));
            }
        }
    }

    private static String word(LineEnd end) {
        return switch (end.fate()) {
            case DELIVERED -> "taken";
            case RETURNED -> "returned";
            case ON_ITS_WAY -> "on-its-way";
            case HELD, NOT_KNOWN -> "case";
        };
    }

    private String open(Sale sale, int index) {
        return switch (state.phase()) {
            case Phase.Ended _ -> "not-bought";
            case Phase.Choosing _ -> "waiting";
            case Phase _ -> index == sale.ended().size() ? "now" : "waiting";
        };
    }
}
