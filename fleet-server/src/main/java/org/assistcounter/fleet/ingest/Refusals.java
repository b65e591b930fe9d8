package org.assistcounter.fleet.ingest;

import java.time.Clock;
import org.assistcounter.fleet.ingest.store.RefusedStore;
import org.assistcounter.fleet.link.Uplink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps what is not accepted, by name and with its bytes. */
@Component
public class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final RefusedStore store;
    private final Clock clock;

    Refusals(RefusedStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Mono<Void> keep(Uplink message, String verdict, String reason) {
        LOG.warn("{} of {} refused: {}, {}", message.suffix(), message.counter(), verdict, reason);
        Refused refused =
                new Refused(
                        clock.instant(),
                        message.counter().hex(),
                        message.suffix(),
                        verdict,
                        reason);
        return store.add(refused, message.payload());
    }

    /** The newest, newest first. */
    public Flux<Refused> latest(int count) {
        return store.latest(count);
    }

    /** Records that are kept but could not be booked, newest first. */
    public Flux<Refused> suspended(int count) {
        return store.suspended(count);
    }
}
