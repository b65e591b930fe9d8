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

    private static final int GONE_MAX = 1_000;

    private final Connected connected;
    private final Roster roster;
    private final Clock clock;
    private final Map<CounterId, String> tenants = new ConcurrentHashMap<>();
    private volatile Instant until = Instant.MIN;

    Online(Connected connected, Roster roster, Clock clock) {
        this.connected = connected;
        this.roster = roster;
        this.clock = clock;
    }

    Mono<Long> count(String tenant) {
        forgetOld();
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

    /** Those that had a connection and have none now; of very many some. */
    List<CounterId> goneLately() {
        return connected.gone().stream().limit(GONE_MAX).toList();
    }

    private void forgetOld() {
        Instant now = clock.instant();
        if (now.isAfter(until)) {
            tenants.clear();
            until = now.plus(REMEMBERED);
        }
    }

    /** At a broker that is not ours it may stay connected; another instance's are heard of late. */
    @Override
    public void suspended(CounterId counter) {
        tenants.remove(counter);
    }
}
