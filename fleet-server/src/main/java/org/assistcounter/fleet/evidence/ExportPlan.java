package org.assistcounter.fleet.evidence;

import java.time.Instant;
import java.util.Optional;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.evidence.store.LogStore;
import org.assistcounter.fleet.evidence.store.RecordPages;
import org.assistcounter.fleet.evidence.store.TreeHeadStore;
import org.assistcounter.protocol.transparency.SignedNote;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Chooses what an export has. Both ends of every counter's records are heads that stand in the log,
 * so that an extract is anchored at either end.
 */
@Component
class ExportPlan {
    private final Counters counters;
    private final LogStore leaves;
    private final TreeHeadStore heads;
    private final RecordPages pages;
    private final FleetLog log;

    ExportPlan(
            Counters counters,
            LogStore leaves,
            TreeHeadStore heads,
            RecordPages pages,
            FleetLog log) {
        this.counters = counters;
        this.leaves = leaves;
        this.heads = heads;
        this.pages = pages;
        this.log = log;
    }

    /** The newest head, the newest that is cosigned and the last before the range. */
    Flux<SignedNote> heads(Selection selection, long size) {
        Instant from = selection.range().from();
        String name = log.key().name();
        return Flux.concat(
                        heads.find(size),
                        heads.newestCosigned(name),
                        from == null ? Mono.empty() : heads.newestBefore(name, from))
                .filter(note -> FleetLog.read(note).size() <= size)
                .distinct(SignedNote::text);
    }

    /** Whether the counter and the sale that were asked for are there and the tenant's. */
    Mono<Boolean> isKnown(Selection selection) {
        String label = selection.label();
        String sale = selection.sale();
        if (label == null) {
            return Mono.just(true);
        }
        Mono<Counter> counter = counters.findByLabel(selection.tenant(), label);
        return sale == null
                ? counter.hasElement()
                : counter.flatMap(known -> pages.sale(known.id(), sale)).hasElement();
    }

    /** What there is of each counter that was asked for, in a log of this size. */
    Flux<Extract> extracts(Selection selection, long size) {
        String label = selection.label();
        Flux<Counter> asked =
                label == null
                        ? counters.of(selection.tenant())
                        : counters.findByLabel(selection.tenant(), label).flux();
        return asked.concatMap(counter -> extract(counter, selection, size), 1)
                .filter(extract -> !extract.isEmpty());
    }

    private Mono<Extract> extract(Counter counter, Selection selection, long size) {
        String sale = selection.sale();
        return sale == null
                ? byRange(counter, selection, size)
                : pages.sale(counter.id(), sale).flatMap(span -> bySale(counter, span, size));
    }

    private Mono<Extract> bySale(Counter counter, RecordPages.SaleSpan span, long size) {
        return Mono.zip(
                optional(leaves.newestBefore(counter.id(), span.first(), size)),
                leaves.covering(counter.id(), span.last(), size),
                (after, last) -> new Extract(counter, after.orElse(null), last));
    }

    private Mono<Extract> byRange(Counter counter, Selection selection, long size) {
        return Mono.zip(
                optional(before(counter, selection.range().from(), size)),
                to(counter, selection.range().to(), size),
                (after, last) -> new Extract(counter, after.orElse(null), last));
    }

    private Mono<Logged> before(Counter counter, @Nullable Instant from, long size) {
        return from == null ? Mono.empty() : leaves.newestBefore(counter.id(), from, size);
    }

    private Mono<Logged> to(Counter counter, @Nullable Instant to, long size) {
        return to == null
                ? leaves.newestBefore(counter.id(), Long.MAX_VALUE, size)
                : leaves.newestBefore(counter.id(), to, size);
    }

    private static <T> Mono<Optional<T>> optional(Mono<T> value) {
        return value.map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
