package org.assistcounter.fleet.complaints;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.ledger.SaleAccount;
import org.assistcounter.fleet.wallets.RefundPart;
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
        /** A person has to find another way. */
        WITH_A_PERSON,
        /** Decided for the shopper; a person has to send it. */
        PROMISED,
        REFUNDING,
        OPEN,
        REFUNDED,
        /** Sent by a person, and not by the wallet. */
        SENT,
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
     * A line whose money is in a case.
     *
     * @param decision what was decided about it; null while nothing was
     */
    record Held(long amountMinor, @Nullable Decision decision) {}

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

    /** What of it somebody has to send, or has to decide about. */
    public long askableMinor() {
        return sum(State.WITH_A_PERSON) + sum(State.PROMISED);
    }

    private long sum(State each) {
        return items.stream()
                .filter(item -> item.state() == each)
                .mapToLong(Item::amountMinor)
                .sum();
    }

    /**
     * The receipt of a sale.
     *
     * @param held the cases of its lines, by their numbers
     */
    static Receipt of(SaleAccount sale, List<RefundPart> refunds, Map<Integer, Held> held) {
        List<Item> items = new ArrayList<>();
        List<RefundPart> left = new ArrayList<>(refunds);
        for (SaleAccount.Line line : sale.lines()) {
            int number = line.goods().line();
            RefundPart part =
                    left.stream().filter(each -> each.isOf(number)).findFirst().orElse(null);
            left.remove(part);
            items.add(
                    part == null
                            ? item(sale, line, held.get(number))
                            : new Item(number, state(part), part.amountMinor()));
        }
        left.forEach(part -> items.add(new Item(0, state(part), part.amountMinor())));
        State worst =
                items.stream()
                        .map(Item::state)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(() -> new IllegalStateException("A sale has no line."));
        Receipt receipt = new Receipt(worst, 0, items);
        return new Receipt(worst, receipt.sum(worst), items);
    }

    private static Item item(SaleAccount sale, SaleAccount.Line line, @Nullable Held held) {
        int number = line.goods().line();
        long price = line.goods().priceMinor();
        return switch (line.progress()) {
            case DELIVERED -> new Item(number, State.DELIVERED, price);
            case HELD ->
                    held == null
                            ? new Item(number, State.WITH_A_PERSON, price)
                            : new Item(number, state(held), held.amountMinor());
            case GIVEN_BACK ->
                    new Item(
                            number,
                            sale.way() == PaymentWay.CARD ? State.RETURNED : State.WITH_A_PERSON,
                            price);
            case OPENED, COMMANDED, RESOLVED ->
                    new Item(number, sale.outcome() == null ? State.OPEN : State.UNPAID, 0);
        };
    }

    private static State state(Held held) {
        return held.decision() == null ? State.WITH_A_PERSON : state(held.decision());
    }

    private static State state(Decision decision) {
        return switch (decision.state()) {
            case PROPOSED -> State.WITH_A_PERSON;
            case OWED -> State.PROMISED;
            case SETTLED ->
                    switch (decision.finding()) {
                        case PAY_BACK -> State.SENT;
                        case DELIVERED -> State.DELIVERED;
                        case GIVEN_BACK -> State.RETURNED;
                        case NOT_TAKEN -> State.UNPAID;
                    };
        };
    }

    private static State state(RefundPart part) {
        return switch (part.state()) {
            case FAILED -> State.WITH_A_PERSON;
            case REFUNDING -> State.REFUNDING;
            case REFUNDED -> State.REFUNDED;
            case SENT -> State.SENT;
            case VOID -> State.UNPAID;
        };
    }
}
