package org.assistcounter.fleet.link.client;

import java.time.Clock;
import java.util.List;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.link.Connected;
import org.assistcounter.fleet.link.MessageLimit;
import org.assistcounter.fleet.link.RefusalLog;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.context.ApplicationContext;

/** The door of an instance whose brokers others run, or of one with its own, and who is there. */
public final class DoorForTests implements AutoCloseable {
    private final Connected connected = new Connected();
    private final Presence presence;
    private final OuterDoor door;

    /**
     * @param server whose registry, limit and refusals it works with
     */
    public DoorForTests(ApplicationContext server, Clock clock, List<String> brokers) {
        var external = new ExternalSettings(brokers, "1", null, null);
        this.presence = new Presence(connected, server.getBean(Counters.class), external, clock);
        this.door =
                new OuterDoor(
                        external,
                        presence,
                        server.getBean(MessageLimit.class),
                        server.getBean(RefusalLog.class),
                        clock);
    }

    /** Looks into the registry, as at a start. */
    public void begin() {
        presence.afterSingletonsInstantiated();
    }

    /** A message comes by this connection; whether it is a word to us. */
    public boolean isOpen(CounterId counter, String suffix, Object connection) {
        return door.isOpen(counter, suffix, connection);
    }

    public boolean admits(CounterId counter, String suffix) {
        return door.admitted(counter, suffix).blockOptional().orElseThrow();
    }

    public Connected connected() {
        return connected;
    }

    /** What is done every minute. */
    public void sweep() {
        presence.sweep();
    }

    @Override
    public void close() {
        presence.destroy();
    }
}
