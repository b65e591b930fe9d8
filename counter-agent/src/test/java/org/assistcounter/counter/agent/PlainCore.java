package org.assistcounter.counter.agent;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.journal.Chains;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.MemoryJournalStore;
import org.assistcounter.counter.loop.Core;
import org.assistcounter.counter.loop.CoreThread;
import org.assistcounter.counter.loop.Edge;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.RecoverySteps;
import org.assistcounter.counter.sale.SaleCore;

/** A core on its thread with nothing at its edge, for tests. */
final class PlainCore {
    static final Input INPUT = new Input.FleetReachable(true);

    private PlainCore() {}

    /** Does this before each decision. */
    static CoreThread thread(Runnable before) {
        return new CoreThread(
                () ->
                        new Core(
                                journal(),
                                new NoEdge(),
                                (state, input, now) -> {
                                    before.run();
                                    return SaleCore.step(state, input, now);
                                },
                                RecoverySteps.start(Goods.shelf(), null, 1, CoreWatchdogTest.now()),
                                CoreWatchdogTest.now()),
                CoreWatchdogTest::now,
                bug -> {});
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Journal journal() {
        return new Journal(
                new MemoryJournalStore(new ArrayList<>()),
                Chains.KEY,
                Chains.CLOCK,
                Chains.GENESIS);
    }

    private record NoEdge() implements Edge {
        @Override
        public void perform(Effect effect) {}

        @Override
        public void show(CounterState state, long nowMillis) {}

        @Override
        public void appended(long newestSeq) {}
    }
}
