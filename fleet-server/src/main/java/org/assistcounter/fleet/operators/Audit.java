package org.assistcounter.fleet.operators;

import java.time.Clock;
import org.assistcounter.fleet.operators.store.AuditStore;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Records who did what. A change and its line belong into one transaction. The lines of a tenant
 * are a chain of hashes, so that a line that was changed or taken away is seen.
 */
@Service
public class Audit {

    private static final int CHECKED_AT_ONCE = 5_000;

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

    /** Adds a line about what nobody of ours did. */
    public Mono<Void> note(String tenant, String action, String subject, String detail) {
        return store.add(tenant, action, subject, detail, clock.instant());
    }

    /**
     * The newest lines of a tenant, the newest first.
     *
     * @param below only lines with a smaller number
     * @param about only lines whose person, action or subject this is; empty for all
     */
    public Flux<AuditLine> newest(String tenant, long below, String about, int count) {
        return store.newest(tenant, below, about, count);
    }

    /** Works out the whole chain of a tenant again, to the end that is noted for it. */
    public Mono<AuditCheck> check(String tenant) {
        var nothing = AuditCheck.of(tenant);
        return store.head(tenant)
                .filter(head -> head.number() > 0)
                .flatMap(head ->
                        onwards(nothing, head.number())
                                .expand(sofar ->
                                        onwards(sofar, head.number())
                                                .filter(next -> next.number() > sofar.number()))
                                .last()
                                .map(last -> last.endingAt(head.number(), head.hash())))
                .defaultIfEmpty(nothing);
    }

    /** How many lines a tenant's audit has. */
    public Mono<Long> length(String tenant) {
        return store.head(tenant).map(AuditStore.Head::number);
    }

    private Mono<AuditCheck> onwards(AuditCheck sofar, long upTo) {
        return store.covered(sofar.tenant(), sofar.number(), upTo, CHECKED_AT_ONCE)
                .reduce(sofar, AuditCheck::with);
    }
}
