package org.assistcounter.counter.sale;

import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.counter.service.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What the counter is doing with its shopper. {@code untilMillis} is when the phase ends by itself.
 */
public sealed interface Phase {

    /**
     * Nobody, or somebody looking at the whole shelf.
     *
     * @param untilMillis when a basket that nobody touches is emptied
     */
    record Browsing(Basket basket, long untilMillis) implements Phase {

        /** Nobody is there. */
        public Browsing() {
            this(Basket.EMPTY, Long.MAX_VALUE);
        }
    }

    /** Somebody looks at one product. */
    record Looking(int slot, Basket basket, long untilMillis) implements Phase {}

    /** Somebody looks at what is in the basket. */
    record Reviewing(Basket basket, long untilMillis) implements Phase {}

    /**
     * The sale is open; how shall it be paid?
     *
     * @param scan what became of the code that was scanned last
     */
    record Choosing(Sale sale, Scan scan, long untilMillis) implements Phase {

        /** Why a scanned code is not being charged. */
        public enum Scan {
            /** None was scanned. */
            NONE,
            /** It is no payment code of a wallet that is known here. */
            UNKNOWN_CODE,
            /** It is the code of an order to be fetched, which pays nothing. */
            PICKUP_CODE,
            /** It cannot be charged without the fleet. */
            OFFLINE
        }
    }

    /**
     * An attempt to pay.
     *
     * @param method how; the way of the sale
     * @param code what a wallet scans; null while there is none
     * @param ifUnpaid what the last page says when nothing was paid: who gave up, if anybody did
     */
    record Paying(
            Sale sale, Method method, Stage stage, @Nullable String code, Ending ifUnpaid, Due due)
            implements Phase {

        /** When a wallet is asked again, and when the stage is over. */
        public record Due(long queryAtMillis, long untilMillis) {

            static Due only(long untilMillis) {
                return new Due(Long.MAX_VALUE, untilMillis);
            }

            static Due queried(long nowMillis, long untilMillis) {
                return new Due(nowMillis + Limits.QUERY_EVERY, untilMillis);
            }

            long firstMillis() {
                return Math.min(queryAtMillis, untilMillis);
            }
        }

        static Paying begun(Sale sale, Method method, Stage stage, Due due) {
            return new Paying(sale, method, stage, null, Ending.CANCELLED, due);
        }

        /** The next stage, without a code. */
        Paying next(Stage next, Ending nextIfUnpaid, Due nextDue) {
            return new Paying(sale, method, next, null, nextIfUnpaid, nextDue);
        }
    }

    /** The motor turns. */
    record Dispensing(Sale sale, long command, long untilMillis) implements Phase {}

    /**
     * The reader was told that nothing came out.
     *
     * @param goesOn whether the lines that are left are still wanted
     */
    record Returning(Sale sale, boolean goesOn, long untilMillis) implements Phase {}

    /** The last page. */
    record Ended(Sale sale, Ending ending, long untilMillis) implements Phase {}

    /** After a start: a card session that an earlier run left open is being settled. */
    record Recovering(Sale sale, boolean paid, long untilMillis) implements Phase {}

    /** A technician is there, or somebody who would be one; nothing is sold. */
    record Servicing(Visit visit) implements Phase {}
}
