package org.assistcounter.fleet.dashboards;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Roster;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads whose certificates end soon. */
@Component
public class CertificateReader {
    private static final int ROWS = 50;

    private final Lexicon lexicon;
    private final Roster roster;

    CertificateReader(Lexicon lexicon, Roster roster) {
        this.lexicon = lexicon;
        this.roster = roster;
    }

    /**
     * Of this tenant.
     *
     * @param page counted from 1
     */
    public Mono<Certificates> read(String tenant, int page, Locale locale) {
        Words words = lexicon.words(locale);
        Instant soon = words.now().plus(Counter.RENEWED_BEFORE);
        return Mono.zip(
                        roster.census(tenant, Standing.hearing(words.now()), soon),
                        roster.ending(tenant, soon, (page - 1L) * ROWS, ROWS).collectList())
                .flatMap(read ->
                        lexicon.fleet(read.getT2())
                                .map(fleet ->
                                        drawn(
                                                read.getT2(),
                                                read.getT1().ending(),
                                                page,
                                                new CertificateRows(words, fleet))));
    }

    private static Certificates drawn(
            List<Counter> shown, long all, int page, CertificateRows rows) {
        return new Certificates(
                shown.stream().map(rows::row).toList(),
                all,
                page - 1,
                (long) page * ROWS < all ? page + 1 : 0);
    }
}
