package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assistcounter.fleet.wallets.FailedRefund;
import org.assistcounter.fleet.wallets.StuckRefunds;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** What a shopper learns with the code of the receipt, signed in nowhere. */
@ExtendWith(RunningServer.class)
class ReceiptTest {

    private static final String TENANT = "demonstration";

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void tellsThatTheGoodsCame() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RC-0001")) {
            Sales sale = paid(counter);

            counter.tells(sale.delivered());

            assertThat(page(sale.id().receiptCode())).contains("DELIVERED", "¥9.90");
        }
    }

    @Test
    void tellsThatMoneyIsOnItsWayAndThenBack() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RC-0002")) {
            Sales sale = paid(counter);
            walletRefundStands(sale, "processing");

            counter.tells(sale.jammed());

            assertThat(page(sale.id().receiptCode())).contains("REFUNDING", "¥9.90");
            walletRefundStands(sale, "done");
            Eventually.holds(() -> page(sale.id().receiptCode()).contains("\"REFUNDED\""));
        }
    }

    @Test
    void tellsThatAPersonSeesToARefundThatTheWalletRefused() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RC-0003")) {
            Sales sale = paid(counter);
            walletRefundStands(sale, "failed");

            counter.tells(sale.jammed());

            Eventually.holds(() -> page(sale.id().receiptCode()).contains("WITH_A_PERSON"));
        }
    }

    @Test
    void makesATaskOfARefundThatDoesNotMoveForADay() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RC-0004")) {
            Sales sale = paid(counter);
            walletRefundStands(sale, "processing");
            counter.tells(sale.jammed());
            assertThat(tasks(sale)).isZero();

            server.bean(DatabaseClient.class)
                    .sql(
                            "update wallets_refund set wanted_at = wanted_at - interval '25 hours'"
                                    + " where refund = :refund")
                    .bind("refund", sale.id().refund(1, sale.line().line()))
                    .then()
                    .block();

            assertThat(tasks(sale)).isEqualTo(1);
            walletRefundStands(sale, "done");
            Eventually.holds(() -> tasks(sale) == 0);
        }
    }

    @Test
    void tellsThatTheCardWasGivenItsMoneyBack() {
        try (var counter = SellingCounter.enrol(server, "RC-0005")) {
            Sales sale = Sales.of(PaymentWay.CARD);

            counter.tells(sale.jammed());

            assertThat(page(sale.id().receiptCode().toLowerCase(Locale.ROOT))).contains("RETURNED");
        }
    }

    @Test
    void tellsThatNothingWasPaid() {
        try (var counter = SellingCounter.enrol(server, "RC-0006")) {
            Sales sale = Sales.of(PaymentWay.CARD);

            counter.tells(sale.unpaid());

            assertThat(page(sale.id().receiptCode())).contains("UNPAID");
        }
    }

    /** One item came; the other's money went back to the card: neither is said of both. */
    @Test
    void tellsOfEachItemOfABasketPaidByCard() {
        try (var counter = SellingCounter.enrol(server, "RC-0007")) {
            Sales first = Sales.of(PaymentWay.CARD);
            Sales second = item(first, 2);

            counter.tells(
                    List.of(
                            opened(first, second),
                            first.requested(),
                            first.approved(),
                            first.commanded(),
                            first.dispensed(DispenseVerdict.DELIVERED),
                            second.requested(),
                            second.approved(),
                            second.commanded(),
                            second.dispensed(DispenseVerdict.NOT_DELIVERED),
                            second.refundRequested(),
                            second.refunded(RefundOutcome.RETURNED),
                            new Fact.SaleClosed(first.id(), SaleOutcome.REFUNDED, 1_980, 990, 0)));

            String page = page(first.id().receiptCode());
            assertThat(page).contains("第 1 件", "Item 1", "已出货，收款 ¥9.90。");
            assertThat(page).contains("第 2 件", "¥9.90 was given back to the card at the counter.");
            assertThat(items(page)).containsExactly("DELIVERED", "RETURNED");
        }
    }

    @Test
    void tellsOfEachItemOfABasketPaidByWallet() throws Exception {
        try (var counter = SellingCounter.enrol(server, "RC-0008")) {
            Sales first = Sales.of(PaymentWay.WALLET);
            Sales second = item(first, 2);
            Sales third = item(first, 3);
            charged(counter, first, 3 * Sales.PRICE);
            walletRefundStands(second, "processing");

            counter.tells(
                    List.of(
                            opened(first, second, third),
                            new Fact.PaymentRequested(first.id(), 1, PaymentWay.WALLET, 2_970),
                            first.resolved(PaymentOutcome.APPROVED, 2_970),
                            first.commanded(),
                            first.dispensed(DispenseVerdict.DELIVERED),
                            second.commanded(),
                            second.dispensed(DispenseVerdict.NOT_DELIVERED),
                            second.refundRequested(),
                            second.refunded(RefundOutcome.HANDED_OVER),
                            third.commanded(),
                            third.dispensed(DispenseVerdict.UNPROVEN),
                            third.caseOpened(CaseReason.UNPROVEN_DELIVERY),
                            new Fact.SaleClosed(first.id(), SaleOutcome.CASE, 2_970, 990, 990)));

            String code = first.id().receiptCode();
            assertThat(items(page(code)))
                    .containsExactly("DELIVERED", "REFUNDING", "WITH_A_PERSON");
            walletRefundStands(second, "done");
            Eventually.holds(() -> items(page(code)).contains("REFUNDED"));
        }
    }

    @Test
    void asksWhoAsksTooMuchToWait() {
        var client = new WebCalls(server).client();
        var answer =
                Stream.generate(() -> asked(client, "x"))
                        .limit(1_000)
                        .filter(a -> a.getStatus() != HttpStatus.OK)
                        .findFirst()
                        .orElseThrow();

        assertThat(answer.getStatus()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(answer.getResponseBody()).contains("查询太频繁", "Too many questions");
        client.get().uri("/receipt").exchange().expectStatus().isOk();
    }

    private static EntityExchangeResult<String> asked(WebTestClient client, String code) {
        return client.get()
                .uri(uri -> uri.path("/receipt").queryParam("code", "{code}").build(code))
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private static Sales item(Sales first, int line) {
        return new Sales(
                first.id(),
                new Fact.SaleLine(line, 10 + line, Sales.APPLES, "L2026-11-01-11", Sales.PRICE),
                first.way());
    }

    private static Fact opened(Sales... items) {
        return new Fact.SaleOpened(
                items[0].id(), "CNY", 1, Stream.of(items).map(Sales::line).toList());
    }

    private static List<String> items(String page) {
        return Pattern.compile("<li data-state=\"(\\w+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZ-ZZZZ", "x", "1234567", "123456789", "'; drop", "<script>"})
    void knowsNothingOfACodeThatIsNone(String code) {
        assertThat(page(code)).contains("UNKNOWN").doesNotContain("<script>");
    }

    private Sales paid(SellingCounter counter) throws Exception {
        Sales sale = Sales.of(PaymentWay.WALLET);
        charged(counter, sale, Sales.PRICE);
        return sale;
    }

    private static void charged(SellingCounter counter, Sales sale, long amountMinor)
            throws Exception {
        counter.asks(
                new Question.ChargeCode(
                        sale.id().attempt(1),
                        PaymentCode.of("287654321012345678"),
                        new Question.Price(amountMinor, "CNY", Sales.APPLES)));
    }

    /** Waits as long as the page asks for. */
    private String page(String code) {
        var client = new WebCalls(server).client();
        var answer = asked(client, code);
        while (answer.getStatus() == HttpStatus.TOO_MANY_REQUESTS) {
            Mono.delay(Duration.ofSeconds(1)).block();
            answer = asked(client, code);
        }
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.OK);
        return String.valueOf(answer.getResponseBody());
    }

    private long tasks(Sales sale) {
        return server.bean(StuckRefunds.class)
                .all(TENANT)
                .map(FailedRefund::sale)
                .filter(sale.id().text()::equals)
                .count()
                .blockOptional()
                .orElseThrow();
    }

    private void walletRefundStands(Sales sale, String state) {
        server.bean(DatabaseClient.class)
                .sql(
                        """
                        insert into wallets_sandbox_refund (refund, attempt, amount_minor, state,
                               refunded_at)
                        values (:refund, :attempt, :amount, :state, now())
                        on conflict (refund) do update set state = excluded.state
                        """)
                .bind("refund", sale.id().refund(1, sale.line().line()))
                .bind("attempt", sale.id().attempt(1))
                .bind("amount", sale.line().priceMinor())
                .bind("state", state)
                .then()
                .block();
    }
}
