package org.assistcounter.fleet.signatures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assistcounter.fleet.counters.Counters;
import org.assistcounter.fleet.counters.JournalKeys;
import org.assistcounter.fleet.doubts.DoubtKind;
import org.assistcounter.fleet.doubts.Doubts;
import org.assistcounter.fleet.evidence.SignatureDebt;
import org.assistcounter.fleet.evidence.SignatureDebt.Stretch;
import org.assistcounter.fleet.settings.NativeCrypto;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Looks at signatures some hundred at a time. What was looked at, what was found and the doubts
 * about it are one transaction, so after a crash it goes on where that ended and nothing is counted
 * twice; of several instances one does it.
 */
@Service
public class Signatures implements DisposableBean {
    /** Some 70 ms of a core, 200 in Java, so that whoever waits for it does not wait long. */
    static final int AT_ONCE = 512;

    private final SignatureDebt debt;
    private final Counters counters;
    private final JournalKeys keys;
    private final Doubts doubts;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Rate rate = new Rate();
    private final Scheduler core = Schedulers.newSingle("signatures", true);

    Signatures(
            SignatureDebt debt,
            Counters counters,
            JournalKeys keys,
            Doubts doubts,
            TransactionalOperator transaction,
            Clock clock) {
        this.debt = debt;
        this.counters = counters;
        this.keys = keys;
        this.doubts = doubts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What was done at once.
     *
     * @param records none when none waits, or another instance looks
     * @param busy how long a core was busy with it
     */
    record Round(int records, Duration busy) {
        static final Round NONE = new Round(0, Duration.ZERO);
    }

    private record Seen(List<Look.Found> found, Duration busy) {}

    Mono<Round> round() {
        return debt.take(AT_ONCE)
                .filter(stretches -> !stretches.isEmpty())
                .flatMap(this::look)
                .as(transaction::transactional)
                .doOnNext(round -> rate.done(clock.instant(), round.records()))
                .defaultIfEmpty(Round.NONE);
    }

    private Mono<Round> look(List<Stretch> stretches) {
        int records = stretches.stream().mapToInt(each -> each.records().size()).sum();
        return Flux.fromIterable(stretches)
                .concatMap(stretch -> counters.find(stretch.counter()))
                .concatMap(counter -> keys.of(counter).map(all -> new Look.Known(counter, all)))
                .collectMap(known -> known.counter().id())
                .publishOn(core)
                .map(known -> {
                    Instant begun = clock.instant();
                    List<Look.Found> found = Look.at(stretches, known, NativeCrypto.signatures());
                    return new Seen(found, Duration.between(begun, clock.instant()));
                })
                .flatMap(seen -> keep(stretches, seen).thenReturn(new Round(records, seen.busy())));
    }

    private Mono<Void> keep(List<Stretch> stretches, Seen seen) {
        List<SignatureDebt.Bad> bad =
                seen.found().stream().flatMap(each -> each.bad().stream()).toList();
        return debt.looked(stretches, bad, clock.instant())
                .thenMany(Flux.fromIterable(seen.found()))
                .concatMap(
                        each -> doubts.met(each.counter(), DoubtKind.BAD_SIGNATURE, each.reason()))
                .then();
    }

    /** Of the whole fleet. */
    public Mono<SignatureProgress> progress() {
        return debt.standing().map(this::progress);
    }

    /** Of a tenant's counters; the rate is the whole fleet's. */
    public Mono<SignatureProgress> progress(String tenant) {
        return debt.standing(tenant).map(this::progress);
    }

    /** How many this instance has looked at since it was started. */
    public long lookedAt() {
        return rate.total();
    }

    private SignatureProgress progress(SignatureDebt.Standing standing) {
        Instant now = clock.instant();
        Instant oldest = standing.oldest();
        return new SignatureProgress(
                standing.records(),
                standing.checked(),
                standing.debt(),
                standing.bad(),
                oldest,
                oldest == null ? 0 : Math.max(0, Duration.between(oldest, now).toMillis()),
                rate.perSecond(now));
    }

    @Override
    public void destroy() {
        core.dispose();
    }
}
