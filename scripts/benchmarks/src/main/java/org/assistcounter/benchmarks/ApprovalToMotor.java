package org.assistcounter.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Ending;
import org.assistcounter.counter.sale.Equipment;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.protocol.identity.SaleId;

/**
 * From the bytes of VEND APPROVED, read from the reader's socket, to the motor command durable in
 * the journal and in the hands of the board's driver for the next poll. Beside it: how long this
 * disk takes to keep as many bytes at all.
 */
final class ApprovalToMotor implements Benchmark {
    private static final int SALES = 200;
    private static final int SALES_SMOKE = 10;

    /** The first sales load classes and are not counted. */
    private static final int WARM_UP = 5;

    private static final long TAP_AGAIN_MILLIS = 20;

    @Override
    public String name() {
        return "approval-to-motor";
    }

    @Override
    public String about() {
        return "p95 from the reader's approval to the motor command durable and ready; aim 20 ms";
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) throws Exception {
        Stamps stamps = new Stamps();
        Samples sealed = new Samples();
        Samples durable = new Samples();
        Samples ready = new Samples();
        try (SqliteJournalStore store = SqliteJournalStore.open(folder.resolve("journal.sqlite"));
                BareDisk bare = new BareDisk(folder);
                WiredCounter counter = new WiredCounter(store, stamps)) {
            counter.start();
            int sales = WARM_UP + (size == Size.FULL ? SALES : SALES_SMOKE);
            for (int i = 1; i <= sales; i++) {
                sell(counter, i);
                if (i > WARM_UP) {
                    sealed.add(stamps.approvalToSealedNanos());
                    durable.add(stamps.approvalToDurableNanos());
                    ready.add(stamps.approvalToReadyNanos());
                    bare.append(stamps.bytesAppended());
                }
            }
            requireKept(counter, sales * OneSlot.PRICE);
            people.println("approval on the wire to");
            people.println("  decided and signed:     " + sealed.words());
            people.println("  command durable:        " + durable.words());
            people.println("  and ready for the poll: " + ready.words());
            people.printf(
                    Locale.ROOT,
                    "bare append and sync, %4d B: %s%n",
                    stamps.bytesAppended(),
                    bare.samples().words());
            people.printf(
                    "the board polls each %d ms; its motor was simulated faster%n",
                    WiredCounter.BOARD_POLL_MILLIS);
            return result(durable, ready, bare.samples());
        }
    }

    private Result result(Samples durable, Samples ready, Samples bare) {
        return new Result(
                name(),
                ready.percentileMillis(95),
                "ms",
                bare.percentileMillis(95),
                Map.of(
                        "p50Millis", ready.percentileMillis(50),
                        "maxMillis", ready.percentileMillis(100),
                        "durableP95Millis", durable.percentileMillis(95),
                        "referenceP50Millis", bare.percentileMillis(50),
                        "sales", (double) ready.count(),
                        "pollPeriodMillis", (double) WiredCounter.BOARD_POLL_MILLIS));
    }

    /** One sale by card, from the shelf to the last page and back. */
    private static void sell(WiredCounter counter, int number)
            throws InterruptedException, TimeoutException {
        Seen seen = counter.seen();
        seen.await(ApprovalToMotor::isFree);
        counter.offer(new Input.Looked(OneSlot.SLOT));
        counter.offer(new Input.Bought(OneSlot.SLOT, SaleId.of(0, number)));
        counter.offer(new Input.ChoseWay(new Method.Card()));
        seen.await(state -> state.phase() instanceof Phase.Paying);
        while (seen.await(state -> !isAwaitingCard(state), TAP_AGAIN_MILLIS) == null) {
            counter.tap();
        }
        CounterState last = seen.await(state -> state.phase() instanceof Phase.Ended);
        if (!(last.phase() instanceof Phase.Ended ended) || ended.ending() != Ending.TAKEN) {
            throw new IllegalStateException(
                    "sale " + number + " ended as " + last.phase() + "; " + counter.words());
        }
        counter.offer(new Input.Finished());
    }

    /** A figure of sales that went wrong is worth nothing: the reader's own books must agree. */
    private static void requireKept(WiredCounter counter, long expectedMinor)
            throws InterruptedException, TimeoutException {
        counter.seen().await(ApprovalToMotor::isFree);
        if (counter.keptMinor() != expectedMinor) {
            throw new IllegalStateException(
                    "the reader kept " + counter.keptMinor() + " and not " + expectedMinor);
        }
    }

    private static boolean isFree(CounterState state) {
        return state.phase() instanceof Phase.Browsing
                && state.equipment().dispenserReady()
                && state.equipment().reader() == Equipment.Reader.READY;
    }

    private static boolean isAwaitingCard(CounterState state) {
        return state.phase() instanceof Phase.Paying paying
                && paying.stage() == Stage.AWAITING_CARD;
    }
}
