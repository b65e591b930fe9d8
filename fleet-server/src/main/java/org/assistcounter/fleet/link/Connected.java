package org.assistcounter.fleet.link;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.assistcounter.protocol.identity.CounterId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Which counters have a connection at this moment, by the broker's word. Nothing is kept. */
@Component
public class Connected {
    private static final Logger LOG = LoggerFactory.getLogger(Connected.class);

    private final Map<CounterId, Object> connections = new ConcurrentHashMap<>();
    private final Set<CounterId> gone = ConcurrentHashMap.newKeySet();
    private final Sinks.Many<CounterId> changed = Sinks.many().multicast().directBestEffort();
    private final Sinks.Many<CounterId> takenOver = Sinks.many().multicast().directBestEffort();

    /** Whether it has one. */
    public boolean has(CounterId counter) {
        return connections.containsKey(counter);
    }

    /** How many have one. */
    public int count() {
        return connections.size();
    }

    /** Who has one, as it changes. */
    public Set<CounterId> all() {
        return Collections.unmodifiableSet(connections.keySet());
    }

    /** Who had one and has none now, as it changes. */
    public Set<CounterId> gone() {
        return Collections.unmodifiableSet(gone);
    }

    /** Counters that came or went, from now on; a slow listener misses some. */
    public Flux<CounterId> changes() {
        return changed.asFlux();
    }

    /** Counters whose connection took the place of another that was not known to have ended. */
    public Flux<CounterId> takeovers() {
        return takenOver.asFlux();
    }

    /** A counter has this connection now; a former one, which it takes over, counts no more. */
    public synchronized void came(CounterId counter, Object connection) {
        if (connections.put(counter, connection) != null) {
            tell(takenOver, counter);
        }
        gone.remove(counter);
        tell(changed, counter);
    }

    /** A connection has ended; nothing changes when the counter has a newer one. */
    public synchronized void went(CounterId counter, Object connection) {
        if (connections.remove(counter, connection)) {
            gone.add(counter);
            tell(changed, counter);
        }
    }

    /** It is not missed any more. */
    public void forget(CounterId counter) {
        gone.remove(counter);
    }

    /** The broker has stopped, and every connection with it. */
    public synchronized void allWent() {
        List<CounterId> all = List.copyOf(connections.keySet());
        connections.clear();
        gone.addAll(all);
        all.forEach(counter -> tell(changed, counter));
    }

    private static void tell(Sinks.Many<CounterId> sink, CounterId counter) {
        Sinks.EmitResult told = sink.tryEmitNext(counter);
        if (told.isFailure()) {
            LOG.debug("That {} came or went was not heard: {}", counter, told);
        }
    }
}
