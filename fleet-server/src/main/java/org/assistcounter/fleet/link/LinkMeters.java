package org.assistcounter.fleet.link;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What is measured of connections. */
@Component
class LinkMeters implements MeterBinder {
    private final Connected connected;
    private final Link link;
    private final RefusalLog refusals;
    private final Waiting waiting;

    LinkMeters(Connected connected, Link link, RefusalLog refusals, Waiting waiting) {
        this.connected = connected;
        this.link = link;
        this.refusals = refusals;
        this.waiting = waiting;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("assistcounter.link.connections", connected, Connected::count)
                .description("Counters that are connected")
                .register(meters);
        Gauge.builder("assistcounter.link.up", link, up -> up.isUp() ? 1 : 0)
                .description("1 while the server is connected to its broker")
                .register(meters);
        FunctionCounter.builder("assistcounter.link.failures", link, Link::handlerFailures)
                .description("Messages that the server failed on; their counters send them again")
                .register(meters);
        FunctionCounter.builder("assistcounter.link.overflows", waiting, Waiting::letGo)
                .description("Messages that there was no room for; their counters send them again")
                .register(meters);
        for (Refusal.Reason reason : Refusal.Reason.values()) {
            FunctionCounter.builder(
                            "assistcounter.link.refusals", refusals, log -> log.count(reason))
                    .description("Connections and messages that were turned away")
                    .tag("reason", reason.word())
                    .register(meters);
        }
    }
}
