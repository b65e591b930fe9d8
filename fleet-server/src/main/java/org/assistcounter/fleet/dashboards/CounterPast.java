package org.assistcounter.fleet.dashboards;

import java.time.ZoneId;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.CounterStatus;
import org.assistcounter.fleet.counters.Retirements;
import org.assistcounter.fleet.counters.ServiceVisits;
import org.assistcounter.fleet.directives.Directives;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what people have done at a counter and with it, and want of it. */
@Component
class CounterPast {
    private static final int VISITS = 10;

    private final ServiceVisits visits;
    private final Retirements retirements;
    private final Directives directives;

    CounterPast(ServiceVisits visits, Retirements retirements, Directives directives) {
        this.visits = visits;
        this.retirements = retirements;
        this.directives = directives;
    }

    /** What is wanted of it, and what it has said of that. */
    Mono<SoldBy> soldBy(Counter counter, Fleet fleet, Words words) {
        ZoneId zone = fleet.zone(counter.id().hex());
        return directives
                .of(counter.id())
                .map(standing -> SoldBy.of(standing, words, zone))
                .defaultIfEmpty(SoldBy.itsCard(words));
    }

    Mono<Visits> visits(Counter counter, Fleet fleet, Words words) {
        ZoneId zone = fleet.zone(counter.id().hex());
        return Mono.zip(
                visits.newest(counter.id(), VISITS).collectList(),
                visits.wrongCodes(counter.id()).singleOptional(),
                (rows, wrong) -> Visits.of(rows, wrong.orElse(null), words, zone));
    }

    /** Whether it is in service, and what of that somebody may change. */
    Mono<OneCounter.Service> service(Counter counter, Fleet fleet, Words words, Operator operator) {
        ZoneId zone = fleet.zone(counter.id().hex());
        boolean may = operator.may(May.DIRECT_COUNTERS);
        return retirements
                .of(counter)
                .map(retirement ->
                        new OneCounter.Service(
                                words.say(
                                        "retired.by",
                                        words.time(retirement.at(), zone),
                                        retirement.by()),
                                retirement.why(),
                                may ? "reinstate" : ""))
                .defaultIfEmpty(
                        new OneCounter.Service(
                                "",
                                "",
                                may && counter.status() != CounterStatus.RETIRED ? "retire" : ""));
    }
}
