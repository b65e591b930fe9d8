package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds in every one of thousands of days; a failure names its seed. */
class SaleAlwaysTest {
    private static final int DAYS = 3_000;
    private static final int INPUTS = 120;

    @Test
    void neverBreaksARuleOfMoneyOrGoods() {
        Map<SaleOutcome, Integer> ends = new EnumMap<>(SaleOutcome.class);
        for (long seed = 0; seed < DAYS; seed++) {
            long day = seed;
            SaleRules rules = new SaleRules();
            assertThatCode(() ->
                            RandomDay.run(
                                    day,
                                    INPUTS,
                                    step -> {
                                        rules.checkSale(step);
                                        count(step.facts(), ends);
                                    }))
                    .as("seed %d", day)
                    .doesNotThrowAnyException();
        }
        assertThat(ends).as("every kind of end was seen often").hasSize(4);
        assertThat(ends.values()).allMatch(times -> times > DAYS / 10);
    }

    @Test
    void alwaysTellsFromTheFactsWhichSaleIsOpen() {
        for (long seed = 0; seed < DAYS / 5; seed++) {
            OpenSale open = null;
            for (Step step : RandomDay.run(seed, INPUTS, _ -> {})) {
                for (Fact fact : step.facts()) {
                    open = OpenSale.after(open, fact);
                }
                assertThat(open == null ? null : open.sale().id())
                        .as("seed %d", seed)
                        .isEqualTo(openIn(step.state().phase()));
            }
        }
    }

    @Test
    void alwaysHasTheShelfThatTheFactsTell() {
        for (long seed = 0; seed < DAYS / 10; seed++) {
            Shelf shelf = Goods.shelf();
            Shelf last = shelf;
            for (Step step : RandomDay.run(seed, INPUTS, _ -> {})) {
                for (Fact fact : step.facts()) {
                    shelf = shelf.after(fact);
                }
                last = step.state().shelf();
            }
            for (var slot : Goods.release().slots()) {
                assertThat(last.stock(slot.slot())).isEqualTo(shelf.stock(slot.slot()));
                assertThat(last.availability(slot, Goods.TODAY))
                        .isEqualTo(shelf.availability(slot, Goods.TODAY));
            }
        }
    }

    @Test
    void alwaysRunsTheSameFromTheSameSeed() {
        assertThat(facts(42)).isEqualTo(facts(42)).isNotEqualTo(facts(43));
    }

    private static List<Fact> facts(long seed) {
        return RandomDay.run(seed, INPUTS, _ -> {}).stream()
                .flatMap(step -> step.facts().stream())
                .toList();
    }

    private static void count(List<Fact> facts, Map<SaleOutcome, Integer> ends) {
        for (Fact fact : facts) {
            if (fact instanceof Fact.SaleClosed closed) {
                ends.merge(closed.outcome(), 1, Integer::sum);
            }
        }
    }

    private static @Nullable Object openIn(Phase phase) {
        return switch (phase) {
            case Phase.Browsing _,
                    Phase.Looking _,
                    Phase.Reviewing _,
                    Phase.Ended _,
                    Phase.Servicing _ ->
                    null;
            case Phase.Choosing p -> p.sale().id();
            case Phase.Paying p -> p.sale().id();
            case Phase.Dispensing p -> p.sale().id();
            case Phase.Returning p -> p.sale().id();
            case Phase.Recovering p -> p.sale().id();
        };
    }
}
