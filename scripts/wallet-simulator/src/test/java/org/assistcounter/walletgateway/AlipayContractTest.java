package org.assistcounter.walletgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.assistcounter.fleet.wallets.WalletGateway;
import org.assistcounter.fleet.wallets.alipay.AlipayGateway;
import org.assistcounter.fleet.wallets.alipay.AlipaySettings;
import org.junit.jupiter.api.Test;

/** Alipay's library with the fleet's gateway on it. */
class AlipayContractTest extends GatewayContract {

    @Override
    WalletGateway wallet(String address, Path keys) {
        return new AlipayGateway(settings(address, keys), product -> "苹果, " + product);
    }

    static AlipaySettings settings(String address, Path keys) {
        var files =
                new AlipaySettings.KeyFiles(
                        keys.resolve("alipay-merchant-key.pem"),
                        keys.resolve("alipay-wallet-public.pem"));
        return new AlipaySettings(
                AlipayEnvelope.APPLICATION,
                files,
                URI.create(address + "/gateway.do"),
                URI.create(address + "/nowhere"));
    }

    @Override
    String prefix() {
        return "28";
    }

    @Test
    void knowsAShownOrderOnlyAfterItsCodeWasScanned() {
        var order = order();

        said(wallet().order(order));

        assertThat(wallet().query(order.attempt()).blockOptional()).isEmpty();
    }
}
