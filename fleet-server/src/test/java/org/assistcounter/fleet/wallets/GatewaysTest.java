package org.assistcounter.fleet.wallets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.assistcounter.fleet.settings.StartRefused;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Wallet;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Who gets an order, by what is set up and what the fleet offers. */
class GatewaysTest {

    private static final WalletGateway SANDBOX = new Named(WalletKind.SANDBOX);
    private static final WalletGateway WECHAT = new Named(WalletKind.WECHAT);

    @Test
    void sendsAnOrderToTheChosenWalletAndOthersToTheSandbox() {
        var gateways = new Gateways(List.of(SANDBOX, WECHAT), null);

        assertThat(gateways.offered(Wallet.WECHAT)).containsSame(WECHAT);
        assertThat(gateways.offered(Wallet.ALIPAY)).containsSame(SANDBOX);
    }

    @Test
    void takesNoWalletThatIsNotOffered() {
        var gateways = new Gateways(List.of(SANDBOX, WECHAT), List.of(Wallet.WECHAT));

        assertThat(gateways.offered(Wallet.ALIPAY)).isEmpty();
    }

    @Test
    void takesNoWalletWhereNoneIsSetUp() {
        assertThat(new Gateways(List.of(), null).offered(Wallet.WECHAT)).isEmpty();
    }

    @Test
    void refusesToStartWhenItOffersAWalletThatIsNotSetUp() {
        assertThatThrownBy(() -> new Gateways(List.of(WECHAT), List.of(Wallet.ALIPAY)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("ALIPAY");
    }

    @Test
    void saysThatAWalletWithOrdersIsGone() {
        var gateways = new Gateways(List.of(SANDBOX), null);

        assertThatThrownBy(() -> gateways.of(WalletKind.ALIPAY)).isInstanceOf(WalletTrouble.class);
    }

    private record Named(WalletKind kind) implements WalletGateway {

        @Override
        public Terms terms() {
            return new Terms(kind, Duration.ZERO);
        }

        @Override
        public Mono<String> order(Order order) {
            return Mono.empty();
        }

        @Override
        public Mono<Standing> charge(Order order, PaymentCode code) {
            return Mono.empty();
        }

        @Override
        public Mono<Standing> query(String attempt) {
            return Mono.empty();
        }

        @Override
        public Mono<Standing> close(String attempt) {
            return Mono.empty();
        }

        @Override
        public Mono<RefundStanding> refund(Refund refund) {
            return Mono.empty();
        }

        @Override
        public Mono<RefundStanding> refundStanding(String refund) {
            return Mono.empty();
        }
    }
}
