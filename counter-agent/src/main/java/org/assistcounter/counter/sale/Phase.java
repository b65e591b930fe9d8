package org.assistcounter.counter.sale;

import org.assistcounter.counter.payment.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What the counter is doing with its shopper. {@code untilMillis} is when the phase ends by itself.
 */
public sealed interface Phase {

    /** Nobody, or somebody looking at the whole shelf. */
    record Browsing() implements Phase {}

    /** Somebody looks at one product. */
    record Looking(int slot, long untilMillis) implements Phase {}

    /** The sale is open; how shall it be paid? */
    record Choosing(Sale sale, long untilMillis) implements Phase {}

    /** An attempt to pay. */
    record Paying(
            Sale sale, Stage stage, @Nullable String code, long queryAtMillis, long untilMillis)
            implements Phase {}

    /** The motor turns. */
    record Dispensing(Sale sale, long command, long untilMillis) implements Phase {}

    /** The reader was told that nothing came out. */
    record Returning(Sale sale, long untilMillis) implements Phase {}

    /** The last page. */
    record Ended(Sale sale, Ending ending, long untilMillis) implements Phase {}

    /** After a start: a card session that an earlier run left open is being settled. */
    record Recovering(Sale sale, boolean paid, long untilMillis) implements Phase {}
}
