package org.assistcounter.walletgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.assistcounter.fleet.wallets.WalletGateway;
import org.assistcounter.fleet.wallets.WalletGateway.RefundStanding;
import org.assistcounter.fleet.wallets.WalletGateway.Standing;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.WalletTrouble;
import org.assistcounter.protocol.ask.PaymentCode;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the fleet may count on with every wallet, the sandbox too. */
abstract class WalletContract {

    static final long PRICE = 990;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    abstract WalletGateway wallet();

    /** The shopper's phone scans this and its owner pays; false when that is too late. */
    abstract boolean pay(String code);

    /** What the wallet's own books have taken since the test began. */
    abstract long paidMinor();

    abstract long refundedMinor();

    /** The digits before the last 16 of a payment code. */
    abstract String prefix();

    @Test
    void showsACodeAndSeesItPaid() {
        var order = order();

        String code = said(wallet().order(order));
        assertThat(pay(code)).isTrue();

        assertThat(said(wallet().query(order.attempt())))
                .satisfies(standing -> {
                    assertThat(standing.state()).isEqualTo(State.PAID);
                    assertThat(standing.amountMinor()).isEqualTo(PRICE);
                    assertThat(standing.transaction()).isNotEmpty();
                });
    }

    @Test
    void showsTheSameCodeWhenItIsOrderedAgain() {
        var order = order();

        assertThat(said(wallet().order(order))).isEqualTo(said(wallet().order(order)));
    }

    @Test
    void knowsNothingOfAnOrderThatItNeverHeardOf() {
        String attempt = order().attempt();

        assertThat(wallet().query(attempt).blockOptional()).isEmpty();
        assertThat(wallet().close(attempt).blockOptional()).isEmpty();
    }

    @Test
    void takesNoMoneyForAnOrderThatHasExpired() {
        var order = order(Instant.now().minusSeconds(1));

        assertThat(pay(said(wallet().order(order)))).isFalse();
    }

    @Test
    void chargesACodeOnceHoweverOftenItIsAsked() {
        var order = order();
        PaymentCode code = code("1234");

        Standing first = said(wallet().charge(order, code));
        Standing again = said(wallet().charge(order, code));

        assertThat(first.state()).isEqualTo(State.PAID);
        assertThat(again).isEqualTo(first);
        assertThat(paidMinor()).isEqualTo(PRICE);
    }

    @Test
    void tellsThatItWasPaidWhenItIsClosedTooLate() {
        var order = order();
        pay(said(wallet().order(order)));

        assertThat(said(wallet().close(order.attempt())).state()).isEqualTo(State.PAID);
        assertThat(paidMinor()).isEqualTo(PRICE);
    }

    @Test
    void refundsPartsUpToWhatWasPaid() {
        var order = order();
        said(wallet().charge(order, code("1234")));

        said(wallet().refund(refund(order, 1, 900)));
        said(wallet().refund(refund(order, 2, 90)));
        RefundStanding more =
                said(
                        wallet().refund(refund(order, 3, 1))
                                .onErrorReturn(WalletTrouble.class, RefundStanding.FAILED));

        assertThat(more).isEqualTo(RefundStanding.FAILED);
        assertThat(refundedMinor()).isEqualTo(PRICE);
    }

    @Test
    void knowsNothingOfARefundThatItNeverHeardOf() {
        var order = order();
        said(wallet().charge(order, code("1234")));

        assertThat(wallet().refundStanding(refund(order, 1, 1).refund()).blockOptional()).isEmpty();
    }

    @Test
    void refundsEachNumberOnce() {
        var order = order();
        said(wallet().charge(order, code("1234")));

        assertThat(said(wallet().refund(refund(order, 1, PRICE)))).isEqualTo(RefundStanding.DONE);
        assertThat(said(wallet().refund(refund(order, 1, PRICE)))).isEqualTo(RefundStanding.DONE);

        assertThat(refundedMinor()).isEqualTo(PRICE);
    }

    @Test
    void givesNothingBackOfWhatNobodyPaid() {
        var order = order();
        said(wallet().order(order));

        RefundStanding standing =
                wallet().refund(refund(order, 1, PRICE))
                        .onErrorReturn(WalletTrouble.class, RefundStanding.FAILED)
                        .blockOptional()
                        .orElse(RefundStanding.FAILED);

        assertThat(standing).isEqualTo(RefundStanding.FAILED);
        assertThat(refundedMinor()).isZero();
    }

    WalletGateway.Order order() {
        return order(Instant.now().plus(Duration.ofMinutes(10)));
    }

    static WalletGateway.Order order(Instant ends) {
        String sale = "%026d".formatted(NUMBER.incrementAndGet());
        return new WalletGateway.Order(sale + "-1", PRICE, "CNY", "xunyi-pingguo", ends);
    }

    static WalletGateway.Refund refund(WalletGateway.Order order, int line, long minor) {
        return new WalletGateway.Refund(
                order.attempt() + "-r" + line, order.attempt(), minor, PRICE, "CNY", "jam");
    }

    PaymentCode code(String end) {
        return PaymentCode.read(prefix() + "123456789012" + end).orElseThrow();
    }

    static <T> T said(Mono<T> answer) {
        return answer.blockOptional(Duration.ofSeconds(20)).orElseThrow();
    }
}
