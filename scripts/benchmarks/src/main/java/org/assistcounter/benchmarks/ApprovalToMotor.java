package org.assistcounter.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.assistcounter.counter.journal.store.SqliteJournalStore;

/**
 * From the bytes of VEND APPROVED, read from the reader's socket, to the motor command durable in
 * the journal and in the hands of the board's driver for the next poll. Beside it: how long this
 * disk takes to keep as many bytes at all.
 */
final class ApprovalToMotor implements Benchmark {
    private static final int SALES = 200;
    private static final int SALES_SMOKE = 3;

    /** The first sales load classes and are not counted. */
    private static final int WARM_UP = 5;

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
        ApprovalStamps stamps = new ApprovalStamps();
        Samples sealed = new Samples();
        Samples durable = new Samples();
        Samples ready = new Samples();
        try (SqliteJournalStore store = SqliteJournalStore.open(folder.resolve("journal.sqlite"));
                BareDisk bare = new BareDisk(folder);
                WiredCounter counter = new WiredCounter(store, stamps)) {
            counter.start();
            int sales = WARM_UP + (size == Size.FULL ? SALES : SALES_SMOKE);
            for (int i = 1; i <= sales; i++) {
                CardSales.sell(counter, i);
                if (i > WARM_UP) {
                    sealed.add(stamps.approvalToSealedNanos());
                    durable.add(stamps.approvalToDurableNanos());
                    ready.add(stamps.approvalToReadyNanos());
                    bare.append(stamps.bytesAppended());
                }
            }
            CardSales.requireKept(counter, sales);
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
                    stamps.boardPollMillis());
            return result(durable, ready, bare.samples(), stamps.boardPollMillis());
        }
    }

    private Result result(Samples durable, Samples ready, Samples bare, long pollMillis) {
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
                        "pollPeriodMillis", (double) pollMillis));
    }
}
