package org.assistcounter.fleet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * The main program. Everything it needs from outside is in the settings; everything it keeps is in
 * the data directory and the database.
 */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class FleetServer {

    /** Starts the server, or refuses in words. */
    public static void main(String[] arguments) {
        SpringApplication.run(FleetServer.class, arguments);
    }
}
