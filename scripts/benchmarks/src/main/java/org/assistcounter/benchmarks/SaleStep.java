package org.assistcounter.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.counter.loop.Core;
import org.assistcounter.protocol.signing.Ed25519;

/**
 * What a decision of the sale costs by itself, without journal and wires: every step of sales by
 * card over real lines. Beside it: one signature over as many bytes as a record has, which each
 * decision that is written costs in any case.
 */
final class SaleStep implements Benchmark {
    private static final int SALES = 200;
    private static final int SALES_SMOKE = 3;
    private static final int WARM_UP = 5;
    private static final int RECORD_BYTES = 264;

    @Override
    public String name() {
        return "sale-step";
    }

    @Override
    public String about() {
        return "p99 of one decision of the sale without journal and wires; aim 1 ms";
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) throws Exception {
        Samples steps = new Samples();
        Samples signatures = new Samples();
        StepStamps stamps = new StepStamps(steps);
        try (SqliteJournalStore store = SqliteJournalStore.open(folder.resolve("journal.sqlite"));
                WiredCounter counter = new WiredCounter(store, stamps)) {
            counter.start();
            int sales = WARM_UP + (size == Size.FULL ? SALES : SALES_SMOKE);
            for (int i = 1; i <= sales; i++) {
                stamps.isCounting = i > WARM_UP;
                CardSales.sell(counter, i);
            }
            CardSales.requireKept(counter, sales);
        }
        sign(signatures, steps.count());
        people.println("one decision:  " + steps.words());
        people.println("one signature: " + signatures.words());
        return new Result(
                name(),
                steps.percentileMillis(99),
                "ms",
                signatures.percentileMillis(99),
                Map.of(
                        "p50Millis", steps.percentileMillis(50),
                        "maxMillis", steps.percentileMillis(100),
                        "steps", (double) steps.count()));
    }

    private static void sign(Samples samples, int count) {
        Ed25519 key = new Ed25519(new byte[Ed25519.KEY_LENGTH]);
        byte[] message = new byte[RECORD_BYTES];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            message[0] = key.sign(message)[0];
            samples.add(System.nanoTime() - start);
        }
    }

    /** Times the rules, on the core's own thread. */
    private static final class StepStamps implements Probe {
        private final Samples steps;
        private volatile boolean isCounting;

        StepStamps(Samples steps) {
            this.steps = steps;
        }

        @Override
        public Core.Rules rules(Core.Rules shipped) {
            return (state, input, now) -> {
                long start = System.nanoTime();
                var step = shipped.step(state, input, now);
                if (isCounting) {
                    steps.add(System.nanoTime() - start);
                }
                return step;
            };
        }
    }
}
