package org.assistcounter.fleet.ingest;

import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.directives.Reports;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.protocol.cbor.MalformedCborException;
import org.assistcounter.protocol.sync.Hello;
import org.assistcounter.protocol.sync.ReportedState;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Hands on by which desired state a counter says that it sells. */
@Component
class ReportDesk {
    private final Reports reports;
    private final Refusals refusals;

    ReportDesk(Reports reports, Refusals refusals) {
        this.reports = reports;
        this.refusals = refusals;
    }

    Mono<Void> greeted(Counter counter, Hello hello) {
        return reports.greeted(counter, hello.desired());
    }

    Mono<Void> received(Counter counter, Uplink message) {
        try {
            reports.reported(counter, ReportedState.decode(message.payload()));
            return Mono.empty();
        } catch (MalformedCborException e) {
            return refusals.keep(counter, message, "malformed", String.valueOf(e.getMessage()));
        }
    }
}
