package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assistcounter.fleet.complaints.Complaints;
import org.assistcounter.fleet.complaints.Decision;
import org.assistcounter.fleet.complaints.FavourRule;
import org.assistcounter.fleet.complaints.Refusal;
import org.assistcounter.fleet.complaints.Settlements;
import org.assistcounter.fleet.ledger.Balance;
import org.assistcounter.fleet.ledger.CaseRules.Payout;
import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.ledger.Finding;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.OpenCase;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.wallets.Attempts;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Money in question, from the journal's case to the last fen. */
@ExtendWith(RunningServer.class)
class CasesTest {
    private static final String TENANT = "demonstration";
    private static final String WHY = "counted the slot, one too many";

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void paysACardOutOnceAndBooksWhereTheMoneyWent() {
        try (var counter = SellingCounter.enrol(server, "CS-0001")) {
            OpenCase open = doubtful(counter, Sales.of(PaymentWay.CARD));
            long due = balance("refunds-due");
            long clearing = balance("card-clearing");

            assertThat(decide(open, Finding.PAY_BACK)).isEmpty();

            assertThat(open(counter)).isEmpty();
            assertThat(balance("refunds-due")).isEqualTo(due - Sales.PRICE);
            assertThat(state(open)).isEqualTo(Decision.State.OWED);
            assertThat(payOut(open, "RF-CS-0001")).isEmpty();
            assertThat(payOut(open, "RF-CS-0001b")).contains(Refusal.NOT_OWED);
            assertThat(balance("refunds-due")).isEqualTo(due);
            assertThat(balance("card-clearing")).isEqualTo(clearing - Sales.PRICE);
            assertThat(state(open)).isEqualTo(Decision.State.SETTLED);
        }
    }

    @Test
    void givesOneTransferToOneCaseOnly() {
        try (var counter = SellingCounter.enrol(server, "CS-0002")) {
            OpenCase first = doubtful(counter, Sales.of(PaymentWay.CARD));
            OpenCase second = doubtful(counter, Sales.of(PaymentWay.CARD));
            decide(first, Finding.PAY_BACK);
            decide(second, Finding.PAY_BACK);

            assertThat(payOut(first, "RF-CS-0002")).isEmpty();
            assertThat(payOut(second, "RF-CS-0002")).contains(Refusal.REFERENCE_USED);
            assertThat(state(second)).isEqualTo(Decision.State.OWED);
        }
    }

    @Test
    void letsTheWalletSendItsOwnMoneyBackOnce() throws Exception {
        try (var counter = SellingCounter.enrol(server, "CS-0003")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            counter.asks(
                    new Question.ChargeCode(
                            sale.id().attempt(1),
                            PaymentCode.of("287654321012345678"),
                            new Question.Price(Sales.PRICE, "CNY", Sales.APPLES)));
            OpenCase open = doubtful(counter, sale);
            long due = balance("refunds-due");

            assertThat(decide(open, Finding.PAY_BACK)).isEmpty();

            server.bean(Attempts.class).wake();
            Eventually.holds(() -> refundState(sale).equals("refunded"));
            Eventually.holds(() -> balance("refunds-due") == due);
            assertThat(state(open)).isEqualTo(Decision.State.SETTLED);
        }
    }

    @Test
    void neverPaysBackWhatAJournalOnlyClaims() {
        try (var counter = SellingCounter.enrol(server, "CS-0004")) {
            long clearing = balance("wallet-clearing");
            OpenCase open = doubtful(counter, Sales.of(PaymentWay.WALLET));

            assertThat(decide(open, Finding.PAY_BACK)).contains(Refusal.NEVER_PAID);
            heardADayAgo(open);
            server.bean(FavourRule.class).decideAll().block();
            assertThat(open(counter)).as("a person's").hasSize(1);

            assertThat(decide(open, Finding.NOT_TAKEN)).isEmpty();
            assertThat(balance("wallet-clearing")).isEqualTo(clearing);
            assertThat(open(counter)).isEmpty();
        }
    }

    @Test
    void keepsAsSoldWhatWasFoundDelivered() {
        try (var counter = SellingCounter.enrol(server, "CS-0005")) {
            OpenCase open = doubtful(counter, Sales.of(PaymentWay.CARD));
            long sold = balance("sales");
            long doubt = balance("in-doubt");

            assertThat(decide(open, Finding.DELIVERED)).isEmpty();

            assertThat(balance("sales")).isEqualTo(sold - Sales.PRICE);
            assertThat(balance("in-doubt")).isEqualTo(doubt - 1);
            assertThat(page("/counters/CS-0005?lang=en")).contains("Case settled");
        }
    }

    @Test
    void needsTwoPeopleForALargeAmount() {
        try (var counter = SellingCounter.enrol(server, "CS-0006")) {
            OpenCase open = doubtful(counter, large());
            long cases = balance("cases");

            assertThat(decide(open, Finding.PAY_BACK)).isEmpty();
            assertThat(balance("cases")).as("nothing moves yet").isEqualTo(cases);
            assertThat(second(open, "dispatcher")).contains(Refusal.SAME_PERSON);
            assertThat(balance("cases")).isEqualTo(cases);

            assertThat(second(open, "finance")).isEmpty();

            assertThat(balance("cases")).isEqualTo(cases + 12_800);
            assertThat(state(open)).isEqualTo(Decision.State.OWED);
            assertThat(second(open, "third")).contains(Refusal.NOT_PROPOSED);
        }
    }

    @Test
    void isOpenAgainWhenTheSecondDoesNotAgree() {
        try (var counter = SellingCounter.enrol(server, "CS-0007")) {
            OpenCase open = doubtful(counter, large());
            decide(open, Finding.PAY_BACK);

            assertThat(refusal(complaints().decline(person("finance"), open.id(), seen(open))))
                    .isEmpty();

            assertThat(server.bean(Settlements.class).find(open.id()).blockOptional()).isEmpty();
            assertThat(open(counter)).hasSize(1);
            assertThat(decide(open, Finding.DELIVERED)).isEmpty();
        }
    }

    @Test
    void agreesWithNothingThatWasProposedAfterOneLooked() {
        try (var counter = SellingCounter.enrol(server, "CS-0012")) {
            OpenCase open = doubtful(counter, large());
            decide(open, Finding.DELIVERED);
            Instant looked = seen(open);
            complaints().decline(person("third"), open.id(), looked).block();
            decide(open, Finding.PAY_BACK);

            assertThat(refusal(complaints().second(person("finance"), open.id(), looked)))
                    .contains(Refusal.NOT_PROPOSED);
            assertThat(state(open)).isEqualTo(Decision.State.PROPOSED);
        }
    }

    @Test
    void settlesOnceWhenTwoDecideAtOnce() {
        try (var counter = SellingCounter.enrol(server, "CS-0008")) {
            OpenCase open = doubtful(counter, Sales.of(PaymentWay.CARD));
            long cases = balance("cases");

            List<Optional<Refusal>> answers =
                    Flux.range(0, 8)
                            .flatMap(i ->
                                    complaints()
                                            .decide(
                                                    person("p" + i),
                                                    open.id(),
                                                    i % 2 == 0
                                                            ? Finding.PAY_BACK
                                                            : Finding.DELIVERED,
                                                    WHY)
                                            .singleOptional()
                                            .subscribeOn(Schedulers.parallel()))
                            .collectList()
                            .blockOptional()
                            .orElseThrow();

            assertThat(answers.stream().filter(Optional::isEmpty)).hasSize(1);
            assertThat(answers.stream().flatMap(Optional::stream))
                    .allMatch(Refusal.DECIDED_ALREADY::equals);
            assertThat(balance("cases")).isEqualTo(cases + Sales.PRICE);
        }
    }

    @Test
    void decidesForTheShopperWhatNobodyLookedIntoInTime() {
        try (var counter = SellingCounter.enrol(server, "CS-0009")) {
            OpenCase old = doubtful(counter, Sales.of(PaymentWay.CARD));
            OpenCase tooMuch = doubtful(counter, large());
            OpenCase fresh = doubtful(counter, Sales.of(PaymentWay.CARD));
            heardADayAgo(old);
            heardADayAgo(tooMuch);

            server.bean(FavourRule.class).decideAll().block();
            server.bean(FavourRule.class).decideAll().block();

            assertThat(server.bean(Settlements.class).find(old.id()).blockOptional())
                    .hasValueSatisfying(decision -> {
                        assertThat(decision.state()).isEqualTo(Decision.State.OWED);
                        assertThat(decision.decided().login()).isEqualTo(Decision.By.RULE);
                    });
            assertThat(open(counter))
                    .extracting(OpenCase::id)
                    .containsExactlyInAnyOrder(tooMuch.id(), fresh.id());
        }
    }

    @Test
    void knowsNoCaseOfAnotherTenant() {
        try (var counter = SellingCounter.enrol(server, "CS-0010")) {
            OpenCase open = doubtful(counter, Sales.of(PaymentWay.CARD));
            var stranger =
                    new Operator(
                            UUID.nameUUIDFromBytes(new byte[] {9}),
                            "another",
                            "stranger",
                            "Stranger",
                            Set.of(Role.FINANCE),
                            false);

            assertThat(refusal(complaints().decide(stranger, open.id(), Finding.PAY_BACK, WHY)))
                    .contains(Refusal.NO_SUCH_CASE);
            assertThat(open(counter)).hasSize(1);
        }
    }

    @Test
    void writesWhoDidWhatIntoTheAudit() {
        try (var counter = SellingCounter.enrol(server, "CS-0011")) {
            OpenCase open = doubtful(counter, Sales.of(PaymentWay.CARD));
            decide(open, Finding.PAY_BACK);
            payOut(open, "RF-CS-0011");

            assertThat(audit("case " + open.id()))
                    .containsExactly(
                            "case-decided pay-back: " + WHY, "case-paid-out acquirer RF-CS-0011");
        }
    }

    private String page(String path) {
        var body =
                new WebCalls(server)
                        .client()
                        .get()
                        .uri(path)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(body);
    }

    private OpenCase doubtful(SellingCounter counter, Sales sale) {
        counter.tells(sale.doubtful());
        return open(counter).stream()
                .filter(open -> open.line().sale().equals(sale.id().text()))
                .findFirst()
                .orElseThrow();
    }

    private static Sales large() {
        return Sales.of(
                PaymentWay.CARD, new Fact.SaleLine(1, 11, Sales.APPLES, "L2026-11-01-11", 12_800));
    }

    private List<OpenCase> open(SellingCounter counter) {
        return server.bean(Cases.class)
                .open(TENANT)
                .filter(open -> open.counter().equals(counter.id().hex()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private Optional<Refusal> decide(OpenCase open, Finding finding) {
        return refusal(complaints().decide(person("dispatcher"), open.id(), finding, WHY));
    }

    private Optional<Refusal> second(OpenCase open, String who) {
        return refusal(complaints().second(person(who), open.id(), seen(open)));
    }

    /** Which proposal one has before one's eyes. */
    private Instant seen(OpenCase open) {
        return server.bean(Settlements.class)
                .find(open.id())
                .map(decision -> decision.decided().at())
                .blockOptional()
                .orElse(Instant.EPOCH);
    }

    private Optional<Refusal> payOut(OpenCase open, String reference) {
        return refusal(
                complaints().payOut(person("finance"), open.id(), Payout.ACQUIRER, reference));
    }

    private Complaints complaints() {
        return server.bean(Complaints.class);
    }

    private static Optional<Refusal> refusal(Mono<Refusal> answer) {
        return answer.blockOptional();
    }

    /** One who really is in the tables, since the audit refers to people. */
    private Operator person(String login) {
        Operator known =
                server.bean(People.class)
                        .find(Operator.DEMONSTRATION_LOGIN)
                        .blockOptional()
                        .orElseThrow();
        return new Operator(known.id(), TENANT, login, login, Set.of(Role.FINANCE), false);
    }

    private Decision.State state(OpenCase open) {
        return server.bean(Settlements.class)
                .find(open.id())
                .map(Decision::state)
                .blockOptional()
                .orElseThrow();
    }

    private void heardADayAgo(OpenCase open) {
        server.bean(DatabaseClient.class)
                .sql(
                        "update ledger_case set heard_at = heard_at - interval '25 hours'"
                                + " where id = :id")
                .bind("id", open.id())
                .then()
                .block();
    }

    private String refundState(Sales sale) {
        return server.bean(DatabaseClient.class)
                .sql("select state from wallets_refund where attempt = :attempt")
                .bind("attempt", sale.id().attempt(1))
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one()
                .blockOptional()
                .orElse("");
    }

    private List<String> audit(String subject) {
        return server.bean(DatabaseClient.class)
                .sql(
                        "select action || ' ' || detail from audit where subject = :subject order"
                                + " by audit_id")
                .bind("subject", subject)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private long balance(String account) {
        return server.bean(Ledger.class).balances(TENANT).blockOptional().orElseThrow().stream()
                .filter(balance -> balance.account().equals(account))
                .mapToLong(Balance::amount)
                .sum();
    }
}
