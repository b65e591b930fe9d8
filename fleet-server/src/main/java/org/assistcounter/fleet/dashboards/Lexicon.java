package org.assistcounter.fleet.dashboards;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Roster;
import org.assistcounter.fleet.link.Connected;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.fleet.sites.Site;
import org.assistcounter.fleet.sites.Sites;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What every page starts from: the reader's words, and the counters that it speaks of. */
@Component
class Lexicon {
    private final MessageSource texts;
    private final Catalogue catalogue;
    private final Roster roster;
    private final Sites sites;
    private final Connected connected;
    private final Clock clock;

    Lexicon(
            MessageSource texts,
            Catalogue catalogue,
            Roster roster,
            Sites sites,
            Connected connected,
            Clock clock) {
        this.texts = texts;
        this.catalogue = catalogue;
        this.roster = roster;
        this.sites = sites;
        this.connected = connected;
        this.clock = clock;
    }

    Words words(Locale locale) {
        return new Words(texts, catalogue, locale, clock.instant());
    }

    /** What is of this tenant of the counters that a page speaks of; what is no id is nobody's. */
    Mono<Fleet> fleet(String tenant, Collection<String> counters) {
        List<CounterId> ids =
                counters.stream().distinct().flatMap(id -> CounterId.parse(id).stream()).toList();
        return roster.named(tenant, ids).collectList().flatMap(this::fleet);
    }

    Mono<Fleet> fleet(Collection<Counter> counters) {
        Set<String> places =
                counters.stream()
                        .map(counter -> counter.place().site())
                        .collect(Collectors.toSet());
        // Looked at once: who sorts by it must not be told otherwise meanwhile.
        Set<CounterId> there =
                counters.stream()
                        .map(Counter::id)
                        .filter(connected::has)
                        .collect(Collectors.toSet());
        return sites.find(places).map(found -> new Fleet(counters, found, there::contains));
    }

    /** The zone whose day is today: that of the tenant's sites, or China's while there is none. */
    Mono<ZoneId> zone(String tenant) {
        return sites.first(tenant).map(Site::zone).defaultIfEmpty(BusinessZone.HOME);
    }
}
