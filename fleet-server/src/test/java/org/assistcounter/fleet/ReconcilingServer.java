package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.reconciliation.Difference;
import org.assistcounter.fleet.reconciliation.DifferenceKind;
import org.assistcounter.fleet.reconciliation.Found;
import org.assistcounter.fleet.reconciliation.Progress;
import org.assistcounter.fleet.reconciliation.Reconciliation;
import org.assistcounter.fleet.reconciliation.Source;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.PaymentWay;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** A whole server that compares sales of the sandbox, as if they were some days old. */
abstract class ReconcilingServer {

    static final String TENANT = "demonstration";

    final RunningServer.Parts server = RunningServer.parts();
    final Reconciliation reconciliation = server.bean(Reconciliation.class);

    Sales paid(SellingCounter counter) throws Exception {
        Sales sale = Sales.of(PaymentWay.WALLET);
        counter.asks(
                new Question.ChargeCode(
                        sale.id().attempt(1),
                        PaymentCode.of("287654321012345678"),
                        new Question.Price(Sales.PRICE, "CNY", Sales.APPLES)));
        return sale;
    }

    /** Asks for a round and waits until one has ended that began after that. */
    void run() {
        Instant asked = server.bean(Clock.class).instant();
        reconciliation.run();
        Eventually.holds(() -> {
            Progress progress = reconciliation.progress();
            return progress != null && progress.startedAt().isAfter(asked) && !progress.isRunning();
        });
        assertThat(Optional.ofNullable(reconciliation.progress()).orElseThrow().failed()).isZero();
    }

    List<Difference> open(SellingCounter counter) {
        return reconciliation
                .open(TENANT)
                .filter(found -> counter.id().hex().equals(found.found().place().counter()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    List<DifferenceKind> ofTheBill(SellingCounter counter) {
        return open(counter).stream()
                .map(Difference::key)
                .filter(key -> key.source() == Source.SANDBOX)
                .map(Found.Key::kind)
                .toList();
    }

    Difference only(SellingCounter counter) {
        assertThat(open(counter)).hasSize(1);
        return open(counter).getFirst();
    }

    Difference.End ended(long id) {
        return Optional.ofNullable(
                        reconciliation.find(TENANT, id).blockOptional().orElseThrow().end())
                .orElseThrow();
    }

    static <T> T said(Mono<T> answer) {
        return answer.blockOptional().orElseThrow();
    }

    Operator person(String login) {
        return person(login, Role.FINANCE);
    }

    Operator person(String login, Role role) {
        var person = new People.Newcomer(TENANT, login, login, Set.of(role), null);
        var people = server.bean(People.class);
        people.addIfMissing(UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8)), person)
                .block();
        return people.find(login).blockOptional().orElseThrow();
    }

    List<String> audited(long id) {
        return database()
                .sql("select action from audit where subject = :subject order by audit_id")
                .bind("subject", "difference " + id)
                .map(row -> Columns.text(row, "action"))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    boolean refunded(Sales sale) {
        return database()
                .sql("select 1 from wallets_refund where refund = :id and state = 'refunded'")
                .bind("id", sale.id().refund(1, sale.line().line()))
                .fetch()
                .first()
                .blockOptional()
                .isPresent();
    }

    /** As if all that happened to the sale had happened two days ago. */
    void twoDaysLater(Sales sale) {
        String attempt = sale.id().attempt(1);
        change("update wallets_attempt set ordered_at = ordered_at - interval '2 days'", attempt);
        change(
                "update wallets_refund set wanted_at = wanted_at - interval '2 days', settled_at ="
                        + " settled_at - interval '2 days'",
                attempt);
        change("update wallets_sandbox_order set paid_at = paid_at - interval '2 days'", attempt);
        change(
                "update wallets_sandbox_refund set refunded_at = refunded_at - interval '2 days'",
                attempt);
    }

    void atTheWallet(Sales sale, String change) {
        change("update wallets_sandbox_order set " + change, sale.id().attempt(1));
    }

    void change(String sql, String attempt) {
        database().sql(sql + " where attempt = :id").bind("id", attempt).then().block();
    }

    /** As if bills of two weeks ago had come, in which nothing stands. */
    void oldBills() {
        database()
                .sql(
                        """
                        insert into wallets_bill (wallet, day, digest, arrived_at)
                        select 'sandbox', current_date - n, '', now()
                          from generate_series(11, 17) n
                        """)
                .then()
                .block();
    }

    void billed(Sales sale) {
        database()
                .sql(
                        """
                        insert into wallets_bill_line (wallet, day, number, kind, attempt, refund,
                               transaction, amount_minor, at)
                        values ('sandbox', current_date - 14, 1, 'paid', :attempt, '', '', 990,
                               now())
                        """)
                .bind("attempt", sale.id().attempt(1))
                .then()
                .block();
    }

    void found(long id, String change) {
        database()
                .sql("update reconciliation_difference set " + change + " where id = :id")
                .bind("id", id)
                .then()
                .block();
    }

    /** Somebody with the database's own key writes another amount. */
    void alterPostings(Sales sale, long more) {
        unguarded(
                "ledger_posting",
                "update ledger_posting p set amount = amount + sign(amount) * "
                        + more
                        + " from ledger_entry e where e.id = p.entry_id and e.sale = '"
                        + sale.id().text()
                        + "' and e.reference in (select reference from ledger_entry x join"
                        + " ledger_posting y on y.entry_id = x.id where y.account ="
                        + " 'wallet-clearing')");
    }

    void entriesAreOf(Sales sale, int daysAgo) {
        unguarded(
                "ledger_entry",
                "update ledger_entry set business_date = business_date - "
                        + daysAgo
                        + " where sale = '"
                        + sale.id().text()
                        + "'");
    }

    void unguarded(String table, String sql) {
        String trigger = table + "_never_changes";
        for (String each :
                List.of(
                        "alter table " + table + " disable trigger " + trigger,
                        sql,
                        "alter table " + table + " enable trigger " + trigger)) {
            database().sql(each).then().block();
        }
    }

    DatabaseClient database() {
        return server.bean(DatabaseClient.class);
    }

    String page(String uri) {
        var body =
                new WebCalls(server)
                        .client()
                        .get()
                        .uri(uri)
                        .accept(MediaType.TEXT_HTML, MediaType.APPLICATION_JSON)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(body);
    }
}
