package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import org.assistcounter.fleet.reconciliation.DifferenceDesk;
import org.assistcounter.fleet.reconciliation.DifferenceKind;
import org.assistcounter.fleet.reconciliation.Outcome;
import org.assistcounter.fleet.reconciliation.Progress;
import org.assistcounter.fleet.reconciliation.Reconciliation;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Bills, attempts, ledger and counters compared by the whole server, with the sandbox's books. */
@ExtendWith(RunningServer.class)
class ReconciliationTest {

    private static final String TENANT = "demonstration";

    private final RunningServer.Parts server = RunningServer.parts();
    private final Reconciliation reconciliation = server.bean(Reconciliation.class);
    private final DifferenceDesk desk = server.bean(DifferenceDesk.class);

    @Test
    void findsNothingWhereAllSidesSayTheSame() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0001")) {
            Sales sold = paid(counter);
            counter.tells(sold.delivered());
            Sales jammed = paid(counter);
            counter.tells(jammed.jammed());
            Eventually.holds(() -> refunded(jammed));
            twoDaysLater(sold);
            twoDaysLater(jammed);

            run();

            assertThat(open(counter)).isEmpty();
        }
    }

    @Test
    void findsOnceWhatTheBillLacksAndEndsItWhenItIsThere() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0002")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "state = 'closed'");

            run();
            Difference first = only(counter);
            run();

            assertThat(only(counter)).isEqualTo(first);
            assertThat(first.key().kind()).isEqualTo(DifferenceKind.NOT_BILLED);
            assertThat(first.key().subject()).isEqualTo(sale.id().attempt(1));
            assertThat(first.found().ours()).isEqualTo(Sales.PRICE);
            assertThat(first.owner()).isEqualTo("finance");

            atTheWallet(sale, "state = 'paid'");
            run();

            assertThat(open(counter)).isEmpty();
            assertThat(ended(first.id()).by()).isNull();
            assertThat(ended(first.id()).reason()).isEqualTo("found no more");
        }
    }

    @Test
    void findsAnotherAmountInTheBillAndFollowsIt() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0003")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "amount_minor = 991");
            run();
            Difference first = only(counter);

            atTheWallet(sale, "amount_minor = 995");
            run();

            assertThat(first.key().kind()).isEqualTo(DifferenceKind.AMOUNT_DIFFERS);
            assertThat(only(counter).id()).isEqualTo(first.id());
            assertThat(only(counter).foundAt()).isEqualTo(first.foundAt());
            assertThat(only(counter).found().theirs()).isEqualTo(995);
            atTheWallet(sale, "amount_minor = 990");
            run();
        }
    }

    @Test
    void findsAnAlteredPostingByTheSaleAndByTheCounter() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0004")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);

            alterPostings(sale, 1);
            run();

            assertThat(open(counter))
                    .extracting(found -> found.key().kind(), found -> found.key().subject())
                    .containsExactlyInAnyOrder(
                            tuple(DifferenceKind.BOOKED_DIFFERS, sale.id().text()),
                            tuple(DifferenceKind.CHARGED_DIFFERS, counter.id().hex()));
            assertThat(open(counter))
                    .allSatisfy(found -> {
                        assertThat(found.found().ours()).isEqualTo(Sales.PRICE + 1);
                        assertThat(found.found().theirs()).isEqualTo(Sales.PRICE);
                    });

            alterPostings(sale, -1);
            run();

            assertThat(open(counter)).isEmpty();
        }
    }

    @Test
    void findsAJournalThatClaimsAPaymentNoWalletKnows() {
        try (var counter = SellingCounter.enrol(server, "RN-0005")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            counter.tells(sale.delivered());
            entriesAreOf(sale, 2);

            run();

            assertThat(only(counter).key().kind()).isEqualTo(DifferenceKind.CLAIMED_NOT_PAID);
            assertThat(only(counter).key().subject()).isEqualTo(sale.id().text());
        }
    }

    @Test
    void explainsWhatACounterHasSignedByWhatIsParked() {
        try (var counter = SellingCounter.enrol(server, "RN-0006")) {
            Sales sale = Sales.of(PaymentWay.CARD);
            counter.tells(Sales.of(PaymentWay.CARD).delivered());
            counter.tells(sale.approved());

            run();

            assertThat(open(counter)).isEmpty();
        }
    }

    @Test
    void staysClosedWithAReasonAndIsLookedAtBySomebodyElse() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0007")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "state = 'closed'");
            run();
            long id = only(counter).id();
            Operator li = person("rn-li");
            Operator wang = person("rn-wang");

            assertThat(said(desk.give(li, id, "nobody"))).isEqualTo(Outcome.NO_SUCH_OWNER);
            assertThat(said(desk.give(li, id, "rn-wang"))).isEqualTo(Outcome.DONE);
            assertThat(only(counter).owner()).isEqualTo("rn-wang");
            assertThat(said(desk.close(li, id, "  "))).isEqualTo(Outcome.NO_REASON);
            assertThat(said(desk.close(li, id, "a test of ours"))).isEqualTo(Outcome.DONE);
            assertThat(said(desk.close(li, id, "once more"))).isEqualTo(Outcome.CLOSED_ALREADY);
            run();

            assertThat(open(counter)).isEmpty();
            assertThat(ended(id).by()).isEqualTo("rn-li");
            assertThat(said(desk.lookAgain(li, id))).isEqualTo(Outcome.OWN_CLOSING);
            assertThat(said(desk.lookAgain(wang, id))).isEqualTo(Outcome.DONE);
            assertThat(ended(id).secondLook()).isEqualTo("rn-wang");
            assertThat(audited(id))
                    .containsExactly(
                            "difference-given", "difference-closed", "difference-looked-at-again");
        }
    }

    @Test
    void endsWhatIsOlderThanTheDaysThatItLooksAt() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0010")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "state = 'closed'");
            run();
            long id = only(counter).id();
            for (int time = 0; time < 6; time++) {
                twoDaysLater(sale);
            }
            found(id, "day = day - 12");
            oldBills();
            run();
            assertThat(only(counter).id()).isEqualTo(id);

            billed(sale);
            run();

            assertThat(open(counter)).isEmpty();
        }
    }

    @Test
    void isNoneOfAnotherTenantsBusiness() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0008")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "state = 'closed'");
            run();
            long id = only(counter).id();

            assertThat(reconciliation.find("weinan", id).blockOptional()).isEmpty();
            assertThat(reconciliation.open("weinan").filter(found -> found.id() == id).blockFirst())
                    .isNull();
            assertThat(reconciliation.find(TENANT, id).blockOptional()).isPresent();
        }
    }

    @Test
    void showsDaysAndDifferencesInBothLanguages() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0009")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "amount_minor = 1490");
            run();
            long id = only(counter).id();

            assertThat(page("/reconciliation?lang=en"))
                    .contains("Another amount in the bill", "RN-0009", "Practice wallet", "Agrees")
                    .contains("data-difference=\"" + id + "\"");
            assertThat(page("/reconciliation?lang=zh")).contains("账单金额不同", "演示钱包", "相符");
            assertThat(page("/reconciliation/" + id + "?lang=en"))
                    .contains("¥9.90", "¥14.90", sale.id().attempt(1), "I see to it");
            assertThat(page("/reconciliation/" + id + "?lang=zh")).contains("由我处理", "财务");
            assertThat(page("/reconciliation/differences")).contains(sale.id().attempt(1));
            assertThat(page("/?lang=en")).doesNotContain("/reconciliation/" + id);

            found(id, "found_at = found_at - interval '25 hours'");

            assertThat(page("/?lang=en")).contains("/reconciliation/" + id, "Does not agree");
            atTheWallet(sale, "amount_minor = 990");
            run();
            assertThat(page("/?lang=en")).doesNotContain("/reconciliation/" + id);
        }
    }

    @Test
    void takesAndClosesByTheFormsOfThePage() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RN-0011")) {
            Sales sale = paid(counter);
            counter.tells(sale.delivered());
            twoDaysLater(sale);
            atTheWallet(sale, "state = 'closed'");
            run();
            long id = only(counter).id();
            var li = new PersonsBrowser(server, person("rn-li"));
            var technician = new PersonsBrowser(server, person("rn-zhao", Role.TECHNICIAN));

            assertThat(technician.posts("/reconciliation/" + id, "/take", "", "")).isEqualTo(403);
            assertThat(technician.page("/reconciliation/" + id)).doesNotContain("/take");
            assertThat(li.posts("/reconciliation/" + id, "/take", "", "")).isEqualTo(303);
            assertThat(only(counter).owner()).isEqualTo("rn-li");
            assertThat(li.posts("/reconciliation/" + id, "/close", "reason", "x")).isEqualTo(303);
            assertThat(open(counter)).hasSize(1);
            assertThat(li.page("/reconciliation/" + id + "?said=no-reason&lang=en"))
                    .contains("it is not closed");
            li.posts("/reconciliation/" + id, "/close", "reason", "paid out in cash");
            assertThat(open(counter)).isEmpty();
            assertThat(li.page("/reconciliation/" + id + "?lang=en"))
                    .contains("paid out in cash", "rn-li", "Nobody has looked at it again yet")
                    .doesNotContain("/look-again");
            var wang = new PersonsBrowser(server, person("rn-wang"));
            assertThat(wang.page("/reconciliation/" + id)).contains("/look-again");
        }
    }

    @Test
    void letsNobodyOrderAnythingWithoutATokenAgainstForgery() {
        var web = new WebCalls(server).client();

        web.post().uri("/reconciliation/run").exchange().expectStatus().isForbidden();
        web.post().uri("/reconciliation/1/close").exchange().expectStatus().isForbidden();
    }

    private Sales paid(SellingCounter counter) throws Exception {
        Sales sale = Sales.of(PaymentWay.WALLET);
        counter.asks(
                new Question.ChargeCode(
                        sale.id().attempt(1),
                        PaymentCode.of("287654321012345678"),
                        new Question.Price(Sales.PRICE, "CNY", Sales.APPLES)));
        return sale;
    }

    /** Asks for a round and waits until one has ended that began after that. */
    private void run() {
        Instant asked = server.bean(Clock.class).instant();
        reconciliation.run();
        Eventually.holds(() -> {
            Progress progress = reconciliation.progress();
            return progress != null && progress.startedAt().isAfter(asked) && !progress.isRunning();
        });
        assertThat(Optional.ofNullable(reconciliation.progress()).orElseThrow().failed()).isZero();
    }

    private List<Difference> open(SellingCounter counter) {
        return reconciliation
                .open(TENANT)
                .filter(found -> counter.id().hex().equals(found.found().place().counter()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private Difference only(SellingCounter counter) {
        assertThat(open(counter)).hasSize(1);
        return open(counter).getFirst();
    }

    private Difference.End ended(long id) {
        return Optional.ofNullable(
                        reconciliation.find(TENANT, id).blockOptional().orElseThrow().end())
                .orElseThrow();
    }

    private static <T> T said(Mono<T> answer) {
        return answer.blockOptional().orElseThrow();
    }

    private Operator person(String login) {
        return person(login, Role.FINANCE);
    }

    private Operator person(String login, Role role) {
        var person = new People.Newcomer(TENANT, login, login, Set.of(role), null);
        var people = server.bean(People.class);
        people.addIfMissing(UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8)), person)
                .block();
        return people.find(login).blockOptional().orElseThrow();
    }

    private List<String> audited(long id) {
        return database()
                .sql("select action from audit where subject = :subject order by audit_id")
                .bind("subject", "difference " + id)
                .map(row -> Columns.text(row, "action"))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private boolean refunded(Sales sale) {
        return database()
                .sql("select 1 from wallets_refund where refund = :id and state = 'refunded'")
                .bind("id", sale.id().refund(1, sale.line().line()))
                .fetch()
                .first()
                .blockOptional()
                .isPresent();
    }

    /** As if all that happened to the sale had happened two days ago. */
    private void twoDaysLater(Sales sale) {
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

    private void atTheWallet(Sales sale, String change) {
        change("update wallets_sandbox_order set " + change, sale.id().attempt(1));
    }

    private void change(String sql, String attempt) {
        database().sql(sql + " where attempt = :id").bind("id", attempt).then().block();
    }

    /** As if bills of two weeks ago had come, in which nothing stands. */
    private void oldBills() {
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

    private void billed(Sales sale) {
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

    private void found(long id, String change) {
        database()
                .sql("update reconciliation_difference set " + change + " where id = :id")
                .bind("id", id)
                .then()
                .block();
    }

    /** Somebody with the database's own key writes another amount. */
    private void alterPostings(Sales sale, long more) {
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

    private void entriesAreOf(Sales sale, int daysAgo) {
        unguarded(
                "ledger_entry",
                "update ledger_entry set business_date = business_date - "
                        + daysAgo
                        + " where sale = '"
                        + sale.id().text()
                        + "'");
    }

    private void unguarded(String table, String sql) {
        String trigger = table + "_never_changes";
        for (String each :
                List.of(
                        "alter table " + table + " disable trigger " + trigger,
                        sql,
                        "alter table " + table + " enable trigger " + trigger)) {
            database().sql(each).then().block();
        }
    }

    private DatabaseClient database() {
        return server.bean(DatabaseClient.class);
    }

    private String page(String uri) {
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
