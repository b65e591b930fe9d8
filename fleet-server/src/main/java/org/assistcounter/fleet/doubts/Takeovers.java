package org.assistcounter.fleet.doubts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.assistcounter.protocol.identity.CounterId;

/**
 * How often a connection took the place of another one of its name. One counter does that when its
 * network is bad: the broker has not noticed yet that the old line is dead. Two that bear one name
 * do it for ever. Pure: time comes in.
 */
final class Takeovers {
    static final int MANY = 6;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private final Map<CounterId, Deque<Instant>> lately = new HashMap<>();

    /** Whether with this one there are many; they are then counted anew. */
    boolean isOneOfMany(CounterId counter, Instant at) {
        forgetBefore(at.minus(WINDOW));
        Deque<Instant> times = lately.computeIfAbsent(counter, _ -> new ArrayDeque<>());
        times.add(at);
        boolean isMany = times.size() >= MANY;
        if (isMany) {
            lately.remove(counter);
        }
        return isMany;
    }

    /** For how many counters something is remembered. */
    int size() {
        return lately.size();
    }

    private void forgetBefore(Instant moment) {
        lately.values()
                .removeIf(times -> {
                    times.removeIf(at -> at.isBefore(moment));
                    return times.isEmpty();
                });
    }
}
