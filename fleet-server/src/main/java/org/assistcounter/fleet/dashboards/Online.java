package org.assistcounter.fleet.dashboards;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assistcounter.fleet.counters.Roster;
import org.assistcounter.fleet.link.Connected;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How many counters of a tenant have a connection now. Whose a counter is never changes, so it is
 * asked once and not with each page.
 */
@Component
class Online {
    private final Connected connected;
    private final Roster roster;
    private final Map<CounterId, String> tenants = new ConcurrentHashMap<>();

    Online(Connected connected, Roster roster) {
        this.connected = connected;
        this.roster = roster;
    }

    Mono<Long> count(String tenant) {
        tenants.keySet().retainAll(connected.all());
        List<CounterId> unknown =
                connected.all().stream().filter(id -> !tenants.containsKey(id)).toList();
        return roster.tenants(unknown)
                .map(found -> {
                    tenants.putAll(found);
                    return connected.all().stream()
                            .filter(id -> tenant.equals(tenants.get(id)))
                            .count();
                });
    }
}
