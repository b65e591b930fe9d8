package org.assistcounter.fleet.wallets;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the wallets that are set up behind one desk; there may be none. */
@Configuration(proxyBeanMethods = false)
class WalletsConfiguration {

    @Bean
    Gateways gateways(ObjectProvider<WalletGateway> gateways, WalletSettings settings) {
        return new Gateways(gateways.stream().toList(), settings.offered());
    }
}
