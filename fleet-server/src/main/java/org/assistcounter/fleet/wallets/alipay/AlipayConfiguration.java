package org.assistcounter.fleet.wallets.alipay;

import org.assistcounter.fleet.catalogue.Catalogue;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Sets Alipay up where the settings name an application. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("assistcounter.wallets.alipay.application")
class AlipayConfiguration {

    @Bean
    AlipayGateway alipayGateway(Environment environment, Catalogue catalogue) {
        AlipaySettings settings =
                Binder.get(environment)
                        .bind("assistcounter.wallets.alipay", AlipaySettings.class)
                        .get();
        return new AlipayGateway(settings, catalogue::name);
    }
}
