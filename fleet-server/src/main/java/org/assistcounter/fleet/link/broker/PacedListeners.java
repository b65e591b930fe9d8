package org.assistcounter.fleet.link.broker;

import io.netty.bootstrap.ChannelInitializerExtension;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Tells Netty, before anything uses it, to look for {@link PacedHandshakes}. */
final class PacedListeners
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        System.setProperty(ChannelInitializerExtension.EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }
}
