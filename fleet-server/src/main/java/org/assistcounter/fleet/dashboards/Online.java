package org.assistcounter.fleet.dashboards;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assistcounter.fleet.counters.Roster;
import org.assistcounter.fleet.counters.SuspensionListener;
import org.assistcounter.fleet.link.Connected;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How many counters of a tenant that may connect have a connection now, and who has lost his. Whose
 * a connected counter is, is remembered for a minute, so that a page of a large fleet does not ask
 * for all of them.
 */
@Component
class Online implements SuspensionListener {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private static final int GONE_MAX = 5_000;

    private final Connected connected;
    private final Roster roster;
    private final Clock clock;
    private volatile Memory memory = new Memory(new ConcurrentHashMap<>(), Instant.MIN);

    Online(Connected connected, Roster roster, Clock clock) {
        this.connected = connected;
        this.roster = roster;
        this.clock = clock;
    }

    /** One takes the place of another; who counts by the other goes on with it. */
    private record Memory(Map<CounterId, String> tenants, Instant until) {}

    Mono<Long> count(String tenant) {
        Map<CounterId, String> tenants = remembered();
        List<CounterId> unknown =
                connected.all().stream().filter(id -> !tenants.containsKey(id)).toList();
        return roster.tenantsOfTaking(unknown)
                .map(found -> {
                    tenants.putAll(found);
                    return connected.all().stream()
                            .filter(id -> tenant.equals(tenants.get(id)))
                            .count();
                });
    }

    private Map<CounterId, String> remembered() {
        Instant now = clock.instant();
        Memory current = memory;
        if (now.isAfter(current.until())) {
            current = new Memory(new ConcurrentHashMap<>(), now.plus(REMEMBERED));
            memory = current;
        }
        return current.tenants();
    }

    /** Those that had a connection and have none now; of very many some. */
    List<CounterId> gone() {
        return connected.gone().stream().limit(GONE_MAX).toList();
    }

    /** At a broker that is not ours it may stay connected; another instance's are heard of late. */
    @Override
    public void suspended(CounterId counter) {
        connected.forget(counter);
        Memory current = memory;
        Map<CounterId, String> others = new ConcurrentHashMap<>(current.tenants());
        others.remove(counter);
        memory = new Memory(others, current.until());
    }
}
