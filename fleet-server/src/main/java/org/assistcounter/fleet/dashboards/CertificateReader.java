package org.assistcounter.fleet.dashboards;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.counters.Counter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads whose certificates end soon. */
@Component
public class CertificateReader {
    private static final int ROWS = 50;

    private final Lexicon lexicon;

    CertificateReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Of this tenant.
     *
     * @param page counted from 1
     */
    public Mono<Certificates> read(String tenant, int page, Locale locale) {
        Words words = lexicon.words(locale);
        return lexicon.fleet(tenant).map(fleet -> drawn(ending(fleet, words), page, fleet, words));
    }

    private static Certificates drawn(List<Counter> all, int page, Fleet fleet, Words words) {
        var rows = new CertificateRows(words, fleet);
        return new Certificates(
                all.stream().skip((page - 1L) * ROWS).limit(ROWS).map(rows::row).toList(),
                all.size(),
                page - 1,
                (long) page * ROWS < all.size() ? page + 1 : 0);
    }

    private static List<Counter> ending(Fleet fleet, Words words) {
        return fleet.ending(words.now()).stream()
                .sorted(
                        Comparator.comparing(
                                        (Counter counter) -> counter.keys().endAt(),
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(counter -> counter.place().label()))
                .toList();
    }
}
