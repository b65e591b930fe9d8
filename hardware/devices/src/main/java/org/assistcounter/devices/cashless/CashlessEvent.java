package org.assistcounter.devices.cashless;

import java.util.Set;

/** What a cashless terminal tells its owner. Amounts are minor units. */
public sealed interface CashlessEvent {

    /**
     * Set up and waiting. Prices that are not a multiple of {@code stepMinor}, or that are above
     * {@code mostMinor}, cannot be asked.
     */
    record ReaderReady(int level, Set<Ability> abilities, long stepMinor, long mostMinor)
            implements CashlessEvent {

        public ReaderReady {
            abilities = Set.copyOf(abilities);
        }

        /** A reader that can at most give money back. */
        public ReaderReady(int level, boolean canRefund, long stepMinor, long mostMinor) {
            this(level, canRefund ? Set.of(Ability.REFUND) : Set.of(), stepMinor, mostMinor);
        }
    }

    /** What not every reader can. */
    enum Ability {
        /** Give money back after a failed vend. */
        REFUND,
        /** Several vends in one session. */
        MULTIVEND,
        /** Keep books of cash sales. */
        CASH_SALE,
        /** Put money onto a card. */
        REVALUE,
        /** Amounts of 32 bits. */
        WIDE_AMOUNTS,
        /** Be asked for money before a card is there. */
        ALWAYS_IDLE
    }

    /** The reader does not answer, or its line is gone; a vend under way has no known outcome. */
    record ReaderLost(String reason) implements CashlessEvent {}

    /** A card is there. {@code fundsMinor} is -1 when the reader does not tell. */
    record SessionBegan(long fundsMinor) implements CashlessEvent {}

    /** The reader took the money: this much, which may differ from what was asked. */
    record VendApproved(long amountMinor) implements CashlessEvent {}

    /** The reader refused. */
    record VendDenied() implements CashlessEvent {}

    /** The reader has taken note that the goods came out. */
    record VendConfirmed() implements CashlessEvent {}

    /** What became of the money after a failed vend. */
    record FailureSettled(Settlement settlement) implements CashlessEvent {}

    /** No session is open any more. */
    record SessionEnded() implements CashlessEvent {}

    /** The reader has the cash sale in its books. */
    record CashSaleNoted() implements CashlessEvent {}

    /** The money is on the card. */
    record RevalueApproved() implements CashlessEvent {}

    /** The money is not on the card, or this reader puts none on cards now. */
    record RevalueDenied() implements CashlessEvent {}

    /** This much may go onto the card. */
    record RevalueLimit(long amountMinor) implements CashlessEvent {}

    /** The reader wants to know the time. */
    record TimeWanted() implements CashlessEvent {}

    /** What the reader's manufacturer defined, in hexadecimal digits. */
    record DiagnosticsHeard(String hex) implements CashlessEvent {}

    /**
     * What the reader said contradicts what it said before, or what this counter sells in. It was
     * not acted on.
     */
    record Misfit(Lie lie, String detail) implements CashlessEvent {}

    /** What does not fit. */
    enum Lie {
        /** It counts in another currency than the counter. */
        CURRENCY,
        /** Its messages are those of another level than it said it has. */
        LEVEL
    }

    /** The reader's own words for the shopper. */
    record ReaderText(String text) implements CashlessEvent {}

    /** Bytes that are no message. They were not acted on. */
    record Garbled(String hex, String reason) implements CashlessEvent {}

    /** The money after VEND FAILURE: given back, lost by the reader's own word, or not known. */
    enum Settlement {
        REFUNDED,
        LOST,
        UNKNOWN
    }
}
