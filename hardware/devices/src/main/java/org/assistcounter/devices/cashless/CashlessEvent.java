package org.assistcounter.devices.cashless;

/** What a cashless terminal tells its owner. Amounts are minor units. */
public sealed interface CashlessEvent {

    /**
     * Set up and waiting. Prices that are not a multiple of {@code stepMinor}, or that are above
     * {@code mostMinor}, cannot be asked.
     */
    record ReaderReady(int level, boolean canRefund, long stepMinor, long mostMinor)
            implements CashlessEvent {}

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
