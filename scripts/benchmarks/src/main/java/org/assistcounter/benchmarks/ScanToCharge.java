package org.assistcounter.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.identity.SaleId;

/**
 * From the last byte of a payment code, read from the scanner's line, to its charge written in the
 * journal and handed to the fleet's link. The wallet then refuses, and the next shopper comes.
 * Beside it: how long this disk takes to keep as many bytes at all.
 */
final class ScanToCharge implements Benchmark {
    private static final int CODES = 500;
    private static final int CODES_SMOKE = 10;
    private static final int WARM_UP = 5;
    private static final long PATIENCE_MILLIS = 30_000;

    @Override
    public String name() {
        return "scan-to-charge";
    }

    @Override
    public String about() {
        return "p95 from a scanned payment code to its charge, durable and ready; aim 30 ms";
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) throws Exception {
        ScanStamps stamps = new ScanStamps();
        Samples ready = new Samples();
        try (SqliteJournalStore store = SqliteJournalStore.open(folder.resolve("journal.sqlite"));
                BareDisk bare = new BareDisk(folder);
                WiredCounter counter = new WiredCounter(store, stamps)) {
            counter.start();
            counter.offer(new Input.FleetReachable(true));
            int codes = WARM_UP + (size == Size.FULL ? CODES : CODES_SMOKE);
            for (int i = 1; i <= codes; i++) {
                scan(counter, stamps, i);
                if (i > WARM_UP) {
                    ready.add(stamps.codeToQuestionNanos());
                    bare.append(stamps.bytesAppended());
                }
            }
            people.println("code read to charge durable and ready: " + ready.words());
            people.println("bare append and sync:                 " + bare.samples().words());
            return new Result(
                    name(),
                    ready.percentileMillis(95),
                    "ms",
                    bare.samples().percentileMillis(95),
                    Map.of(
                            "p50Millis", ready.percentileMillis(50),
                            "maxMillis", ready.percentileMillis(100),
                            "codes", (double) ready.count()));
        }
    }

    private static void scan(WiredCounter counter, ScanStamps stamps, int number) throws Exception {
        SaleId sale = SaleId.of(0, number);
        counter.seen().await(CardSales::isFree);
        counter.offer(new Input.Looked(OneSlot.SLOT));
        counter.offer(new Input.Bought(OneSlot.SLOT, sale));
        require(stamps.awaitsCode(PATIENCE_MILLIS), number, "was not awaited");
        counter.farEnds().show("13%016d".formatted(number));
        require(stamps.hasAsked(PATIENCE_MILLIS), number, "was not charged");
        counter.offer(
                new Input.FleetAnswered(
                        new Answer(sale.attempt(1), Answer.State.REFUSED, null, 0, null)));
        counter.seen().await(state -> state.phase() instanceof Phase.Ended);
        counter.offer(new Input.Finished());
    }

    private static void require(boolean done, int number, String words) {
        if (!done) {
            throw new IllegalStateException("code " + number + " " + words);
        }
    }
}
