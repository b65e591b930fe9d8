package org.assistcounter.walletgateway;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.assistcounter.fleet.FleetServer;
import org.assistcounter.fleet.wallets.Attempt;
import org.assistcounter.fleet.wallets.WalletGateway;
import org.assistcounter.fleet.wallets.WalletGateway.Standing;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.WalletKind;
import org.assistcounter.fleet.wallets.store.AttemptStore;
import org.assistcounter.fleet.wallets.store.SandboxStore;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** The whole fleet server, with both wallets set up to be the simulator. */
final class FleetWithWallets implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    static final String COUNTER = "a".repeat(32);

    private final GatewayServer wallets;
    private final ConfigurableApplicationContext fleet;

    FleetWithWallets(Path directory) throws Exception {
        this(directory, Duration.ZERO);
    }

    /** The wallets' books are written some time ago. */
    FleetWithWallets(Path directory, Duration behind) throws Exception {
        Path keys = directory.resolve("wallets/keys");
        DrawnKeys.copy(keys);
        wallets = GatewayServer.start(directory.resolve("wallets"), 0, behind);
        String address = "http://127.0.0.1:" + wallets.port();
        int http = freePort();
        String own = "http://127.0.0.1:" + http;
        fleet =
                new SpringApplication(FleetServer.class)
                        .run(
                                "--assistcounter.data=" + directory.resolve("fleet"),
                                "--assistcounter.http.port=" + http,
                                "--assistcounter.mqtt.port=" + freePort(),
                                "--assistcounter.database-port=" + freePort(),
                                "--assistcounter.demonstration=true",
                                set("wechat.merchant", WeChatEnvelope.MERCHANT),
                                set("wechat.application", "wx0000000000000001"),
                                set("wechat.serial", "A1"),
                                set("wechat.address", address),
                                set("wechat.notices", own + "/wallets/wechat/notify"),
                                set("wechat.keys.merchant", keys + "/wechat-merchant-key.pem"),
                                set("wechat.keys.wallet", keys + "/wechat-wallet-public.pem"),
                                set("wechat.keys.wallet-id", WeChatEnvelope.KEY_ID),
                                set("wechat.keys.api-v3", keys + "/wechat-api-v3-key.txt"),
                                set("alipay.application", AlipayEnvelope.APPLICATION),
                                set("alipay.address", address + "/gateway.do"),
                                set("alipay.notices", own + "/wallets/alipay/notify"),
                                set("alipay.keys.merchant", keys + "/alipay-merchant-key.pem"),
                                set("alipay.keys.wallet", keys + "/alipay-wallet-public.pem"));
    }

    private static String set(String name, String value) {
        return "--assistcounter.wallets." + name + "=" + value;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    GatewayServer wallets() {
        return wallets;
    }

    AttemptStore attempts() {
        return fleet.getBean(AttemptStore.class);
    }

    <T> T bean(Class<T> type) {
        return fleet.getBean(type);
    }

    /** An order at the wallet, and what a shopper scans to pay it. */
    String order(WalletKind kind, String attempt, long amountMinor) {
        var order =
                new WalletGateway.Order(
                        attempt,
                        amountMinor,
                        "CNY",
                        "xunyi-pingguo",
                        clock().instant().plusSeconds(600));
        return gateway(kind).order(order).blockOptional().orElseThrow();
    }

    /** The fleet's own memory of it. */
    void keep(WalletKind kind, String attempt, long amountMinor) {
        attempts()
                .add(
                        new Attempt(
                                attempt,
                                new Attempt.Owner("demonstration", COUNTER),
                                amountMinor,
                                "CNY",
                                new Attempt.Means(kind, false, ""),
                                new Standing(State.WAITING, 0, ""),
                                clock().instant()))
                .block();
    }

    void giveUp(String attempt) {
        var ended = new AttemptStore.Ended(attempt, COUNTER, "abandoned");
        attempts().end(List.of(ended)).block();
        attempts().stand(attempt, new Standing(State.CLOSED, 0, "")).block();
    }

    State state(String attempt) {
        return standing(attempt).state();
    }

    Standing standing(String attempt) {
        return attempts().find(attempt).blockOptional().orElseThrow().standing();
    }

    /** What the wallet says when it is asked, kept as the fleet keeps it. */
    Standing askedFor(WalletKind kind, String attempt) {
        Standing standing = gateway(kind).query(attempt).blockOptional().orElseThrow();
        attempts().stand(attempt, standing).block();
        return standing;
    }

    SandboxStore.Sums sandboxSums() {
        return fleet.getBean(SandboxStore.class).sums().blockOptional().orElseThrow();
    }

    /** Opens the page that a code of the sandbox leads to, and pays there. */
    boolean payInTheSandbox(String code) {
        String token = code.substring(code.lastIndexOf('/') + 1);
        SandboxStore store = fleet.getBean(SandboxStore.class);
        store.pay(token, "SANDBOX-" + token).block();
        return store.findByToken(token).blockOptional().orElseThrow().state().equals("paid");
    }

    WalletGateway gateway(WalletKind kind) {
        return fleet.getBeansOfType(WalletGateway.class).values().stream()
                .filter(gateway -> gateway.terms().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private Clock clock() {
        return fleet.getBean(Clock.class);
    }

    static void eventually(BooleanSupplier condition) {
        var found =
                Flux.interval(PAUSE)
                        .onBackpressureDrop()
                        .publishOn(Schedulers.boundedElastic(), 1)
                        .filter(tick -> condition.getAsBoolean())
                        .take(PATIENCE)
                        .blockFirst();
        if (found == null) {
            throw new AssertionError("It did not come about in " + PATIENCE);
        }
    }

    @Override
    public void close() {
        fleet.close();
        wallets.close();
    }
}
