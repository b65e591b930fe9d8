package org.assistcounter.fleet.wallets;

import java.util.Locale;

/**
 * How far one refund of a sale is.
 *
 * @param refund its number, which ends with that of its line
 */
public record RefundPart(String refund, State state, long amountMinor) {

    /** The table's words. */
    public enum State {
        REFUNDING,
        REFUNDED,
        FAILED,
        /** Sent by a person, in another way. */
        SENT,
        /** Found not to be owed. */
        VOID;

        /** The state of a table's word. */
        public static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether it is of that line of its sale. */
    public boolean isOf(int line) {
        return refund.endsWith("-r" + line);
    }
}
