package org.assistcounter.fleet.dashboards;

import java.time.ZoneId;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.CounterStatus;
import org.assistcounter.fleet.counters.Retirements;
import org.assistcounter.fleet.counters.ServiceVisits;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads what people have done at a counter and with it. */
@Component
class CounterPast {
    private static final int VISITS = 10;

    private final ServiceVisits visits;
    private final Retirements retirements;

    CounterPast(ServiceVisits visits, Retirements retirements) {
        this.visits = visits;
        this.retirements = retirements;
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
