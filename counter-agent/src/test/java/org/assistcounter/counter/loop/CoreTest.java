package org.assistcounter.counter.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.journal.Chains;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.MemoryJournalStore;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Moment;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.sale.RecoverySteps;
import org.assistcounter.counter.sale.SaleCore;
import org.junit.jupiter.api.Test;

class CoreTest {
    private static final long HOUR = 3_600_000;

    private final CountingStore store = new CountingStore();
    private final Core core =
            new Core(
                    new Journal(store, Chains.KEY, Chains.CLOCK, Chains.GENESIS),
                    new NoEdge(),
                    SaleCore::step,
                    RecoverySteps.start(Goods.shelf(), null, 1, moment(0)),
                    moment(0));

    @Test
    void tidiesTheJournalOnceAnHour() {
        core.elapsed(moment(HOUR - 1));
        assertThat(store.tidied).isZero();
        core.elapsed(moment(HOUR));
        core.elapsed(moment(2 * HOUR - 1));
        assertThat(store.tidied).isEqualTo(1);
        assertThat(core.deadlineMillis()).isLessThanOrEqualTo(2 * HOUR);
    }

    @Test
    void letsNoShopperWaitWhileTheJournalIsTidied() {
        core.handle(new Input.Looked(Goods.APPLE), moment(HOUR - 1));
        assertThat(core.state().phase()).isInstanceOf(Phase.Looking.class);

        core.elapsed(moment(HOUR));
        assertThat(store.tidied).isZero();

        core.elapsed(moment(HOUR + 600_000));
        assertThat(core.state().phase()).isInstanceOf(Phase.Browsing.class);
        assertThat(store.tidied).isEqualTo(1);
    }

    private static Moment moment(long millis) {
        return new Moment(millis, Goods.TODAY);
    }

    private static final class CountingStore extends MemoryJournalStore {
        private int tidied;

        CountingStore() {
            super(new ArrayList<>());
        }

        @Override
        public void tidy() {
            tidied++;
        }
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
