package org.assistcounter.fleet.wallets.sandbox;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.operators.OpenPaths;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.fleet.wallets.WalletGateway;
import org.assistcounter.fleet.wallets.WalletKind;
import org.assistcounter.fleet.wallets.store.SandboxStore;
import org.assistcounter.protocol.ask.PaymentCode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A wallet that keeps no money: whoever opens its page pays. */
@Component
@ConditionalOnProperty("assistcounter.demonstration")
class SandboxWallet implements WalletGateway, OpenPaths {
    private static final String PATH = "/sandbox-wallet/";
    private static final int TOKEN_BYTES = 12;

    private final SandboxStore store;
    private final FleetSettings settings;
    private final Catalogue catalogue;
    private final SecureRandom random;

    SandboxWallet(
            SandboxStore store, FleetSettings settings, Catalogue catalogue, SecureRandom random) {
        this.store = store;
        this.settings = settings;
        this.catalogue = catalogue;
        this.random = random;
    }

    @Override
    public Terms terms() {
        return new Terms(WalletKind.SANDBOX, Duration.ZERO);
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH + "**");
    }

    @Override
    public Mono<String> order(Order order) {
        return made(order).map(kept -> settings.origin() + PATH + kept.token());
    }

    /** Whoever shows a code agrees. */
    @Override
    public Mono<Standing> charge(Order order, PaymentCode code) {
        return made(order)
                .flatMap(kept -> store.pay(kept.token(), "SANDBOX-" + kept.token()))
                .then(query(order.attempt()));
    }

    private Mono<SandboxStore.Order> made(Order order) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        Order described =
                new Order(
                        order.attempt(),
                        order.amountMinor(),
                        order.currency(),
                        catalogue.name(order.description()),
                        order.expiresAt());
        return store.add(described, HexFormat.of().formatHex(token))
                .then(store.find(order.attempt()));
    }

    @Override
    public Mono<Standing> query(String attempt) {
        return store.find(attempt).map(SandboxWallet::standing);
    }

    @Override
    public Mono<Standing> close(String attempt) {
        return store.close(attempt).then(query(attempt));
    }

    @Override
    public Mono<RefundStanding> refund(Refund refund) {
        return store.refund(refund)
                .then(refundStanding(refund.refund()))
                .defaultIfEmpty(RefundStanding.FAILED);
    }

    @Override
    public Mono<RefundStanding> refundStanding(String refund) {
        return store.refundState(refund)
                .map(state -> RefundStanding.valueOf(state.toUpperCase(Locale.ROOT)));
    }

    private static Standing standing(SandboxStore.Order order) {
        State state = State.valueOf(order.state().toUpperCase(Locale.ROOT));
        return new Standing(
                state, state == State.PAID ? order.amountMinor() : 0, order.transaction());
    }
}
