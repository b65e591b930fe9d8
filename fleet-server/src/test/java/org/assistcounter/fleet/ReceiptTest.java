package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.assistcounter.fleet.wallets.FailedRefund;
import org.assistcounter.fleet.wallets.StuckRefunds;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;

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

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZ-ZZZZ", "x", "1234567", "123456789", "'; drop", "<script>"})
    void knowsNothingOfACodeThatIsNone(String code) {
        assertThat(page(code)).contains("UNKNOWN").doesNotContain("<script>");
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

    private String page(String code) {
        var body =
                new WebCalls(server)
                        .client()
                        .get()
                        .uri(uri -> uri.path("/receipt").queryParam("code", "{code}").build(code))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(body);
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
