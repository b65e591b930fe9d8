package org.assistcounter.fleet.wallets;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import org.assistcounter.protocol.ask.PaymentCode;
import reactor.core.publisher.Mono;

/** A wallet whose calls are timed. */
final class MeteredGateway implements WalletGateway {
    private final WalletGateway wallet;
    private final MeterRegistry meters;

    MeteredGateway(WalletGateway wallet, MeterRegistry meters) {
        this.wallet = wallet;
        this.meters = meters;
    }

    @Override
    public Terms terms() {
        return wallet.terms();
    }

    @Override
    public Mono<String> order(Order order) {
        return timed("order", wallet.order(order));
    }

    @Override
    public Mono<Standing> charge(Order order, PaymentCode code) {
        return timed("charge", wallet.charge(order, code));
    }

    @Override
    public Mono<Standing> query(String attempt) {
        return timed("query", wallet.query(attempt));
    }

    @Override
    public Mono<Standing> close(String attempt) {
        return timed("close", wallet.close(attempt));
    }

    @Override
    public Mono<RefundStanding> refund(Refund refund) {
        return timed("refund", wallet.refund(refund));
    }

    @Override
    public Mono<RefundStanding> refundStanding(String refund) {
        return timed("refund-standing", wallet.refundStanding(refund));
    }

    private <T> Mono<T> timed(String call, Mono<T> made) {
        return Mono.defer(() -> {
            Timer.Sample begun = Timer.start(meters);
            return made.doOnSuccess(answer -> begun.stop(timer(call, "answered")))
                    .doOnError(failure -> begun.stop(timer(call, "failed")));
        });
    }

    private Timer timer(String call, String outcome) {
        return Timer.builder("assistcounter.wallets.calls")
                .description("Calls of wallets; failed is what brought no answer")
                .tag("wallet", terms().kind().name().toLowerCase(Locale.ROOT))
                .tag("call", call)
                .tag("outcome", outcome)
                .register(meters);
    }
}
