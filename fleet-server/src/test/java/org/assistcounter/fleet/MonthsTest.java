package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.ledger.Balance;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** What is kept by month of receipt is kept once, whatever the month. */
@ExtendWith(RunningServer.class)
class MonthsTest {
    private static final String TENANT = "demonstration";
    private static final int LAST_MONTH_DAYS = 40;
    private static final int OLD_DAYS = 400;
    private static final String UTC = " 00:00:00+00";
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("_yyyy_MM", Locale.ROOT);

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void booksARecordOnceThoughItComesAgainInAnotherMonth() {
        try (var counter = SellingCounter.enrol(server, "MO-0001")) {
            var records = counter.writes(Sales.of(PaymentWay.CARD).delivered());
            counter.sends(records);
            counter.confirmed();
            List<Balance> before = balances();
            // As if the months had ended since.
            aged("evidence_record", "received_at", counter);
            aged("ledger_posting", "booked_at", counter);
            aged("ledger_entry", "booked_at", counter);

            counter.sends(records);

            assertThat(counter.confirmed().seq()).isEqualTo(counter.head().seq());
            assertThat(kept(counter)).isEqualTo(records.size());
            assertThat(balances()).isEqualTo(before);
            assertThat(postings()).isEqualTo(before);
        }
    }

    @Test
    void goesOnInTheNextMonthWhereItStood() {
        try (var counter = SellingCounter.enrol(server, "MO-0002")) {
            counter.tells(new Fact.Beat());
            aged("evidence_record", "received_at", counter);

            assertThat(counter.tells(new Fact.Beat()).seq()).isEqualTo(3);
            assertThat(kept(counter)).isEqualTo(3);
        }
    }

    /** As OPERATIONS.md says: out, and back when a recount needs it; sums stay. */
    @Test
    void anArchivedMonthIsTakenOutWhileCountersSellAndComesBack() {
        Instant now = server.bean(Clock.class).instant();
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(OLD_DAYS);
        LocalDate first = day.withDayOfMonth(1);
        String month = "evidence_record" + MONTH.format(day);
        run("select make_month('evidence_record', '" + day + "')");
        try (var counter = SellingCounter.enrol(server, "MO-0004")) {
            counter.tells(Sales.of(PaymentWay.CARD).delivered());
            long old = kept(counter);
            List<Balance> before = balances();
            moved(
                    "evidence_record",
                    "received_at",
                    "counter_id = '" + counter.id().hex() + "'",
                    OLD_DAYS);

            run("alter table evidence_record detach partition " + month);
            counter.tells(new Fact.Beat());

            assertThat(kept(counter)).isEqualTo(1);
            assertThat(balances()).isEqualTo(before);
            String bounds =
                    "from ('%s') to ('%s')".formatted(first + UTC, first.plusMonths(1) + UTC);
            run("alter table evidence_record attach partition " + month + " for values " + bounds);
            assertThat(kept(counter)).isEqualTo(old + 1);
        }
    }

    @Test
    void neverLetsAHeadGoBack() {
        try (var counter = SellingCounter.enrol(server, "MO-0003")) {
            counter.tells(new Fact.Beat());
            String own = " where counter_id = '" + counter.id().hex() + "'";

            assertThatThrownBy(() -> run("update evidence_head set seq = seq - 1" + own))
                    .hasStackTraceContaining("never goes back");
            assertThatThrownBy(() -> run("delete from evidence_head" + own))
                    .hasStackTraceContaining("never goes back");
        }
    }

    @Test
    void booksARefundOnceThoughItIsToldAgainInAnotherMonth() {
        Clock clock = server.bean(Clock.class);
        var refund =
                new Occurrence(
                        TENANT,
                        "f".repeat(32),
                        Occurrence.Source.WALLET,
                        "MO-refund",
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        clock.instant());
        book(refund);
        String own = "reference = 'MO-refund'";
        moved(
                "ledger_posting",
                "booked_at",
                "entry_id in (select id from ledger_entry where " + own + ")",
                LAST_MONTH_DAYS);
        moved("ledger_entry", "booked_at", own, LAST_MONTH_DAYS);

        assertThatThrownBy(() -> book(refund)).isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evidence_record", "ledger_entry", "ledger_posting"})
    void hasTheMonthsAheadAndNothingInTheRest(String table) {
        try (var counter = SellingCounter.enrol(server, "MO-" + table)) {
            counter.tells(Sales.of(PaymentWay.CARD).delivered());
        }
        Instant now = server.bean(Clock.class).instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);

        assertThat(count(table + MONTH.format(today))).isPositive();
        assertThat(count(table + MONTH.format(today.withDayOfMonth(1).plusMonths(3)))).isZero();
        assertThat(count(table + "_rest where " + recent(table))).isZero();
    }

    @Test
    void refusesPostingsThatDoNotSumUpOrHaveNoEntry() {
        assertThatThrownBy(() -> run(posting("(-1, 'sales', 'CNY', 5, 'x', now())")))
                .hasStackTraceContaining("does not balance");
        assertThatThrownBy(() ->
                        run(
                                posting(
                                        "(-1, 'sales', 'CNY', 5, 'x', now()),"
                                                + " (-1, 'shopper', 'CNY', -5, 'x', now())")))
                .hasStackTraceContaining("which there is not");
    }

    private static String posting(String rows) {
        return "insert into ledger_posting (entry_id, account, unit, amount, tenant_id, booked_at)"
                + " values "
                + rows;
    }

    private static String recent(String table) {
        String column = table.equals("evidence_record") ? "received_at" : "booked_at";
        return column + " > now() - interval '1 hour'";
    }

    private void book(Occurrence refund) {
        Mono<Void> booked = server.bean(Ledger.class).bookRefundPaid(refund, "no-sale", "CNY", 5);
        booked.as(server.bean(TransactionalOperator.class)::transactional).block();
    }

    /** Moves the rows of a counter to an earlier month, as only the owner of the database can. */
    private void aged(String table, String column, SellingCounter counter) {
        String own =
                table.equals("ledger_posting")
                        ? "entry_id in (select id from ledger_entry where counter_id = '%s')"
                        : "counter_id = '%s'";
        moved(table, column, own.formatted(counter.id().hex()), LAST_MONTH_DAYS);
    }

    private void moved(String table, String column, String which, int days) {
        String trigger = table + "_never_changes";
        run("alter table " + table + " disable trigger " + trigger);
        run(
                "update %s set %s = %s - interval '%d days' where %s"
                        .formatted(table, column, column, days, which));
        run("alter table " + table + " enable trigger " + trigger);
    }

    private void run(String sql) {
        server.bean(DatabaseClient.class).sql(sql).then().block();
    }

    private long count(String from) {
        return server.bean(DatabaseClient.class)
                .sql("select count(*) from " + from)
                .mapValue(Long.class)
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private long kept(SellingCounter counter) {
        return server.bean(Evidence.class)
                .records(counter.id())
                .count()
                .blockOptional()
                .orElseThrow();
    }

    private List<Balance> balances() {
        return server.bean(Ledger.class).balances(TENANT).blockOptional().orElseThrow().stream()
                .filter(balance -> balance.amount() != 0)
                .toList();
    }

    private List<Balance> postings() {
        return server.bean(Ledger.class).postings(TENANT).blockOptional().orElseThrow().stream()
                .filter(balance -> balance.amount() != 0)
                .toList();
    }
}
