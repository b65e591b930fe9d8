package org.assistcounter.virtualcounters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.junit.jupiter.api.Test;

class SellingTest {
    private static final Demand BUSY_DAY = new Demand(30, 0, 24 * Demand.HOUR_MILLIS);

    @Test
    void theSameSeedSellsTheSame() {
        assertThat(day(7, 3)).isEqualTo(day(7, 3));
        assertThat(day(7, 3)).isNotEqualTo(day(8, 3));
    }

    @Test
    void noSaleIsSoldTwiceByNeighbours() {
        Set<SaleId> all = new HashSet<>();
        int sales = 0;
        for (int number = 0; number < 20; number++) {
            List<SaleId> opened =
                    facts(day(7, number)).stream()
                            .filter(Fact.SaleOpened.class::isInstance)
                            .map(fact -> ((Fact.SaleOpened) fact).sale())
                            .toList();
            all.addAll(opened);
            sales += opened.size();
        }

        assertThat(sales).isGreaterThan(20 * 24 * 15);
        assertThat(all).hasSize(sales);
    }

    @Test
    void everySaleThatIsOpenedIsClosedAndNoMoneyIsLeft() {
        Takings takings = new Takings();
        List<Fact> facts = facts(day(7, 1));
        facts.forEach(takings::add);

        assertThat(facts.stream().filter(Fact.SaleOpened.class::isInstance))
                .hasSize((int) takings.sales());
        assertThat(takings.balances()).doesNotContainKey("shopper/CNY");
    }

    @Test
    void aDayHasSalesOfEveryEnd() {
        Set<SaleOutcome> ends = new HashSet<>();
        for (int number = 0; number < 20; number++) {
            facts(day(7, number)).stream()
                    .filter(Fact.SaleClosed.class::isInstance)
                    .forEach(fact -> ends.add(((Fact.SaleClosed) fact).outcome()));
        }

        assertThat(ends).containsExactlyInAnyOrder(SaleOutcome.values());
    }

    private static List<Deed> day(long seed, int number) {
        Selling selling = new Selling(seed, number, 0, BUSY_DAY);
        List<Deed> deeds = new ArrayList<>();
        deeds.add(new Deed(0, selling.loaded()));
        Deed deed = selling.next();
        while (deed != null) {
            deeds.add(deed);
            deed = selling.next();
        }
        return deeds;
    }

    private static List<Fact> facts(List<Deed> deeds) {
        return deeds.stream().flatMap(deed -> deed.facts().stream()).toList();
    }
}
