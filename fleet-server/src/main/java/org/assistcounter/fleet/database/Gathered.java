package org.assistcounter.fleet.database;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Puts questions together that many ask at once, each for itself: while one is under way, and for a
 * moment after it began, those that come wait, and then go together. A question that comes alone
 * goes at once. An answer is never older than its question, so nothing is remembered. It runs
 * outside the asker's transaction.
 */
public final class Gathered<K, V> {
    private static final int TOGETHER_MAX = 512;

    /** A question costs so much more than one more key in it that a crowd is worth waiting for. */
    private static final Duration REST = Duration.ofMillis(40);

    private final int underWayMax;
    private final Duration rest;
    private final Scheduler scheduler;
    private final Function<Set<K>, Mono<Map<K, V>>> together;
    private final Map<K, Sinks.One<V>> waiting = new LinkedHashMap<>();
    private int underWay;

    /**
     * @param underWayMax so many questions may be under way at once
     * @param together answers many; a key may be without an answer
     */
    public Gathered(int underWayMax, Function<Set<K>, Mono<Map<K, V>>> together) {
        this(underWayMax, REST, Schedulers.parallel(), together);
    }

    /**
     * @param rest from a question to the next in its place
     * @param scheduler by whose time it rests, and where those who asked are answered
     */
    Gathered(
            int underWayMax,
            Duration rest,
            Scheduler scheduler,
            Function<Set<K>, Mono<Map<K, V>>> together) {
        this.underWayMax = underWayMax;
        this.rest = rest;
        this.scheduler = scheduler;
        this.together = together;
    }

    /** The answer to one; empty when there is none. */
    public Mono<V> of(K key) {
        return Mono.defer(() -> {
            Sinks.One<V> answer = waits(key);
            goOn();
            return answer.asMono().publishOn(scheduler);
        });
    }

    private synchronized Sinks.One<V> waits(K key) {
        return waiting.computeIfAbsent(key, _ -> Sinks.one());
    }

    private synchronized Map<K, Sinks.One<V>> next() {
        Map<K, Sinks.One<V>> next = new HashMap<>();
        if (underWay >= underWayMax) {
            return next;
        }
        Iterator<Map.Entry<K, Sinks.One<V>>> each = waiting.entrySet().iterator();
        while (each.hasNext() && next.size() < TOGETHER_MAX) {
            Map.Entry<K, Sinks.One<V>> entry = each.next();
            next.put(entry.getKey(), entry.getValue());
            each.remove();
        }
        underWay += next.isEmpty() ? 0 : 1;
        return next;
    }

    private synchronized void done() {
        underWay--;
    }

    private void goOn() {
        for (Map<K, Sinks.One<V>> next = next(); !next.isEmpty(); next = next()) {
            Map<K, Sinks.One<V>> going = next;
            Mono<Map<K, V>> asked =
                    Mono.defer(() -> together.apply(Set.copyOf(going.keySet())))
                            .doOnNext(answers -> tell(going, answers))
                            .doOnError(failure -> refuse(going, failure))
                            .onErrorComplete();
            Mono.whenDelayError(asked, rest.isZero() ? Mono.empty() : Mono.delay(rest, scheduler))
                    .doFinally(end -> {
                        done();
                        goOn();
                    })
                    .subscribe();
        }
    }

    private void tell(Map<K, Sinks.One<V>> going, Map<K, V> answers) {
        going.forEach((key, waits) -> {
            V answer = answers.get(key);
            if (answer == null) {
                waits.tryEmitEmpty();
            } else {
                waits.tryEmitValue(answer);
            }
        });
    }

    private void refuse(Map<K, Sinks.One<V>> going, Throwable failure) {
        going.values().forEach(waits -> waits.tryEmitError(failure));
    }
}
