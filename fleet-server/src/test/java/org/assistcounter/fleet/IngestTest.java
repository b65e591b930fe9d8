package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assistcounter.fleet.evidence.Evidence;
import org.assistcounter.fleet.ledger.Balance;
import org.assistcounter.fleet.ledger.BookedSale;
import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.ledger.OpenCase;
import org.assistcounter.fleet.stock.SlotStock;
import org.assistcounter.fleet.stock.Stock;
import org.assistcounter.fleet.wallets.Attempts;
import org.assistcounter.fleet.wallets.FailedRefund;
import org.assistcounter.fleet.wallets.StuckRefunds;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** What honest counters write down reaches the ledger, once, over the real broker. */
@ExtendWith(RunningServer.class)
class IngestTest {

    private static final String TENANT = "demonstration";
    private static final Fact EIGHT_APPLES =
            new Fact.StockCounted(11, Sales.APPLES, "L2026-11-01-11", 8);

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void booksACardSaleAndSignsForIt() {
        try (var counter = SellingCounter.enrol(server, "IN-0001")) {
            Sales sale = Sales.of(PaymentWay.CARD);

            counter.tells(EIGHT_APPLES);
            var checkpoint = counter.tells(sale.delivered());

            assertThat(checkpoint.seq()).isEqualTo(counter.head().seq());
            assertThat(checkpoint.hash()).isEqualTo(counter.head().hash());
            BookedSale booked = sale(counter.id(), sale);
            assertThat(booked.account().outcome()).isEqualTo(SaleOutcome.DELIVERED);
            assertThat(booked.account().amounts().delivered()).isEqualTo(Sales.PRICE);
            assertThat(slot(counter.id()).quantity()).isEqualTo(7);
            balanceSumsToZero();
        }
    }

    @Test
    void booksAWalletSaleThatTheWalletSaysIsPaid() {
        try (var counter = SellingCounter.enrol(server, "IN-0002")) {
            Sales sale = Sales.of(PaymentWay.WALLET);

            assertThat(ordered(counter, sale).state()).isEqualTo(Answer.State.WAITING);
            pay(ordered(counter, sale));
            var paid = counter.asks(new Question.QueryWallet(sale.id().attempt(1)));
            counter.tells(sale.delivered());

            assertThat(paid.state()).isEqualTo(Answer.State.PAID);
            assertThat(paid.amountMinor()).isEqualTo(Sales.PRICE);
            assertThat(sale(counter.id(), sale).account().way()).isEqualTo(PaymentWay.WALLET);
            balanceSumsToZero();
        }
    }

    @Test
    void sendsAWalletsMoneyBackOnceWhenTheMotorJams() {
        try (var counter = SellingCounter.enrol(server, "IN-0003")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            counter.tells(EIGHT_APPLES);
            pay(ordered(counter, sale));
            assertThat(counter.asks(new Question.QueryWallet(sale.id().attempt(1))).state())
                    .isEqualTo(Answer.State.PAID);
            long before = walletRefunds();

            counter.tells(sale.jammed());

            Eventually.holds(() -> walletRefunds() == before + Sales.PRICE);
            Eventually.holds(() -> owing().isEmpty());
            settleAgain();
            assertThat(walletRefunds()).isEqualTo(before + Sales.PRICE);
            assertThat(slot(counter.id()).offReason()).isEqualTo("no clean turn");
            assertThat(slot(counter.id()).quantity()).isEqualTo(8);
            balanceSumsToZero();
        }
    }

    @Test
    void sendsBackAPaymentThatCameAfterItsSaleHadEnded() {
        try (var counter = SellingCounter.enrol(server, "IN-0004")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            pay(ordered(counter, sale));
            long before = walletRefunds();

            counter.tells(sale.unpaid());

            Eventually.holds(() -> walletRefunds() == before + Sales.PRICE);
            Eventually.holds(() -> owing().isEmpty());
            settleAgain();
            assertThat(walletRefunds()).isEqualTo(before + Sales.PRICE);
            assertThat(sale(counter.id(), sale).account().outcome()).isEqualTo(SaleOutcome.UNPAID);
            balanceSumsToZero();
        }
    }

    @Test
    void chargesAScannedCodeOnceHoweverOftenItIsAsked() throws Exception {
        try (var counter = SellingCounter.enrol(server, "IN-0020")) {
            Sales sale = Sales.of(PaymentWay.WALLET);

            Answer first = charged(counter, sale);
            Answer again = charged(counter, sale);
            counter.tells(sale.delivered());

            assertThat(first.state()).isEqualTo(Answer.State.PAID);
            assertThat(first.code()).isNull();
            assertThat(again).isEqualTo(first);
            assertThat(sale(counter.id(), sale).account().way()).isEqualTo(PaymentWay.WALLET);
            balanceSumsToZero();
        }
    }

    @Test
    void sendsBackOnceWhatAScannedCodePaidForASaleThatWasGivenUp() throws Exception {
        try (var counter = SellingCounter.enrol(server, "IN-0021")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            charged(counter, sale);
            long before = walletRefunds();

            counter.tells(sale.unpaid());

            Eventually.holds(() -> walletRefunds() == before + Sales.PRICE);
            settleAgain();
            assertThat(walletRefunds()).isEqualTo(before + Sales.PRICE);
            balanceSumsToZero();
        }
    }

    private static Answer charged(SellingCounter counter, Sales sale) throws Exception {
        return counter.asks(
                new Question.ChargeCode(
                        sale.id().attempt(1),
                        PaymentCode.of("287654321012345678"),
                        new Question.Price(Sales.PRICE, "CNY", Sales.APPLES)));
    }

    @Test
    void sendsBackWhatTheWalletGotAndNotWhatWasOrdered() {
        try (var counter = SellingCounter.enrol(server, "IN-0012")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            Answer ordered = ordered(counter, sale);
            walletTakes(sale, Sales.PRICE - 90);
            pay(ordered);
            long before = walletRefunds();

            var paid = counter.asks(new Question.QueryWallet(sale.id().attempt(1)));
            counter.tells(sale.unpaid());

            assertThat(paid.state()).isEqualTo(Answer.State.PAID);
            assertThat(paid.amountMinor()).isEqualTo(Sales.PRICE - 90);
            Eventually.holds(() -> walletRefunds() == before + Sales.PRICE - 90);
            Eventually.holds(() -> owing().isEmpty());
            balanceSumsToZero();
        }
    }

    @Test
    void asksAgainAboutARefundThatTheWalletIsStillProcessing() {
        try (var counter = SellingCounter.enrol(server, "IN-0013")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            pay(ordered(counter, sale));
            counter.asks(new Question.QueryWallet(sale.id().attempt(1)));
            long before = walletRefunds();
            walletRefundStands(sale, "processing");

            counter.tells(sale.jammed());
            settleAgain();

            assertThat(owing()).containsExactly(sale.id().text());
            assertThat(walletRefunds()).isEqualTo(before);
            walletRefundStands(sale, "done");
            Eventually.holds(() -> owing().isEmpty());
            assertThat(walletRefunds()).isEqualTo(before + Sales.PRICE);
            balanceSumsToZero();
        }
    }

    @Test
    void takesNoMoneyForAnOrderThatHasExpired() {
        try (var counter = SellingCounter.enrol(server, "IN-0014")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            Answer ordered = ordered(counter, sale);
            server.bean(DatabaseClient.class)
                    .sql(
                            "update wallets_sandbox_order set expires_at = ordered_at where token ="
                                    + " :t")
                    .bind("t", path(ordered).substring("/sandbox-wallet/".length()))
                    .then()
                    .block();

            pay(ordered);

            assertThat(counter.asks(new Question.QueryWallet(sale.id().attempt(1))).state())
                    .isEqualTo(Answer.State.WAITING);
        }
    }

    @Test
    void makesATaskOfARefundForWhatTheWalletNeverGotAndPaysNothing() {
        try (var counter = SellingCounter.enrol(server, "IN-0005")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            ordered(counter, sale);
            long before = walletRefunds();

            counter.tells(sale.jammed());
            counter.tells(new Fact.Beat());

            settleAgain();
            assertThat(walletRefunds()).isEqualTo(before);
            assertThat(owing()).doesNotContain(sale.id().text());
            assertThat(failedRefunds(counter.id())).containsExactly(sale.id().text());
        }
    }

    @Test
    void makesATaskOfARefundThatIsMoreThanTheWalletGot() {
        try (var counter = SellingCounter.enrol(server, "IN-0015")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            Answer ordered = ordered(counter, sale);
            walletTakes(sale, Sales.PRICE - 90);
            pay(ordered);
            counter.asks(new Question.QueryWallet(sale.id().attempt(1)));
            long before = walletRefunds();

            counter.tells(sale.jammed());
            counter.tells(new Fact.Beat());

            settleAgain();
            assertThat(walletRefunds()).isEqualTo(before);
            assertThat(failedRefunds(counter.id())).containsExactly(sale.id().text());
        }
    }

    @Test
    void makesATaskOfARefundThatTheWalletRefuses() {
        try (var counter = SellingCounter.enrol(server, "IN-0016")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            pay(ordered(counter, sale));
            counter.asks(new Question.QueryWallet(sale.id().attempt(1)));
            walletRefundStands(sale, "failed");

            counter.tells(sale.jammed());

            Eventually.holds(() -> !failedRefunds(counter.id()).isEmpty());
            assertThat(failedRefunds(counter.id())).containsExactly(sale.id().text());
            assertThat(owing()).doesNotContain(sale.id().text());
            balanceSumsToZero();
        }
    }

    @Test
    void returnsACardsMoneyWhenTheMotorJams() {
        try (var counter = SellingCounter.enrol(server, "IN-0006")) {
            Sales sale = Sales.of(PaymentWay.CARD);

            counter.tells(sale.jammed());

            var amounts = sale(counter.id(), sale).account().amounts();
            assertThat(amounts.refunded()).isEqualTo(Sales.PRICE);
            assertThat(amounts.delivered()).isZero();
            balanceSumsToZero();
        }
    }

    @Test
    void keepsMoneyWithoutProofAsACaseThatSomebodyOwns() {
        try (var counter = SellingCounter.enrol(server, "IN-0007")) {
            Sales sale = Sales.of(PaymentWay.CARD);
            long before = balance("cases");

            counter.tells(sale.doubtful());

            assertThat(cases(counter.id()))
                    .singleElement()
                    .satisfies(open -> {
                        assertThat(open.line().sale()).isEqualTo(sale.id().text());
                        assertThat(open.amountMinor()).isEqualTo(Sales.PRICE);
                        assertThat(open.reason()).isEqualTo("unproven-delivery");
                        assertThat(open.owner()).isNotEmpty();
                    });
            assertThat(balance("cases")).isEqualTo(before - Sales.PRICE);
            balanceSumsToZero();
        }
    }

    @Test
    void keepsAnUnpaidSaleWithoutMoney() {
        try (var counter = SellingCounter.enrol(server, "IN-0008")) {
            Sales sale = Sales.of(PaymentWay.CARD);

            counter.tells(sale.unpaid());

            assertThat(sale(counter.id(), sale).account().amounts().charged()).isZero();
        }
    }

    @Test
    void booksABatchThatIsSentTwiceOnceAndSignsForItAgain() {
        try (var counter = SellingCounter.enrol(server, "IN-0009")) {
            Sales sale = Sales.of(PaymentWay.CARD);
            List<JournalRecord> records = counter.writes(sale.delivered());

            counter.sends(records);
            var first = counter.confirmed();
            long sold = balance("sales");
            counter.sends(records);
            var second = counter.confirmed();

            assertThat(second.seq()).isEqualTo(first.seq());
            assertThat(balance("sales")).isEqualTo(sold);
            assertThat(kept(counter.id())).isEqualTo(records.size());
        }
    }

    @Test
    void booksWhatIsNewInABatchThatOverlaps() {
        try (var counter = SellingCounter.enrol(server, "IN-0010")) {
            List<JournalRecord> first = counter.writes(EIGHT_APPLES, new Fact.Beat());
            counter.sends(first);
            assertThat(counter.confirmed().seq()).isEqualTo(3);
            List<JournalRecord> more = counter.writes(new Fact.Beat());

            counter.sends(List.of(first.getLast(), more.getFirst()));

            assertThat(counter.confirmed().seq()).isEqualTo(4);
            assertThat(kept(counter.id())).isEqualTo(4);
        }
    }

    @Test
    void tellsACounterThatGreetsWhereToGoOnAndToComeBackSoonInASmallFleet() {
        try (var counter = SellingCounter.enrol(server, "IN-0011")) {
            counter.tells(EIGHT_APPLES);

            counter.greets();

            assertThat(counter.confirmed().seq()).isEqualTo(2);
            var resume = (SyncAnswer.Resume) counter.directed();
            assertThat(resume.fromSeq()).isEqualTo(3);
            assertThat(resume.spreadMillis()).isBetween(0L, 5_000L);
        }
    }

    /** Round after round, as time does. */
    private void settleAgain() {
        for (int round = 0; round < 3; round++) {
            server.bean(Attempts.class).wake();
            Eventually.holds(() -> owing().size() <= 1);
        }
    }

    private List<String> owing() {
        return server.bean(Attempts.class)
                .refundsUnderWay(TENANT)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private List<String> failedRefunds(CounterId counter) {
        return server.bean(StuckRefunds.class)
                .all(TENANT)
                .filter(refund -> refund.counter().equals(counter.hex()))
                .map(FailedRefund::sale)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private Answer ordered(SellingCounter counter, Sales sale) {
        return counter.asks(
                new Question.OrderWallet(
                        sale.id().attempt(1),
                        Wallet.ALIPAY,
                        new Question.Price(Sales.PRICE, "CNY", Sales.APPLES)));
    }

    /** As the shopper's phone does. */
    private void pay(Answer ordered) {
        new WebCalls(server)
                .client()
                .post()
                .uri(path(ordered) + "/pay")
                .exchange()
                .expectStatus()
                .isSeeOther();
    }

    private static String path(Answer ordered) {
        return URI.create(Objects.requireNonNull(ordered.code())).getPath();
    }

    /** As when the wallet takes its time with the refund of this sale. */
    private void walletRefundStands(Sales sale, String state) {
        server.bean(DatabaseClient.class)
                .sql(
                        """
                        insert into wallets_sandbox_refund (refund, attempt, amount_minor, state)
                        values (:refund, :attempt, :amount, :state)
                        on conflict (refund) do update set state = excluded.state
                        """)
                .bind("refund", sale.id().refund(1, sale.line().line()))
                .bind("attempt", sale.id().attempt(1))
                .bind("amount", sale.line().priceMinor())
                .bind("state", state)
                .then()
                .block();
    }

    /** As when the shopper's coupon pays a part. */
    private void walletTakes(Sales sale, long amountMinor) {
        server.bean(DatabaseClient.class)
                .sql("update wallets_sandbox_order set amount_minor = :amount where attempt = :id")
                .bind("amount", amountMinor)
                .bind("id", sale.id().attempt(1))
                .then()
                .block();
    }

    private long walletRefunds() {
        var sums = new WebCalls(server).client().get().uri("/sandbox-wallet/books/sums").exchange();
        return Long.parseLong(String.valueOf(WebCalls.body(sums).get("refundedMinor")));
    }

    private BookedSale sale(CounterId counter, Sales sale) {
        return server.bean(Ledger.class)
                .latestSales(TENANT, 100)
                .filter(booked -> booked.counter().equals(counter.hex()))
                .filter(booked -> booked.account().sale().equals(sale.id().text()))
                .single()
                .blockOptional()
                .orElseThrow();
    }

    private List<OpenCase> cases(CounterId counter) {
        return server.bean(Cases.class)
                .open(TENANT)
                .filter(open -> open.counter().equals(counter.hex()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private SlotStock slot(CounterId counter) {
        return server.bean(Stock.class).of(counter.hex()).single().blockOptional().orElseThrow();
    }

    private long kept(CounterId counter) {
        return server.bean(Evidence.class).records(counter).count().blockOptional().orElse(0L);
    }

    private long balance(String account) {
        return balances().stream()
                .filter(balance -> balance.account().equals(account))
                .mapToLong(Balance::amount)
                .sum();
    }

    private List<Balance> balances() {
        return server.bean(Ledger.class).balances(TENANT).blockOptional().orElseThrow();
    }

    private void balanceSumsToZero() {
        Map<String, Long> sums =
                balances().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Balance::unit, Collectors.summingLong(Balance::amount)));
        assertThat(sums).isNotEmpty().allSatisfy((unit, sum) -> assertThat(sum).isZero());
    }
}
