package org.assistcounter.fleet.counters;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assistcounter.fleet.counters.store.CounterStore;
import org.assistcounter.fleet.counters.store.RosterStore;
import org.assistcounter.fleet.database.Gathered;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other modules may ask of the registry and tell it. */
@Service
public class Counters {

    private final CounterStore store;
    private final RosterStore roster;
    private final Clock clock;
    private final ObjectProvider<SuspensionListener> listeners;
    private final Gathered<CounterId, Counter> speaking;
    private final Gathered<CounterId, Boolean> greeted;
    private final Recent recent = new Recent();

    Counters(
            CounterStore store,
            RosterStore roster,
            Clock clock,
            ObjectProvider<SuspensionListener> listeners) {
        this.store = store;
        this.roster = roster;
        this.clock = clock;
        this.listeners = listeners;
        this.speaking =
                new Gathered<>(
                        2, ids -> store.find(ids).collectMap(Counter::id, Function.identity()));
        this.greeted =
                new Gathered<>(
                        1, ids -> store.markSeen(ids, clock.instant()).then(Mono.just(Map.of())));
    }

    /** The counter, or empty when there is none of that id. */
    public Mono<Counter> find(CounterId id) {
        return store.find(id);
    }

    /** A counter that speaks now, asked for with others that do; in no transaction. */
    public Mono<Counter> speaking(CounterId id) {
        return speaking.of(id);
    }

    /**
     * The same as it was within the last seconds: for its place and keys, which stay, and not for
     * its sequence or when it was heard of.
     */
    public Mono<Counter> recent(CounterId id) {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            return Mono.justOrEmpty(recent.find(id, now))
                    .switchIfEmpty(speaking.of(id).doOnNext(counter -> recent.keep(counter, now)));
        });
    }

    /** The counter that carries this label now; a suspended one carries it no longer. */
    public Mono<Counter> findByLabel(String tenant, String label) {
        return store.findByLabel(tenant, label);
    }

    /** The counters that carry one of these labels now. */
    public Flux<Counter> findByLabels(String tenant, Collection<String> labels) {
        return store.findByLabels(tenant, labels);
    }

    /** The counters of a tenant by label. */
    public Flux<Counter> of(String tenant) {
        return store.of(tenant);
    }

    /** The same in no order and without their keys, for whoever looks at all of a large fleet. */
    public Flux<Counter> glance(String tenant) {
        return roster.all(tenant);
    }

    /** How many counters of all tenants may connect. */
    public Mono<Long> taking() {
        return store.taking();
    }

    /** Counters that take part and were heard of, but not since. */
    public Flux<Counter> silentSince(Instant moment) {
        return store.silentSince(moment);
    }

    /** Counters that take part and were heard of since. */
    public Flux<Counter> heardSince(Instant moment) {
        return store.heardSince(moment);
    }

    /** Adds a newly enrolled card. Whichever card carried its label is suspended. */
    public Mono<Counter> enrol(CounterId id, Counter.Place place, Counter.Keys keys) {
        var counter = enrolled(id, place, keys);
        return store.suspendLabel(place)
                .doOnNext(this::dismiss)
                .then(store.add(counter))
                .thenReturn(counter);
    }

    /** A newly enrolled card that is not in the registry yet. */
    public Counter enrolled(CounterId id, Counter.Place place, Counter.Keys keys) {
        return new Counter(id, place, CounterStatus.ENROLLED, keys, clock.instant(), null, 0);
    }

    /** Adds newly enrolled cards whose labels nobody carries. */
    public Mono<Void> addAll(List<Counter> fresh) {
        return fresh.isEmpty() ? Mono.empty() : store.addAll(fresh);
    }

    /**
     * Notes a certificate issued anew.
     *
     * @param certificate DER in base64
     */
    public Mono<Void> renewCertificate(CounterId id, String serial, String certificate) {
        return store.setCertificate(id, serial, certificate).doOnSuccess(done -> recent.forget(id));
    }

    /** Notes that it was heard of, with others; in no transaction. */
    public Mono<Void> markGreeted(CounterId id) {
        return greeted.of(id).then();
    }

    /** Notes that these were heard of, each up to its journal number. Numbers never go back. */
    public Mono<Void> markSeen(Map<CounterId, Long> seqs) {
        return seqs.isEmpty() ? Mono.empty() : store.markSeen(seqs, clock.instant());
    }

    /** Takes from a counter the right to connect, now. */
    public Mono<Void> suspend(CounterId id) {
        return store.suspend(id).doOnSuccess(done -> dismiss(id));
    }

    /** It is looked up anew. */
    public void forget(CounterId id) {
        recent.forget(id);
    }

    /** It or its keys may take part no more: it is looked up anew, and who is connected must go. */
    public void dismiss(CounterId id) {
        recent.forget(id);
        listeners.forEach(listener -> listener.suspended(id));
    }
}
