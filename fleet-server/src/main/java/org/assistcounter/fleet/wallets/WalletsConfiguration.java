package org.assistcounter.fleet.wallets;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the wallets that are set up behind one desk; there may be none. */
@Configuration(proxyBeanMethods = false)
class WalletsConfiguration {

    @Bean
    Gateways gateways(
            ObjectProvider<WalletGateway> gateways, WalletSettings settings, MeterRegistry meters) {
        return new Gateways(
                gateways.stream()
                        .<WalletGateway>map(wallet -> new MeteredGateway(wallet, meters))
                        .toList(),
                settings.offered());
    }
}
