package org.assistcounter.fleet.settings;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Every setting of the server, checked once at start so that no module meets a wrong one later.
 *
 * @param data where keys, tokens and the embedded database are kept
 * @param http where people and enrolling counters come in
 * @param mqtt where counters connect
 * @param database the word `embedded`, or `postgresql://user:password@host:port/name`
 * @param databasePort the fixed port of the embedded database
 * @param demonstration whether a visitor from this machine is signed in without a password
 * @param origin what counters are told to be the address of this server
 */
@ConfigurationProperties("assistcounter")
public record FleetSettings(
        Path data,
        Listener http,
        Listener mqtt,
        String database,
        int databasePort,
        boolean demonstration,
        URI origin) {

    /** Refuses in words what cannot work. */
    public FleetSettings {
        require(data, "assistcounter.data is missing: name a directory the server may write to.");
        require(http, "assistcounter.http is missing: it needs an address and a port.");
        require(mqtt, "assistcounter.mqtt is missing: it needs an address and a port.");
        require(database, "assistcounter.database is missing: say embedded, or give a URL.");
        require(origin, "assistcounter.origin is missing: counters need the server's address.");
        if (!database.equals("embedded") && !database.startsWith("postgresql://")) {
            throw new IllegalArgumentException(
                    "assistcounter.database must be the word embedded or a URL such as"
                            + " postgresql://user:password@host:5432/fleet.");
        }
        Listener.checkPort("assistcounter.database-port", databasePort);
        if (demonstration && !(http.isLoopback() && mqtt.isLoopback())) {
            throw new IllegalArgumentException(
                    "assistcounter.demonstration signs visitors in without a password, so it only"
                            + " runs while assistcounter.http.address and .mqtt.address are"
                            + " 127.0.0.1.");
        }
    }

    /** Whether this server starts its own database. */
    public boolean hasEmbeddedDatabase() {
        return database.equals("embedded");
    }

    private static void require(@Nullable Object value, String words) {
        if (value == null) {
            throw new IllegalArgumentException(words);
        }
    }
}
