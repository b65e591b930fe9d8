package org.assistcounter.walletgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.assistcounter.fleet.wallets.WalletGateway;
import org.assistcounter.fleet.wallets.WalletGateway.RefundStanding;
import org.assistcounter.fleet.wallets.WalletGateway.Standing;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.WalletTrouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract with a real wallet, at the end of a network that may do anything. */
abstract class GatewayContract extends WalletContract {

    @TempDir Path directory = Path.of("");
    private Here here = new Here(null, null);

    private record Here(@Nullable GatewayServer server, @Nullable WalletGateway wallet) {}

    abstract WalletGateway wallet(String address, Path keys);

    @BeforeEach
    void start() throws Exception {
        DrawnKeys.copy(directory.resolve("keys"));
        GatewayServer started = GatewayServer.start(directory, 0);
        String address = "http://127.0.0.1:" + started.port();
        here = new Here(started, wallet(address, directory.resolve("keys")));
    }

    @AfterEach
    void stop() {
        server().close();
    }

    GatewayServer server() {
        return Objects.requireNonNull(here.server());
    }

    @Override
    WalletGateway wallet() {
        return Objects.requireNonNull(here.wallet());
    }

    @Override
    boolean pay(String code) {
        return server().pay(code);
    }

    @Override
    long paidMinor() {
        return server().paidMinor();
    }

    @Override
    long refundedMinor() {
        return server().refundedMinor();
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

    /** What the wallet cannot read as ours it does not do, and says so. */
    @Test
    void isNotBelievedWhenAByteOfItsRequestIsChangedOnTheWay() throws Exception {
        var order = order();
        try (ChangingRelay relay = new ChangingRelay(server().port())) {
            WalletGateway far = wallet(relay.address(), directory.resolve("keys"));

            relay.change(true);
            assertThatThrownBy(() -> said(far.charge(order, code("1234"))))
                    .isInstanceOf(WalletTrouble.class);
            assertThat(relay.changed()).isPositive();
            assertThat(server().paidMinor()).isZero();
            assertThat(wallet().query(order.attempt()).blockOptional()).isEmpty();

            relay.change(false);
            assertThat(said(far.charge(order, code("1234"))).state()).isEqualTo(State.PAID);
        }
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
}
