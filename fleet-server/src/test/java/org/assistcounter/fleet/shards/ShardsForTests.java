package org.assistcounter.fleet.shards;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.fleet.settings.Listener;
import org.assistcounter.fleet.shards.store.LeaseStore;

/** Makes what a server with an external database makes of itself. */
public final class ShardsForTests {
    private ShardsForTests() {}

    /** An instance that has begun nothing. */
    public static Shards instance(LeaseStore store, String name, List<String> brokers) {
        Listener here = new Listener(null, 8080);
        var settings =
                new FleetSettings(
                        Path.of("none"),
                        here,
                        here,
                        "postgresql://fleet@localhost/fleet",
                        54_329,
                        false,
                        URI.create("http://localhost:8080"));
        var external = new ExternalSettings(brokers, name, null, null);
        return new Shards(store, settings, external, Clock.systemUTC(), new SecureRandom());
    }

    /** As before its ports are opened; waits so long for one that was killed. */
    public static void join(LeaseStore store, Shards shards, Duration patience) {
        new Joining(store, shards, patience).afterSingletonsInstantiated();
    }

    /** The same, without much patience. */
    public static void join(LeaseStore store, Shards shards) {
        join(store, shards, Duration.ofMillis(500));
    }
}
