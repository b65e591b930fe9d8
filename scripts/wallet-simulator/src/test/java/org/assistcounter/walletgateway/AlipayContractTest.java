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
        var files =
                new AlipaySettings.KeyFiles(
                        keys.resolve("alipay-merchant-key.pem"),
                        keys.resolve("alipay-wallet-public.pem"));
        var settings =
                new AlipaySettings(
                        AlipayEnvelope.APPLICATION,
                        files,
                        URI.create(address + "/gateway.do"),
                        URI.create(address + "/nowhere"));
        return new AlipayGateway(settings, product -> "苹果 " + product);
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
