package org.assistcounter.walletgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assistcounter.fleet.wallets.WalletGateway;
import org.assistcounter.fleet.wallets.WalletGateway.RefundStanding;
import org.assistcounter.fleet.wallets.WalletGateway.Standing;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.WalletTrouble;
import org.assistcounter.protocol.ask.PaymentCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** What the fleet may count on with every wallet. */
abstract class WalletContract {

    static final long PRICE = 990;
    private static final Map<String, String> DRAWN = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @TempDir Path directory = Path.of("");
    private Here here = new Here(null, null);

    private record Here(@Nullable GatewayServer server, @Nullable WalletGateway wallet) {}

    abstract WalletGateway wallet(String address, Path keys);

    /** The digits before the last 16 of a payment code. */
    abstract String prefix();

    @BeforeEach
    void start() throws Exception {
        copyKeys(directory.resolve("keys"));
        GatewayServer started = GatewayServer.start(directory, 0);
        String address = "http://127.0.0.1:" + started.port();
        here = new Here(started, wallet(address, directory.resolve("keys")));
    }

    /** Drawing eight RSA keys takes seconds; every test may have the same. */
    static void copyKeys(Path keys) throws Exception {
        if (DRAWN.isEmpty()) {
            Path once = Files.createTempDirectory("keys");
            Keys.open(once);
            try (Stream<Path> files = Files.list(once)) {
                for (Path file : files.toList()) {
                    DRAWN.put(file.getFileName().toString(), Files.readString(file));
                    Files.delete(file);
                }
            }
            Files.delete(once);
        }
        Files.createDirectories(keys);
        for (Map.Entry<String, String> file : DRAWN.entrySet()) {
            Files.writeString(keys.resolve(file.getKey()), file.getValue());
        }
    }

    @AfterEach
    void stop() {
        server().close();
    }

    GatewayServer server() {
        return Objects.requireNonNull(here.server());
    }

    WalletGateway wallet() {
        return Objects.requireNonNull(here.wallet());
    }

    @Test
    void showsACodeAndSeesItPaid() {
        var order = order();

        String code = said(wallet().order(order));
        assertThat(server().pay(code)).isTrue();

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

        assertThat(server().pay(said(wallet().order(order)))).isFalse();
    }

    @Test
    void chargesACodeOnceHoweverOftenItIsAsked() {
        var order = order();
        PaymentCode code = code("1234");

        Standing first = said(wallet().charge(order, code));
        Standing again = said(wallet().charge(order, code));

        assertThat(first.state()).isEqualTo(State.PAID);
        assertThat(again).isEqualTo(first);
        assertThat(server().paidMinor()).isEqualTo(PRICE);
    }

    @Test
    void waitsWhileThePayerIsAskedForAPassword() {
        var order = order();
        server().faults().set(Fault.STILL_PAYING, 3);

        assertThat(said(wallet().charge(order, code("1234"))).state()).isEqualTo(State.WAITING);
        assertThat(said(wallet().query(order.attempt())).state()).isEqualTo(State.WAITING);
        assertThat(said(wallet().query(order.attempt())).state()).isEqualTo(State.WAITING);
        assertThat(said(wallet().query(order.attempt())).state()).isEqualTo(State.PAID);
    }

    @Test
    void refusesThePaymentOfAPayerWithoutMoney() {
        var order = order();

        assertThat(said(wallet().charge(order, code("9999"))).state()).isEqualTo(State.REFUSED);
        assertThat(said(wallet().query(order.attempt())).state()).isIn(State.REFUSED, State.CLOSED);
    }

    @Test
    void refusesACodeThatHasPaidAnotherOrder() {
        said(wallet().charge(order(), code("1234")));

        assertThat(said(wallet().charge(order(), code("1234"))).state()).isEqualTo(State.REFUSED);
        assertThat(server().paidMinor()).isEqualTo(PRICE);
    }

    @Test
    void undoesWhatIsStillBeingPaid() {
        var order = order();
        server().faults().set(Fault.STILL_PAYING, 2);
        said(wallet().charge(order, code("1234")));

        assertThat(said(wallet().close(order.attempt())).state()).isEqualTo(State.CLOSED);
        assertThat(server().paidMinor()).isZero();
    }

    @Test
    void closesAtTheNextTimeWhatItWouldNotUndo() {
        var order = order();
        server().faults().set(Fault.STILL_PAYING, 3);
        server().faults().set(Fault.REVERSE_REFUSED, 1);
        said(wallet().charge(order, code("1234")));

        assertThatThrownBy(() -> said(wallet().close(order.attempt())))
                .isInstanceOf(WalletTrouble.class);
        assertThat(said(wallet().close(order.attempt())).state()).isEqualTo(State.CLOSED);
        assertThat(server().paidMinor()).isZero();
    }

    @Test
    void tellsThatItWasPaidWhenItIsClosedTooLate() {
        var order = order();
        server().pay(said(wallet().order(order)));

        assertThat(said(wallet().close(order.attempt())).state()).isEqualTo(State.PAID);
        assertThat(server().paidMinor()).isEqualTo(PRICE);
    }

    @Test
    void saysSoWhenTheWalletHasTroubleAndNothingIsBooked() {
        server().faults().set(Fault.SYSTEM_ERROR, 1);

        assertThatThrownBy(() -> said(wallet().charge(order(), code("1234"))))
                .isInstanceOf(WalletTrouble.class)
                .hasMessageNotContaining("1234");
        assertThat(server().paidMinor()).isZero();
    }

    @Test
    void findsThePaymentWhoseAnswerWasLost() {
        var order = order();
        server().faults().set(Fault.CUT_AFTER_BOOKING, 1);

        Standing standing =
                said(
                        wallet().charge(order, code("1234"))
                                .onErrorResume(
                                        WalletTrouble.class,
                                        lost -> wallet().query(order.attempt())));

        assertThat(standing.state()).isEqualTo(State.PAID);
        assertThat(server().paidMinor()).isEqualTo(PRICE);
    }

    @Test
    void believesNoAnswerOfWhichOneByteIsForged() {
        var order = order();
        said(wallet().charge(order, code("1234")));
        server().faults().set(Fault.FORGED_ANSWER, 1);

        assertThatThrownBy(() -> said(wallet().query(order.attempt())))
                .isInstanceOf(WalletTrouble.class);
        assertThat(said(wallet().query(order.attempt())).state()).isEqualTo(State.PAID);
    }

    @Test
    void isNotBelievedWithTheKeyOfAnotherMerchant(@TempDir Path other) throws Exception {
        GatewayServer.start(other, 0).close();
        WalletGateway stranger =
                wallet("http://127.0.0.1:" + server().port(), other.resolve("keys"));

        assertThatThrownBy(() -> said(stranger.charge(order(), code("1234"))))
                .isInstanceOf(WalletTrouble.class);
        assertThat(server().paidMinor()).isZero();
    }

    @Test
    void refundsOnceWhenTheAnswerIsLost() {
        var order = order();
        said(wallet().charge(order, code("1234")));
        var refund = refund(order, 1, PRICE);
        server().faults().set(Fault.CUT_AFTER_BOOKING, 1);

        RefundStanding standing =
                said(
                        wallet().refund(refund)
                                .onErrorResume(
                                        WalletTrouble.class,
                                        lost -> wallet().refundStanding(refund.refund())));

        assertThat(standing).isEqualTo(RefundStanding.DONE);
        assertThat(said(wallet().refund(refund))).isEqualTo(RefundStanding.DONE);
        assertThat(server().refundedMinor()).isEqualTo(PRICE);
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
        assertThat(server().refundedMinor()).isEqualTo(PRICE);
    }

    @Test
    void waitsForARefundThatIsMadeLater() {
        var order = order();
        said(wallet().charge(order, code("1234")));
        var refund = refund(order, 1, PRICE);
        server().faults().set(Fault.REFUND_LATER, 1);

        assertThat(said(wallet().refund(refund))).isEqualTo(RefundStanding.PROCESSING);
        assertThat(wallet().refundStanding(refund.refund()).blockOptional())
                .isNotEqualTo(Optional.of(RefundStanding.DONE));
        assertThat(said(wallet().refundStanding(refund.refund()))).isEqualTo(RefundStanding.DONE);
        assertThat(server().refundedMinor()).isEqualTo(PRICE);
    }

    @Test
    void knowsNothingOfARefundThatItNeverHeardOf() {
        var order = order();
        said(wallet().charge(order, code("1234")));

        assertThat(wallet().refundStanding(refund(order, 1, 1).refund()).blockOptional()).isEmpty();
    }

    WalletGateway.Order order() {
        return order(Instant.now().plus(Duration.ofMinutes(10)));
    }

    private static WalletGateway.Order order(Instant ends) {
        String sale = "%026d".formatted(NUMBER.incrementAndGet());
        return new WalletGateway.Order(sale + "-1", PRICE, "CNY", "xunyi-pingguo", ends);
    }

    private static WalletGateway.Refund refund(WalletGateway.Order order, int line, long minor) {
        return new WalletGateway.Refund(
                order.attempt() + "-r" + line, order.attempt(), minor, PRICE, "CNY", "jam");
    }

    private PaymentCode code(String end) {
        return PaymentCode.read(prefix() + "123456789012" + end).orElseThrow();
    }

    static <T> T said(Mono<T> answer) {
        return answer.blockOptional(Duration.ofSeconds(20)).orElseThrow();
    }
}
