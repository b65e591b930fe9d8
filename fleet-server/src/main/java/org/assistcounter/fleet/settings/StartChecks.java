package org.assistcounter.fleet.settings;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Refuses a start that cannot succeed before anything has begun: no database is started, and
 * nothing migrated, for a server that then finds a setting wrong or its ports taken.
 */
final class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String PREFIX = "assistcounter";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Binder binder = Binder.get(context.getEnvironment());
        bound(binder, PREFIX + ".logs", LogLines.class);
        FleetSettings settings = bound(binder, PREFIX, FleetSettings.class);
        ExternalSettings external = bound(binder, PREFIX, ExternalSettings.class);
        requireFree(settings.http(), "http", "people come in");
        if (external.hasEmbeddedBroker()) {
            requireFree(settings.mqtt(), "mqtt", "counters connect");
        }
    }

    private static <T> T bound(Binder binder, String prefix, Class<T> type) {
        try {
            return binder.bindOrCreate(prefix, type);
        } catch (BindException failure) {
            throw new StartRefused(words(failure), "Correct it and start again.", failure);
        }
    }

    /** What the settings themselves say of it, where they do. */
    private static String words(BindException failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            Throwable made = at.getCause();
            if (at instanceof BeanInstantiationException && made != null) {
                return String.valueOf(made.getMessage());
            }
        }
        return failure.getName() + " cannot be understood.";
    }

    private static void requireFree(Listener listener, String name, String what) {
        var address = new InetSocketAddress(listener.address(), listener.port());
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
        } catch (IOException taken) {
            throw new StartRefused(
                    "The server cannot listen on port %d of %s, where %s: %s."
                            .formatted(
                                    listener.port(), listener.address(), what, taken.getMessage()),
                    "End what uses it, which may be another fleet server, or choose another port"
                            + " with assistcounter."
                            + name
                            + ".port.",
                    taken);
        }
    }
}
