package org.assistcounter.fleet.dashboards;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.ingest.Refusals;
import org.assistcounter.fleet.ingest.Refused;
import org.assistcounter.fleet.link.Refusal;
import org.assistcounter.fleet.link.RefusalLog;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what was refused and parked. */
@Component
public class NotAcceptedReader {
    private static final int ROWS_MAX = 100;

    private final Lexicon lexicon;
    private final Counters counters;
    private final Refusals refusals;
    private final RefusalLog log;

    NotAcceptedReader(Lexicon lexicon, Counters counters, Refusals refusals, RefusalLog log) {
        this.lexicon = lexicon;
        this.counters = counters;
        this.refusals = refusals;
        this.log = log;
    }

    /** For people of this tenant; what nobody's counter sent is shown to everybody. */
    public Mono<NotAccepted> read(String tenant, Locale locale) {
        Words words = lexicon.words(locale);
        return Mono.zip(
                        refusals.suspended(tenant, ROWS_MAX).collectList(),
                        refusals.latest(tenant, ROWS_MAX).collectList(),
                        log.latest(ROWS_MAX)
                                .filterWhen(refusal -> isSeenBy(tenant, refusal))
                                .collectList())
                .flatMap(read ->
                        lexicon.fleet(tenant, mentioned(read.getT1(), read.getT2(), read.getT3()))
                                .map(fleet ->
                                        new NotAccepted(
                                                rows(read.getT1(), fleet, words),
                                                rows(read.getT2(), fleet, words),
                                                read.getT3().stream()
                                                        .map(each -> row(each, fleet, words))
                                                        .toList())));
    }

    private static List<String> mentioned(
            List<Refused> parked, List<Refused> refused, List<Refusal> turnedAway) {
        return Stream.concat(
                        Stream.concat(parked.stream(), refused.stream()).map(Refused::counter),
                        turnedAway.stream().map(Refusal::claimedId))
                .toList();
    }

    private static List<Rows.Refusal> rows(List<Refused> all, Fleet fleet, Words words) {
        return all.stream().map(each -> row(each, fleet, words)).toList();
    }

    /** Another tenant's counter is none of this tenant's business. */
    private Mono<Boolean> isSeenBy(String tenant, Refusal refusal) {
        return Mono.justOrEmpty(CounterId.parse(refusal.claimedId()))
                .flatMap(counters::find)
                .map(counter -> counter.place().tenant().equals(tenant))
                .defaultIfEmpty(true);
    }

    private static Rows.Refusal row(Refused refused, Fleet fleet, Words words) {
        String verdict = words.explain("verdict", refused.verdict());
        boolean isParked = refused.verdict().equals("suspense");
        return new Rows.Refusal(
                refused.at() + "/" + refused.counter() + "/" + refused.topic(),
                words.time(refused.at(), fleet.zone(refused.counter())),
                fleet.label(refused.counter()),
                isParked ? State.watch(verdict) : State.bad(verdict),
                refused.topic() + " · " + words.explain("reason", refused.reason()));
    }

    private static Rows.Refusal row(Refusal refusal, Fleet fleet, Words words) {
        String reason = refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Rows.Refusal(
                refusal.at() + "/" + refusal.claimedId(),
                words.time(refusal.at(), fleet.zone(refusal.claimedId())),
                fleet.label(refusal.claimedId()),
                State.bad(words.explain("turned-away", reason)),
                refusal.topic());
    }
}
