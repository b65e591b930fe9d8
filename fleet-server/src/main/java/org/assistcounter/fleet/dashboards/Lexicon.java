package org.assistcounter.fleet.dashboards;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.link.Connected;
import org.assistcounter.fleet.sites.Sites;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What every page starts from: the reader's words, and the tenant's fleet to look names up. */
@Component
class Lexicon {
    private final MessageSource texts;
    private final Catalogue catalogue;
    private final Counters counters;
    private final Sites sites;
    private final Connected connected;
    private final Clock clock;

    Lexicon(
            MessageSource texts,
            Catalogue catalogue,
            Counters counters,
            Sites sites,
            Connected connected,
            Clock clock) {
        this.texts = texts;
        this.catalogue = catalogue;
        this.counters = counters;
        this.sites = sites;
        this.connected = connected;
        this.clock = clock;
    }

    Words words(Locale locale) {
        return new Words(texts, catalogue, locale, clock.instant());
    }

    Mono<Fleet> fleet(String tenant) {
        return Mono.zip(
                counters.glance(tenant).collectList(),
                sites.of(tenant).collectList(),
                (all, places) -> new Fleet(all, places, connected::has));
    }

    /** The same with one counter, where nothing else is spoken of. */
    Mono<Fleet> fleet(Counter counter) {
        return sites.of(counter.place().tenant())
                .collectList()
                .map(places -> new Fleet(List.of(counter), places, connected::has));
    }
}
