package org.assistcounter.fleet.database;

import io.r2dbc.pool.ConnectionPool;
import java.net.URI;
import java.nio.file.Path;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.fleet.settings.Listener;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/** Makes what an instance has to talk to the others with. */
public final class BroadcastsForTests {
    private BroadcastsForTests() {}

    /**
     * @param server whose database it is
     * @param database as in the settings: embedded, or an address
     */
    public static Broadcasts of(ApplicationContext server, String database) {
        Listener here = new Listener(null, 8080);
        return new Broadcasts(
                server.getBean(ConnectionPool.class),
                server.getBean(DatabaseClient.class),
                new FleetSettings(
                        Path.of("none"),
                        here,
                        here,
                        database,
                        54_329,
                        false,
                        URI.create("http://localhost:8080")));
    }
}
