package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.assistcounter.fleet.ledger.Balance;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.wallets.Attempts;
import org.assistcounter.fleet.wallets.SilentGrant;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** A wallet was paid, and then the counter is not heard of: its journal decides, nobody else. */
@ExtendWith(RunningServer.class)
class GrantTest {
    private static final String TENANT = "demonstration";

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void makesACaseThatSomebodyOwnsOfAPaymentToASilentCounter() {
        try (var counter = SellingCounter.enrol(server, "GR-0001")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            long before = balance("silent");
            paid(counter, sale);
            settle();
            assertThat(silent(counter.id())).as("it may still be dispensing").isEmpty();

            longAgo(sale);
            Eventually.holds(() -> !silent(counter.id()).isEmpty());

            assertThat(silent(counter.id()))
                    .singleElement()
                    .satisfies(grant -> {
                        assertThat(grant.sale()).isEqualTo(sale.id().text());
                        assertThat(grant.amountMinor()).isEqualTo(Sales.PRICE);
                        assertThat(grant.owner()).isNotEmpty();
                    });
            assertThat(balance("silent")).isEqualTo(before - Sales.PRICE);
            assertThat(refunds(sale)).as("not before the counter is heard").isZero();
        }
    }

    @Test
    void endsTheCaseWhenTheCounterComesBackAndHasDelivered() {
        try (var counter = SellingCounter.enrol(server, "GR-0002")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            long before = balance("silent");
            long sold = balance("sales");
            fallsSilent(counter, sale);

            counter.tells(sale.delivered());

            assertThat(silent(counter.id())).isEmpty();
            assertThat(balance("silent")).isEqualTo(before);
            assertThat(balance("sales")).isEqualTo(sold - Sales.PRICE);
            settle();
            assertThat(refunds(sale)).isZero();
        }
    }

    @Test
    void refundsOnceWhenTheCounterComesBackAndHadGivenUp() {
        try (var counter = SellingCounter.enrol(server, "GR-0003")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            long before = balance("silent");
            fallsSilent(counter, sale);

            counter.tells(sale.unpaid());
            Eventually.holds(() -> refunds(sale) == 1);
            settle();

            assertThat(refunds(sale)).isOne();
            assertThat(silent(counter.id())).isEmpty();
            assertThat(balance("silent")).isEqualTo(before);
        }
    }

    @Test
    void findsAPaymentThatNobodyAskedForAgain() {
        try (var counter = SellingCounter.enrol(server, "GR-0004")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            pay(ordered(counter, sale));

            longAgo(sale);

            Eventually.holds(() -> !silent(counter.id()).isEmpty());
        }
    }

    @Test
    void closesAnOrderThatNobodyPaid() {
        try (var counter = SellingCounter.enrol(server, "GR-0005")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            ordered(counter, sale);

            longAgo(sale);

            Eventually.holds(() -> state(sale).equals("closed"));
            assertThat(silent(counter.id())).isEmpty();
        }
    }

    private void fallsSilent(SellingCounter counter, Sales sale) {
        paid(counter, sale);
        longAgo(sale);
        Eventually.holds(() -> !silent(counter.id()).isEmpty());
    }

    private void paid(SellingCounter counter, Sales sale) {
        pay(ordered(counter, sale));
        Answer answer = counter.asks(new Question.QueryWallet(sale.id().attempt(1)));
        assertThat(answer.state()).isEqualTo(Answer.State.PAID);
    }

    private static Answer ordered(SellingCounter counter, Sales sale) {
        return counter.asks(
                new Question.OrderWallet(
                        sale.id().attempt(1),
                        Wallet.ALIPAY,
                        new Question.Price(Sales.PRICE, "CNY", Sales.APPLES)));
    }

    private void pay(Answer ordered) {
        new WebCalls(server)
                .client()
                .post()
                .uri(URI.create(Objects.requireNonNull(ordered.code())).getPath() + "/pay")
                .exchange()
                .expectStatus()
                .isSeeOther();
    }

    /** As when the order was made before the longest time that a counter waits. */
    private void longAgo(Sales sale) {
        server.bean(DatabaseClient.class)
                .sql(
                        """
                        update wallets_attempt set ordered_at = ordered_at - interval '11 minutes'
                         where attempt = :attempt
                        """)
                .bind("attempt", sale.id().attempt(1))
                .then()
                .block();
        server.bean(Attempts.class).wake();
    }

    private void settle() {
        server.bean(Attempts.class).wake();
        server.bean(Attempts.class).wake();
    }

    private List<SilentGrant> silent(CounterId counter) {
        return server.bean(Attempts.class)
                .silentGrants(TENANT)
                .filter(grant -> grant.counter().equals(counter.hex()))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private long refunds(Sales sale) {
        return number("select count(*) from wallets_refund where attempt = :id", sale);
    }

    private String state(Sales sale) {
        return server.bean(DatabaseClient.class)
                .sql("select state from wallets_attempt where attempt = :id")
                .bind("id", sale.id().attempt(1))
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private long number(String sql, Sales sale) {
        return server.bean(DatabaseClient.class)
                .sql(sql)
                .bind("id", sale.id().attempt(1))
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
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
