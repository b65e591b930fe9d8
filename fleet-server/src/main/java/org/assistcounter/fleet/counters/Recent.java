package org.assistcounter.fleet.counters;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assistcounter.protocol.identity.CounterId;

/** The counters that were looked up in the last seconds, a bounded number. It has no clock. */
final class Recent {
    static final Duration KEPT = Duration.ofSeconds(5);
    static final int MANY = 4_096;

    private final Map<CounterId, Found> found =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<CounterId, Found> eldest) {
                    return size() > MANY;
                }
            };

    private record Found(Counter counter, Instant at) {}

    synchronized Optional<Counter> find(CounterId id, Instant now) {
        return Optional.ofNullable(found.get(id))
                .filter(each -> each.at().isAfter(now.minus(KEPT)) && !each.at().isAfter(now))
                .map(Found::counter);
    }

    synchronized void keep(Counter counter, Instant at) {
        found.remove(counter.id());
        found.put(counter.id(), new Found(counter, at));
    }

    synchronized void forget(CounterId id) {
        found.remove(id);
    }
}
