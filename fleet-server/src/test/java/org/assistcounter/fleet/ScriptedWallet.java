package org.assistcounter.fleet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assistcounter.fleet.wallets.WalletGateway;
import org.assistcounter.fleet.wallets.WalletKind;
import org.assistcounter.protocol.ask.PaymentCode;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * WeChat Pay as a test wants it: it does not know an order until it has charged it, fails a charge
 * before it hears of it where it is told to, takes a moment, and remembers what it was asked.
 */
@Component
class ScriptedWallet implements WalletGateway {

    static final Duration PACE = Duration.ofMinutes(1);
    private static final Duration A_MOMENT = Duration.ofMillis(200);

    private final Map<String, List<String>> calls = new ConcurrentHashMap<>();
    private final Map<String, Standing> orders = new ConcurrentHashMap<>();
    private final Map<String, String> failures = new ConcurrentHashMap<>();

    /** The next charge of this attempt fails with these words, and the wallet hears nothing. */
    void cut(String attempt, String words) {
        failures.put(attempt, words);
    }

    List<String> calls(String attempt) {
        return List.copyOf(calls.getOrDefault(attempt, List.of()));
    }

    long count(String attempt, String call) {
        return calls(attempt).stream().filter(call::equals).count();
    }

    private void called(String attempt, String call) {
        calls.computeIfAbsent(attempt, _ -> Collections.synchronizedList(new ArrayList<>()))
                .add(call);
    }

    @Override
    public Terms terms() {
        return new Terms(WalletKind.WECHAT, PACE);
    }

    @Override
    public Mono<String> order(Order order) {
        called(order.attempt(), "order");
        orders.putIfAbsent(order.attempt(), new Standing(State.WAITING, 0, ""));
        return Mono.just("weixin://" + order.attempt());
    }

    @Override
    public Mono<Standing> charge(Order order, PaymentCode code) {
        called(order.attempt(), "charge");
        String failure = failures.get(order.attempt());
        if (failure != null) {
            return Mono.error(new IllegalStateException(failure));
        }
        Standing paid = new Standing(State.PAID, order.amountMinor(), "T-" + order.attempt());
        return Mono.delay(A_MOMENT).map(done -> paid).doOnNext(s -> orders.put(order.attempt(), s));
    }

    @Override
    public Mono<Standing> query(String attempt) {
        called(attempt, "query");
        return Mono.justOrEmpty(orders.get(attempt));
    }

    @Override
    public Mono<Standing> close(String attempt) {
        called(attempt, "close");
        return Mono.justOrEmpty(orders.get(attempt));
    }

    @Override
    public Mono<RefundStanding> refund(Refund refund) {
        return Mono.just(RefundStanding.DONE);
    }

    @Override
    public Mono<RefundStanding> refundStanding(String refund) {
        return Mono.empty();
    }
}
