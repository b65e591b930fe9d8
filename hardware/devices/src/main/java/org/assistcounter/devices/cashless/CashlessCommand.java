package org.assistcounter.devices.cashless;

/**
 * What a sale asks of a cashless terminal. Amounts are minor units of the counter's currency; items
 * are MDB item numbers.
 */
public sealed interface CashlessCommand {

    /** Reset the reader and set it up. Given once, after what a crash left open is settled. */
    record Start() implements CashlessCommand {}

    /** Let the reader take cards: a shopper is about to pay. */
    record Enable() implements CashlessCommand {}

    /** No card is wanted. A session that has begun is cancelled. */
    record Disable() implements CashlessCommand {}

    /** Ask for the money. Valid once per session. */
    record RequestVend(long amountMinor, int item) implements CashlessCommand {}

    /** The goods are out: keep the money and end the session. */
    record ConfirmVend(int item) implements CashlessCommand {}

    /** Nothing came out: give the money back and end the session. */
    record FailVend() implements CashlessCommand {}
}
