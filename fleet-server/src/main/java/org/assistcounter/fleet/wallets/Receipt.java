package org.assistcounter.fleet.wallets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.assistcounter.fleet.ledger.SaleAccount;
import org.assistcounter.protocol.journal.PaymentWay;
import org.jspecify.annotations.Nullable;

/**
 * Where the money of a sale is, in the shopper's words.
 *
 * @param state of the item that is worst off
 * @param amountMinor of all items in that state
 * @param items one for each line, in their order, and behind them what belongs to none
 */
public record Receipt(State state, long amountMinor, List<Item> items) {

    /** What is said, the worst first. */
    public enum State {
        /** More questions came than are answered. */
        TOO_MANY,
        /** No code was given. */
        ASKED,
        /** There is no such sale, or its counter has not reported it yet. */
        UNKNOWN,
        /** A person has to find another way; nobody has to ask for it. */
        WITH_A_PERSON,
        REFUNDING,
        OPEN,
        REFUNDED,
        /** Given back to the card at the counter. */
        RETURNED,
        UNPAID,
        DELIVERED
    }

    /**
     * How one line stands.
     *
     * @param number of the line, from 1; 0 for money that belongs to no line
     */
    public record Item(int number, State state, long amountMinor) {}

    /**
     * How far one refund is.
     *
     * @param refund its number, which ends with that of its line
     */
    public record Part(String refund, String state, long amountMinor) {

        private boolean isOf(SaleAccount.Line line) {
            return refund.endsWith("-r" + line.goods().line());
        }
    }

    public Receipt {
        items = List.copyOf(items);
    }

    /** A state without money. */
    public static Receipt of(State state) {
        return new Receipt(state, 0, List.of());
    }

    /** Whether its items stand differently, so that each has to be told. */
    public boolean isMixed() {
        return items.stream().map(Item::state).distinct().count() > 1;
    }

    static Receipt of(SaleAccount sale, List<Part> refunds) {
        List<Item> items = new ArrayList<>();
        List<Part> left = new ArrayList<>(refunds);
        for (SaleAccount.Line line : sale.lines()) {
            Part part = left.stream().filter(each -> each.isOf(line)).findFirst().orElse(null);
            left.remove(part);
            items.add(item(sale, line, part));
        }
        left.forEach(part -> items.add(new Item(0, Word.of(part), part.amountMinor())));
        State worst =
                items.stream()
                        .map(Item::state)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(() -> new IllegalStateException("A sale has no line."));
        long sum =
                items.stream()
                        .filter(item -> item.state() == worst)
                        .mapToLong(Item::amountMinor)
                        .sum();
        return new Receipt(worst, sum, items);
    }

    private static Item item(SaleAccount sale, SaleAccount.Line line, @Nullable Part part) {
        int number = line.goods().line();
        if (part != null) {
            return new Item(number, Word.of(part), part.amountMinor());
        }
        long price = line.goods().priceMinor();
        return switch (line.progress()) {
            case DELIVERED -> new Item(number, State.DELIVERED, price);
            case HELD -> new Item(number, State.WITH_A_PERSON, price);
            case GIVEN_BACK ->
                    new Item(
                            number,
                            sale.way() == PaymentWay.CARD ? State.RETURNED : State.WITH_A_PERSON,
                            price);
            case OPENED, COMMANDED, RESOLVED ->
                    new Item(number, sale.outcome() == null ? State.OPEN : State.UNPAID, 0);
        };
    }

    /** The table's words. */
    private enum Word {
        FAILED("failed", State.WITH_A_PERSON),
        REFUNDING("refunding", State.REFUNDING),
        REFUNDED("refunded", State.REFUNDED);

        private final String stored;
        private final State state;

        Word(String stored, State state) {
            this.stored = stored;
            this.state = state;
        }

        private static State of(Part part) {
            for (Word word : values()) {
                if (word.stored.equals(part.state())) {
                    return word.state;
                }
            }
            throw new IllegalStateException("A refund has an unknown state.");
        }
    }
}
