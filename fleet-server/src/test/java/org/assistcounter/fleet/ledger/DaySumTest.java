package org.assistcounter.fleet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assistcounter.fleet.ledger.DaySum.Whose;
import org.junit.jupiter.api.Test;

/** What entries and ends of sales add to the days of counters. */
class DaySumTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @Test
    void addsUpWhatACounterSoldOnADayAndWhatWasDelivered() {
        List<DaySum> sums =
                DaySum.of(
                        List.of(sale("b", MONDAY, 300), sale("a", MONDAY, 200), paid("a", MONDAY)),
                        List.of(at("a", MONDAY), at("b", MONDAY)));

        assertThat(sums)
                .containsExactly(
                        new DaySum(new Whose("t", "a", MONDAY), 200, 1),
                        new DaySum(new Whose("t", "b", MONDAY), 300, 1));
    }

    @Test
    void keepsTheDaysApartOfASaleThatEndsAfterMidnight() {
        List<DaySum> sums = DaySum.of(List.of(sale("a", MONDAY, 200)), List.of(at("a", TUESDAY)));

        assertThat(sums)
                .containsExactly(
                        new DaySum(new Whose("t", "a", MONDAY), 200, 0),
                        new DaySum(new Whose("t", "a", TUESDAY), 0, 1));
    }

    @Test
    void addsNothingForMoneyThatIsNoIncome() {
        assertThat(DaySum.of(List.of(paid("a", MONDAY)), List.of())).isEmpty();
    }

    private static Entry sale(String counter, LocalDate day, long amount) {
        return new Entry(
                at(counter, day),
                null,
                Bookkeeping.moved(Account.SHOPPER, Account.SALES, "CNY", amount));
    }

    private static Entry paid(String counter, LocalDate day) {
        return new Entry(
                at(counter, day),
                null,
                Bookkeeping.moved(Account.CARD_CLEARING, Account.SHOPPER, "CNY", 500));
    }

    private static Occurrence at(String counter, LocalDate day) {
        return new Occurrence("t", counter, Occurrence.Source.JOURNAL, "r", day, Instant.EPOCH);
    }
}
