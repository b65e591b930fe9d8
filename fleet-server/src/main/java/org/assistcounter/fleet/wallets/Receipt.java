package org.assistcounter.fleet.wallets;

import java.util.List;
import org.assistcounter.fleet.ledger.SaleAccount;
import org.assistcounter.protocol.journal.PaymentWay;

/**
 * Where the money of a sale is, in the shopper's words.
 *
 * @param amountMinor what the state speaks of
 */
public record Receipt(State state, long amountMinor) {

    /** What is said. */
    public enum State {
        /** No code was given. */
        ASKED,
        /** There is no such sale, or its counter has not reported it yet. */
        UNKNOWN,
        OPEN,
        DELIVERED,
        UNPAID,
        /** Given back to the card at the counter. */
        RETURNED,
        REFUNDING,
        REFUNDED,
        /** Sent by a person, and not by the wallet. */
        SENT,
        /** A person has to find another way; nobody has to ask for it. */
        WITH_A_PERSON
    }

    /** How far one refund is. */
    public record Part(String state, long amountMinor) {}

    /** A state without money. */
    public static Receipt of(State state) {
        return new Receipt(state, 0);
    }

    static Receipt of(SaleAccount sale, List<Part> refunds) {
        if (!refunds.isEmpty()) {
            return ofRefunds(refunds);
        }
        if (sale.outcome() == null) {
            return of(State.OPEN);
        }
        SaleAccount.Amounts amounts = sale.amounts();
        return switch (sale.outcome()) {
            case DELIVERED -> new Receipt(State.DELIVERED, amounts.delivered());
            case UNPAID -> of(State.UNPAID);
            case CASE -> new Receipt(State.WITH_A_PERSON, amounts.held());
            case REFUNDED ->
                    new Receipt(
                            sale.way() == PaymentWay.CARD ? State.RETURNED : State.WITH_A_PERSON,
                            amounts.refunded());
        };
    }

    /** The part that is worst off is what the shopper has to know. */
    private static Receipt ofRefunds(List<Part> refunds) {
        for (Word word : Word.values()) {
            long sum =
                    refunds.stream()
                            .filter(part -> part.state().equals(word.stored))
                            .mapToLong(Part::amountMinor)
                            .sum();
            if (sum > 0) {
                return new Receipt(word.state, sum);
            }
        }
        throw new IllegalStateException("A refund has an unknown state.");
    }

    /** The table's words, the worst first. */
    private enum Word {
        FAILED("failed", State.WITH_A_PERSON),
        REFUNDING("refunding", State.REFUNDING),
        REFUNDED("refunded", State.REFUNDED),
        SENT("sent", State.SENT),
        VOID("void", State.UNPAID);

        private final String stored;
        private final State state;

        Word(String stored, State state) {
            this.stored = stored;
            this.state = state;
        }
    }
}
