package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assistcounter.fleet.dashboards.Compared;
import org.assistcounter.fleet.dashboards.ReconciliationReader;
import org.assistcounter.fleet.reconciliation.Difference;
import org.assistcounter.fleet.reconciliation.DifferenceKind;
import org.assistcounter.fleet.reconciliation.Progress;
import org.assistcounter.fleet.reconciliation.Source;
import org.assistcounter.fleet.reconciliation.Timetable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What rounds make of refunds that people ended, of running totals and of bills that fail. */
@ExtendWith(RunningServer.class)
class ReconciliationRoundsTest extends ReconcilingServer {

    @Test
    void comparesADayWithARefundThatAPersonHasSent() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0012")) {
            Sales sale = paid(counter);
            counter.tells(sale.jammed());
            Eventually.holds(() -> refunded(sale));
            twoDaysLater(sale);
            change(
                    "update wallets_refund set state = 'sent', reference = 'RN-0012', ended_by ="
                            + " 'rn-li'",
                    sale.id().attempt(1));

            run();
            assertThat(ofTheBill(counter)).containsExactly(DifferenceKind.REFUND_NOT_MADE);

            change("delete from wallets_sandbox_refund", sale.id().attempt(1));
            run();
            assertThat(ofTheBill(counter)).isEmpty();
        }
    }

    @Test
    void showsWhatIsOpenOfCountersInTheirNewestCellWheneverItWasFound() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0013")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            alterPostings(sale, 1);
            run();
            Difference totals = ofTotals(counter);

            assertThat(totals.found().place().day()).isEqualTo(newestDay());
            assertThat(newestOfCounters()).doesNotContain("Agrees").contains("difference");

            found(totals.id(), "day = day - 40");

            assertThat(newestOfCounters()).doesNotContain("Agrees").contains("difference");
            alterPostings(sale, -1);
            run();
        }
    }

    @Test
    void makesOneMoreRoundHoweverOftenItIsAskedForDuringOne() {
        run();
        Set<Instant> rounds = ConcurrentHashMap.newKeySet();
        var listening =
                reconciliation
                        .heard()
                        .filter(progress -> rounds.add(progress.startedAt()) && rounds.size() == 1)
                        .subscribe(first -> askThirtyTimes());

        reconciliation.run();

        Eventually.holds(() -> rounds.size() > 1 && !isRunning());
        var late = reconciliation.heard().take(Duration.ofSeconds(1)).collectList();
        assertThat(said(late)).isEmpty();
        assertThat(rounds).hasSize(2);
        listening.dispose();
    }

    @Test
    void makesABillThatStaysRefusedATaskUntilItIsThere() {
        run();
        LocalDate day = Timetable.days(server.bean(Clock.class).instant()).getFirst();
        refuse(day);

        assertThat(page("/?lang=en"))
                .contains("Bill late", "Bill not believed: damaged file", day.toString());
        assertThat(page("/?lang=zh")).contains("账单逾期", "账单不可信：文件损坏", "财务");

        run();

        assertThat(page("/?lang=en")).doesNotContain("Bill late");
    }

    private void refuse(LocalDate day) {
        database()
                .sql(
                        """
                        update reconciliation_day
                           set state = 'refused', fault = 'DAMAGED', tried_at = now()
                         where source = 'sandbox' and day = :day
                        """)
                .bind("day", day)
                .then()
                .block();
    }

    private void askThirtyTimes() {
        for (int time = 0; time < 30; time++) {
            reconciliation.run();
        }
    }

    private boolean isRunning() {
        Progress progress = reconciliation.progress();
        return progress != null && progress.isRunning();
    }

    private Difference ofTotals(SellingCounter counter) {
        return open(counter).stream()
                .filter(found -> found.key().source() == Source.COUNTERS)
                .findFirst()
                .orElseThrow();
    }

    private LocalDate newestDay() {
        return Timetable.days(server.bean(Clock.class).instant()).getLast();
    }

    private String newestOfCounters() {
        Compared read = said(server.bean(ReconciliationReader.class).read(TENANT, Locale.ENGLISH));
        Compared.Day newest = read.days().getFirst();
        assertThat(newest.day()).isEqualTo(newestDay().toString());
        return newest.cells().stream()
                .filter(cell -> cell.source().equals("Counters' totals"))
                .map(cell -> cell.states().toString())
                .findFirst()
                .orElseThrow();
    }
}
