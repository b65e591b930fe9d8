package org.assistcounter.walletgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.assistcounter.fleet.wallets.WalletGateway;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.wechat.WeChatGateway;
import org.assistcounter.fleet.wallets.wechat.WeChatSettings;
import org.junit.jupiter.api.Test;

/** WeChat Pay's library with the fleet's gateway on it. */
class WeChatContractTest extends GatewayContract {

    @Override
    WalletGateway wallet(String address, Path keys) {
        return new WeChatGateway(settings(address, keys), product -> "苹果, " + product);
    }

    static WeChatSettings settings(String address, Path keys) {
        var files =
                new WeChatSettings.KeyFiles(
                        keys.resolve("wechat-merchant-key.pem"),
                        keys.resolve("wechat-wallet-public.pem"),
                        WeChatEnvelope.KEY_ID,
                        keys.resolve("wechat-api-v3-key.txt"));
        return new WeChatSettings(
                WeChatEnvelope.MERCHANT,
                "wx0000000000000001",
                "00000000000000000000000000000000000000A1",
                files,
                URI.create(address),
                URI.create(address + "/nowhere"));
    }

    @Override
    String prefix() {
        return "13";
    }

    @Test
    void takesNoMoneyForWhatItHasClosed() {
        var order = order();
        String code = said(wallet().order(order));

        assertThat(said(wallet().close(order.attempt())).state()).isEqualTo(State.CLOSED);
        assertThat(server().pay(code)).isFalse();
    }
}
