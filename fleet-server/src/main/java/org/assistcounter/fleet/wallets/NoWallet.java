package org.assistcounter.fleet.wallets;

import org.assistcounter.protocol.ask.PaymentCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where no wallet is set up: every question is answered with "not available", by its error. */
@Component
@ConditionalOnProperty(
        name = "assistcounter.demonstration",
        havingValue = "false",
        matchIfMissing = true)
class NoWallet implements WalletGateway {

    @Override
    public Mono<String> order(Order order) {
        return none();
    }

    @Override
    public Mono<Standing> charge(Order order, PaymentCode code) {
        return none();
    }

    @Override
    public Mono<Standing> query(String attempt) {
        return none();
    }

    @Override
    public Mono<Standing> close(String attempt) {
        return none();
    }

    @Override
    public Mono<RefundStanding> refund(Refund refund) {
        return none();
    }

    @Override
    public Mono<RefundStanding> refundStanding(String refund) {
        return none();
    }

    private static <T> Mono<T> none() {
        return Mono.error(() -> new IllegalStateException("No wallet is set up."));
    }
}
