package org.assistcounter.fleet.settings;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes the clock, the randomness and the data directory that all others are given. It is the only
 * class that may reach for the real clock, so that every other one can be run at any time.
 */
@Configuration(proxyBeanMethods = false)
public class SettingsConfiguration {

    @Bean
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    public SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    DataDirectory dataDirectory(FleetSettings settings) {
        return DataDirectory.open(settings.data());
    }
}
