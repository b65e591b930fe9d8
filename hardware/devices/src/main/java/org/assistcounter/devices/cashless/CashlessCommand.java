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

    /** Ask for the money. Valid once per session, or once after each {@code SessionBegan}. */
    record RequestVend(long amountMinor, int item) implements CashlessCommand {}

    /**
     * The goods are out: keep the money and end the session.
     *
     * @param more whether another item is to be paid; a reader that can take several in one session
     *     keeps it open and {@code SessionBegan} follows without another card
     */
    record ConfirmVend(int item, boolean more) implements CashlessCommand {

        /** The last item. */
        public ConfirmVend(int item) {
            this(item, false);
        }
    }

    /**
     * Nothing came out: give the money back and end the session.
     *
     * @param more as with {@link ConfirmVend}
     */
    record FailVend(boolean more) implements CashlessCommand {

        /** The last item. */
        public FailVend() {
            this(false);
        }
    }

    /** What goes on beside a sale; without effect at a reader that cannot. */
    sealed interface Aside extends CashlessCommand {

        /** Whether somebody waits for {@code RevalueDenied} when it cannot be done. */
        default boolean isRevalue() {
            return this instanceof Revalue || this instanceof AskRevalueLimit;
        }
    }

    /** An item was sold for cash: for the books of a reader that keeps them. */
    record ReportCashSale(long amountMinor, int item) implements Aside {}

    /** Put this much onto the card whose session is open. */
    record Revalue(long amountMinor) implements Aside {}

    /** How much may go onto the card whose session is open? */
    record AskRevalueLimit() implements Aside {}

    /**
     * What time it is, after {@code TimeWanted}. A driver has no clock.
     *
     * @param bcd as MDB writes it: two digits each of year, month, day, hour, minute, second,
     *     weekday (Monday is 1), week, summertime, holiday; FF for what is not known
     */
    record TellTime(String bcd) implements Aside {}

    /** Ask for what the reader's manufacturer defined, in hexadecimal digits. */
    record AskDiagnostics(String hex) implements Aside {}
}
