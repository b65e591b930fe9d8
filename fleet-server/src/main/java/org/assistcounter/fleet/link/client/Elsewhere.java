package org.assistcounter.fleet.link.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assistcounter.fleet.shards.Shard;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.stereotype.Component;

/**
 * Counters that were heard lately and are another instance's. When that instance dies, these may
 * wait for an answer that never comes. It has no clock.
 */
@Component
public class Elsewhere {
    /** Longer than a dead instance's shards take to move. */
    static final Duration LATELY = Duration.ofSeconds(30);

    private final Map<CounterId, Instant> heard = new LinkedHashMap<>();

    synchronized void heard(CounterId counter, Instant at) {
        forgetBefore(at.minus(LATELY));
        heard.remove(counter);
        heard.put(counter, at);
    }

    /** Those of these shards; they are forgotten here. */
    public synchronized List<CounterId> of(Set<Integer> shards, Instant now) {
        forgetBefore(now.minus(LATELY));
        List<CounterId> found = new ArrayList<>();
        heard.keySet()
                .removeIf(counter -> shards.contains(Shard.of(counter)) && found.add(counter));
        return found;
    }

    /** The oldest come first. */
    private void forgetBefore(Instant moment) {
        var oldest = heard.values().iterator();
        while (oldest.hasNext() && oldest.next().isBefore(moment)) {
            oldest.remove();
        }
    }
}
