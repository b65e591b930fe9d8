package org.assistcounter.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;

/**
 * How many facts a second can be sealed, chained, signed and kept one by one. Beside it: how often
 * this disk keeps as many bytes at all. Both take turns, so that a busy machine slows both.
 */
final class JournalAppend implements Benchmark {
    private static final int APPENDS = 2_000;
    private static final int APPENDS_SMOKE = 50;

    /** An agent runs for weeks: its log has its size, and is written over. */
    private static final int WARM_UP = 6_000;

    private static final int WARM_UP_SMOKE = 20;

    @Override
    public String name() {
        return "journal-append";
    }

    @Override
    public String about() {
        return "facts signed, chained and synced in a second, beside bare syncs";
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) throws Exception {
        Samples appends = new Samples();
        try (SqliteJournalStore store = SqliteJournalStore.open(folder.resolve("journal.sqlite"));
                BareDisk bare = new BareDisk(folder)) {
            Journal journal = OneSlot.journal(store);
            int warmUp = size == Size.FULL ? WARM_UP : WARM_UP_SMOKE;
            int count = warmUp + (size == Size.FULL ? APPENDS : APPENDS_SMOKE);
            int bytes = 0;
            for (int i = 1; i <= count; i++) {
                long start = System.nanoTime();
                journal.append(List.of(fact(i)));
                long duration = System.nanoTime() - start;
                if (i == warmUp) {
                    bytes = store.read(i, 1).getFirst().length;
                }
                if (i > warmUp) {
                    appends.add(duration);
                    bare.append(bytes);
                }
            }
            people.println("append of one fact:          " + appends.words());
            people.printf(
                    Locale.ROOT,
                    "bare append and sync, %4d B: %s%n",
                    bytes,
                    bare.samples().words());
            return new Result(
                    name(),
                    appends.perSecond(),
                    "appends/s",
                    bare.samples().perSecond(),
                    Map.of(
                            "p95Millis", appends.percentileMillis(95),
                            "referenceP95Millis", bare.samples().percentileMillis(95),
                            "appends", (double) appends.count()));
        }
    }

    private static Fact fact(int number) {
        return new Fact.PaymentRequested(SaleId.of(0, number), 1, PaymentWay.CARD, OneSlot.PRICE);
    }
}
