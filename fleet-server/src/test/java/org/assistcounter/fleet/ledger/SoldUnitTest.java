package org.assistcounter.fleet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assistcounter.fleet.ledger.SaleAccount.Progress;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;

/** Which packets of a sale are told to have gone out. */
class SoldUnitTest {
    private static final SaleAccount OPENED =
            SaleAccount.opened(
                    new Fact.SaleOpened(
                            SaleId.of(1, 2),
                            "CNY",
                            1,
                            List.of(
                                    new Fact.SaleLine(1, 11, "a", "A", 100),
                                    new Fact.SaleLine(2, 12, "b", "B", 200))));
    private static final Occurrence AT =
            new Occurrence(
                    "t",
                    "c",
                    Occurrence.Source.JOURNAL,
                    "r",
                    LocalDate.of(2026, 11, 23),
                    Instant.EPOCH);

    @Test
    void tellsALineOnceThoughItsSaleIsWrittenAgain() {
        SaleAccount first = OPENED.with(1, Progress.DELIVERED);
        var written = KeptSale.opened(AT, OPENED).changed(first, AT.at());
        var again = KeptSale.known(written.opening(), first);
        var later = again.changed(first.with(2, Progress.DELIVERED), AT.at());

        assertThat(lines(written)).containsExactly(1);
        assertThat(lines(again)).isEmpty();
        assertThat(lines(later)).containsExactly(2);
    }

    @Test
    void tellsWhatMayHaveFallenAndNothingThatStayed() {
        SaleAccount held = OPENED.with(1, Progress.HELD).with(2, Progress.GIVEN_BACK);

        assertThat(SoldUnit.of(KeptSale.opened(AT, held), line -> true))
                .singleElement()
                .matches(unit -> !unit.isProven() && unit.goods().line() == 1);
        assertThat(SoldUnit.of(KeptSale.opened(AT, held), line -> false)).isEmpty();
        assertThat(lines(KeptSale.opened(AT, OPENED))).isEmpty();
        assertThat(lines(KeptSale.opened(AT, OPENED.with(1, Progress.COMMANDED)))).isEmpty();
    }

    @Test
    void knowsTheDayOnWhichTheSaleBegan() {
        var later =
                KeptSale.opened(AT, OPENED)
                        .changed(OPENED.with(1, Progress.DELIVERED), Instant.MAX);

        assertThat(SoldUnit.of(later, line -> true))
                .singleElement()
                .matches(unit -> unit.opening().businessDate().equals(AT.businessDate()))
                .matches(unit -> unit.opening().at().equals(AT.at()));
    }

    private static List<Integer> lines(KeptSale sale) {
        return SoldUnit.of(sale, line -> true).map(unit -> unit.goods().line()).toList();
    }
}
