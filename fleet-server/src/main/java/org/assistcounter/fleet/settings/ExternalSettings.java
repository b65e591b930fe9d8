package org.assistcounter.fleet.settings;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is set where parts are not embedded and several instances run side by side.
 *
 * @param brokers `host:port` of each broker that others run; none for the one inside this server
 * @param instance how this instance is called among those on one database and at the brokers
 * @param keys the folder of keys that all instances share; null for the data directory's own
 * @param databasePasswordFile what holds the password, where it is not in assistcounter.database
 */
@ConfigurationProperties("assistcounter")
public record ExternalSettings(
        @DefaultValue List<String> brokers,
        @DefaultValue("1") String instance,
        @Nullable Path keys,
        @Nullable Path databasePasswordFile) {

    /** Refuses in words what cannot work. */
    public ExternalSettings {
        brokers = List.copyOf(brokers);
        if (!instance.matches("[a-z0-9][a-z0-9-]{0,19}")) {
            throw new IllegalArgumentException(
                    "assistcounter.instance is 1 to 20 letters a-z, digits and hyphens, not "
                            + instance
                            + ".");
        }
        if (new HashSet<>(brokers).size() != brokers.size()) {
            throw new IllegalArgumentException("assistcounter.brokers names one of them twice.");
        }
        brokers.forEach(BrokerAddress::parse);
    }

    /** Whether this server has its broker in itself. */
    public boolean hasEmbeddedBroker() {
        return brokers.isEmpty();
    }

    /** As which this instance is known to its brokers. No counter id can be this word. */
    public String brokerName() {
        return hasEmbeddedBroker() ? "fleet" : "fleet-" + instance;
    }

    /** The brokers that others run, in the order in which all instances and counters know them. */
    public List<BrokerAddress> brokerAddresses() {
        return brokers.stream().map(BrokerAddress::parse).toList();
    }
}
