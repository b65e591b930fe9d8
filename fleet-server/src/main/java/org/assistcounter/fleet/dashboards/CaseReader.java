package org.assistcounter.fleet.dashboards;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assistcounter.fleet.complaints.ComplaintSettings;
import org.assistcounter.fleet.complaints.Settlements;
import org.assistcounter.fleet.ledger.CaseFile;
import org.assistcounter.fleet.ledger.Cases;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the pages of cases. */
@Component
public class CaseReader {
    private static final int SETTLED_MAX = 50;

    private final Lexicon lexicon;
    private final Cases cases;
    private final Settlements settlements;
    private final ComplaintSettings settings;

    CaseReader(Lexicon lexicon, Cases cases, Settlements settlements, ComplaintSettings settings) {
        this.lexicon = lexicon;
        this.cases = cases;
        this.settlements = settlements;
        this.settings = settings;
    }

    /** Every case that somebody has to look at, and the newest that are through. */
    public Mono<AllCases> all(String tenant, Locale locale) {
        Words words = lexicon.words(locale);
        return Mono.zip(
                        settlements.waiting(tenant).collectList(),
                        cases.open(tenant).collectList(),
                        settlements.settled(tenant, SETTLED_MAX).collectList())
                .flatMap(read -> {
                    Tasks due = new Tasks().casesWaiting(read.getT1()).cases(read.getT2());
                    return lexicon.fleet(tenant, mentioned(due, read.getT3()))
                            .map(fleet -> drawn(due, read.getT3(), new TaskRows(words, fleet)));
                });
    }

    private static List<String> mentioned(Tasks due, List<Settlements.Decided> settled) {
        return Stream.concat(
                        due.counters(), settled.stream().map(each -> each.file().where().counter()))
                .toList();
    }

    private static AllCases drawn(Tasks due, List<Settlements.Decided> settled, TaskRows rows) {
        return new AllCases(due.drawn(rows), settled.stream().map(rows.cases()::decided).toList());
    }

    /** One case; empty when the tenant has none of this number. */
    public Mono<OneCase> one(String tenant, long id, Locale locale) {
        return cases.find(tenant, id).flatMap(file -> draw(file, lexicon.words(locale)));
    }

    private Mono<OneCase> draw(CaseFile file, Words words) {
        String sale = file.line().sale();
        return Mono.zip(
                        lexicon.fleet(file.where().tenant(), List.of(file.where().counter())),
                        cases.payments(sale).collectList(),
                        settlements.find(file.id()).singleOptional(),
                        settlements.claims(sale).collectList())
                .map(read -> {
                    var drawing = new CaseDrawing(words, read.getT1(), file, settings);
                    return drawing.draw(read.getT2(), read.getT3().orElse(null), read.getT4());
                });
    }
}
