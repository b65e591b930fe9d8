package org.assistcounter.fleet.wallets.alipay;

import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.settings.DataDirectory;
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
    AlipaySettings alipaySettings(Environment environment) {
        return Binder.get(environment)
                .bind("assistcounter.wallets.alipay", AlipaySettings.class)
                .get();
    }

    @Bean
    AlipayGateway alipayGateway(AlipaySettings settings, Catalogue catalogue) {
        return new AlipayGateway(settings, catalogue::name);
    }

    @Bean
    AlipayBills alipayBills(AlipaySettings settings, DataDirectory data) {
        return new AlipayBills(settings, data.directory("bills-alipay"));
    }
}
