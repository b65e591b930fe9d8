package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assistcounter.counter.Goods;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.protocol.journal.Fact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Power may go after any step: the sale left open is ended, and its motor never turned again. */
class RecoveryAlwaysTest {
    private static final int DAYS = 250;
    private static final int INPUTS = 60;

    @Test
    void alwaysEndsTheOpenSaleWhateverTheReaderSays() {
        Set<OpenSale.Progress> seen = EnumSet.noneOf(OpenSale.Progress.class);
        for (long seed = 0; seed < DAYS; seed++) {
            List<Fact> disk = new ArrayList<>();
            for (Step step : RandomDay.run(seed, INPUTS, _ -> {})) {
                disk.addAll(step.facts());
                OpenSale open = open(disk);
                if (open != null && !step.facts().isEmpty()) {
                    seen.add(open.progress());
                    recoverEachWay(disk, seed);
                }
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(OpenSale.Progress.values());
    }

    @Test
    void asksNothingOfADayThatEndedWell() {
        PlayedCounter counter = PlayedCounter.started(null, 5);

        assertThat(counter.facts()).isEmpty();
        assertThat(counter.effects())
                .containsExactly(new Effect.CommandReader(new CashlessCommand.Start()));
    }

    private static void recoverEachWay(List<Fact> disk, long seed) {
        for (Settlement settlement : Settlement.values()) {
            assertThatCode(() -> recover(disk, settlement))
                    .as("seed %d, cut after %d facts, %s", seed, disk.size(), settlement)
                    .doesNotThrowAnyException();
        }
        assertThatCode(() -> recover(disk, null))
                .as("seed %d, cut after %d facts, silence", seed, disk.size())
                .doesNotThrowAnyException();
    }

    /** Power goes once more while the first recovery waits for the reader. */
    private static void recover(List<Fact> disk, @Nullable Settlement settlement) {
        SaleRules rules = new SaleRules();
        rules.follow(disk);
        Step cutShort = start(disk);
        List<Fact> longer = new ArrayList<>(disk);
        longer.addAll(cutShort.facts());
        rules.checkRecovery(cutShort);
        Step step = start(longer);
        rules.checkRecovery(step);
        boolean isWaiting = step.state().phase() instanceof Phase.Recovering;
        assertThat(step.effects())
                .as("the reader is settled before it is reset")
                .contains(
                        new Effect.CommandReader(
                                isWaiting
                                        ? new CashlessCommand.FailVend()
                                        : new CashlessCommand.Start()));
        if (isWaiting) {
            step = answered(step.state(), settlement);
            rules.checkRecovery(step);
        }
        rules.nothingIsOpen();
        assertThat(step.state().phase()).isEqualTo(new Phase.Browsing());
        assertThat(step.effects())
                .last()
                .isEqualTo(new Effect.CommandReader(new CashlessCommand.Start()));
    }

    private static Step answered(CounterState state, @Nullable Settlement settlement) {
        if (settlement == null) {
            long late = SaleCore.deadlineMillis(state);
            return SaleCore.step(state, new Input.TimePassed(), new Moment(late, Goods.TODAY));
        }
        return SaleCore.step(
                state,
                new Input.ReaderSaid(new CashlessEvent.FailureSettled(settlement)),
                new Moment(2, Goods.TODAY));
    }

    private static Step start(List<Fact> disk) {
        long newest =
                disk.stream()
                        .filter(Fact.DispenseCommanded.class::isInstance)
                        .mapToLong(fact -> ((Fact.DispenseCommanded) fact).command())
                        .max()
                        .orElse(0);
        return RecoverySteps.start(
                Goods.shelf(), open(disk), newest + 1, new Moment(1, Goods.TODAY));
    }

    private static @Nullable OpenSale open(List<Fact> disk) {
        OpenSale open = null;
        for (Fact fact : disk) {
            open = OpenSale.after(open, fact);
        }
        return open;
    }
}
