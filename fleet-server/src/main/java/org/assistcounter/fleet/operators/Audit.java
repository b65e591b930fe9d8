package org.assistcounter.fleet.operators;

import java.time.Clock;
import org.assistcounter.fleet.operators.store.AuditStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Records who did what. A change and its line belong into one transaction. */
@Service
public class Audit {

    private final AuditStore store;
    private final Clock clock;

    Audit(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Adds a line.
     *
     * @param action one word, such as `enrolment-token`
     * @param subject what it was done to
     * @param detail whatever else a later reader needs
     */
    public Mono<Void> record(Operator operator, String action, String subject, String detail) {
        return store.add(operator, action, subject, detail, clock.instant());
    }
}
