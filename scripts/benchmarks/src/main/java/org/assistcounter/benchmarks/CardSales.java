package org.assistcounter.benchmarks;

import java.util.concurrent.TimeoutException;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Ending;
import org.assistcounter.counter.sale.Equipment;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.protocol.identity.SaleId;

/** A shopper who buys by card, again and again. */
final class CardSales {
    private static final long TAP_AGAIN_MILLIS = 20;

    private CardSales() {}

    /** One sale by card, from the shelf to the last page and back. */
    static void sell(WiredCounter counter, int number)
            throws InterruptedException, TimeoutException {
        Seen seen = counter.seen();
        seen.await(CardSales::isFree);
        counter.offer(new Input.Looked(OneSlot.SLOT));
        counter.offer(new Input.Bought(OneSlot.SLOT, SaleId.of(0, number)));
        counter.offer(new Input.ChoseWay(new Method.Card()));
        seen.await(state -> state.phase() instanceof Phase.Paying);
        while (seen.await(state -> !isAwaitingCard(state), TAP_AGAIN_MILLIS) == null) {
            counter.farEnds().tap();
        }
        CounterState last = seen.await(state -> state.phase() instanceof Phase.Ended);
        if (!(last.phase() instanceof Phase.Ended ended) || ended.ending() != Ending.TAKEN) {
            throw new IllegalStateException(
                    "sale " + number + " ended as " + last.phase() + "; " + counter.words());
        }
        counter.offer(new Input.Finished());
    }

    /** A figure of sales that went wrong is worth nothing: the reader's own books must agree. */
    static void requireKept(WiredCounter counter, int sales)
            throws InterruptedException, TimeoutException {
        counter.seen().await(CardSales::isFree);
        long expectedMinor = sales * OneSlot.PRICE;
        if (counter.farEnds().keptMinor() != expectedMinor) {
            throw new IllegalStateException(
                    "the reader kept "
                            + counter.farEnds().keptMinor()
                            + " and not "
                            + expectedMinor);
        }
    }

    /** Whether somebody may begin to buy. */
    static boolean isFree(CounterState state) {
        return state.phase() instanceof Phase.Browsing
                && state.equipment().dispenserReady()
                && state.equipment().reader() == Equipment.Reader.READY;
    }

    private static boolean isAwaitingCard(CounterState state) {
        return state.phase() instanceof Phase.Paying paying
                && paying.stage() == Stage.AWAITING_CARD;
    }
}
