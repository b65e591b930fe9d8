package org.assistcounter.fleet.wallets.wechat;

import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.settings.DataDirectory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Sets WeChat Pay up where the settings name a merchant. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("assistcounter.wallets.wechat.merchant")
class WeChatConfiguration {

    @Bean
    WeChatSettings weChatSettings(Environment environment) {
        return Binder.get(environment)
                .bind("assistcounter.wallets.wechat", WeChatSettings.class)
                .get();
    }

    @Bean
    WeChatGateway weChatGateway(WeChatSettings settings, Catalogue catalogue) {
        return new WeChatGateway(settings, catalogue::name);
    }

    @Bean
    WeChatBills weChatBills(WeChatSettings settings, DataDirectory data) {
        return new WeChatBills(settings, data.directory("bills-wechat"));
    }
}
