package org.assistcounter.fleet.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assistcounter.fleet.reconciliation.Progress.Step;
import org.assistcounter.fleet.reconciliation.store.DayStore;
import org.assistcounter.fleet.shards.Shards;
import org.assistcounter.fleet.wallets.BillAnswer;
import org.assistcounter.fleet.wallets.Bills;
import org.assistcounter.fleet.wallets.WalletKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Goes through the days that are due, one round at a time. All bills are fetched before any is
 * compared, since a payment at midnight may stand in either of two. What fails is due again.
 */
@Component
class Rounds implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    /** A download that trickles must not keep the next round from beginning. */
    private static final Duration FETCH_MAX = Duration.ofMinutes(30);

    private final Bills bills;
    private final Comparer comparer;
    private final DayStore days;
    private final Clock clock;
    private final AtomicReference<@Nullable Progress> progress = new AtomicReference<>();
    private final AtomicBoolean wished = new AtomicBoolean();
    private final Sinks.Many<Long> wishes =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(1));
    private final Sinks.Many<Progress> told = Sinks.many().multicast().directBestEffort();
    private final Disposable running;

    Rounds(Bills bills, Comparer comparer, DayStore days, Shards shards, Clock clock) {
        this.bills = bills;
        this.comparer = comparer;
        this.days = days;
        this.clock = clock;
        this.running =
                Flux.merge(1, wishes.asFlux(), Flux.interval(EVERY).onBackpressureDrop())
                        .concatMap(tick -> due(wished.getAndSet(false), shards), 1)
                        .subscribe();
    }

    /** All days are looked at as soon as the round that goes on has ended; asking twice is once. */
    void wish() {
        if (wished.compareAndSet(false, true)) {
            // Another thread may just be handing over its wish; without room, one lies there.
            while (wishes.tryEmitNext(0L) == Sinks.EmitResult.FAIL_NON_SERIALIZED) {
                Thread.onSpinWait();
            }
        }
    }

    /** How far the newest round is; null before the first. */
    @Nullable Progress progress() {
        return progress.get();
    }

    /** Each step, from now on; whoever is slow misses some. */
    Flux<Progress> heard() {
        return told.asFlux();
    }

    /** A wish is done where it was said, whoever does the rounds. */
    private Mono<Void> due(boolean isWished, Shards shards) {
        return isWished ? round(true) : shards.onFirst(round(false));
    }

    private Mono<Void> round(boolean isAll) {
        Instant now = clock.instant();
        List<LocalDate> looked = Timetable.days(now);
        return days.since(looked.getFirst())
                .collectMap(standing -> new Step(standing.source(), standing.day()))
                .map(known -> due(looked, known, isAll))
                .filter(steps -> !steps.isEmpty())
                .flatMap(steps -> {
                    tell(new Progress(now, steps.size(), 0, 0, null, null));
                    return all(steps)
                            .doFinally(end -> change(before -> before.ended(clock.instant())));
                })
                .onErrorResume(failure -> {
                    LOG.warn("A reconciliation round failed: {}", words(failure));
                    return Mono.empty();
                });
    }

    private List<Step> due(List<LocalDate> looked, Map<Step, DayStanding> known, boolean isAll) {
        Instant now = clock.instant();
        Stream<Step> ofBills =
                bills.wallets().stream()
                        .map(Source::of)
                        .sorted()
                        .flatMap(source -> looked.stream().map(day -> new Step(source, day)));
        Stream<Step> ofBooks = looked.stream().map(day -> new Step(Source.BOOKS, day));
        // Running totals have no day; they are looked at with the newest one.
        Stream<Step> ofCounters = Stream.of(new Step(Source.COUNTERS, looked.getLast()));
        return Stream.of(ofBills, ofBooks, ofCounters)
                .flatMap(each -> each)
                .filter(step -> isAll || Timetable.isDue(step.day(), known.get(step), now))
                .toList();
    }

    private Mono<Void> all(List<Step> steps) {
        return Flux.fromIterable(steps)
                .concatMap(step -> patiently(step, isAtHand(step)).filter(at -> at).map(at -> step))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(step -> patiently(step, compared(step)))
                .then();
    }

    /** Whether it can be compared; what cannot is done with for this round. */
    private Mono<Boolean> isAtHand(Step step) {
        WalletKind wallet = wallet(step.source());
        return wallet == null
                ? Mono.just(true)
                : bills.fetch(wallet, step.day())
                        .timeout(FETCH_MAX)
                        .flatMap(answer -> kept(wallet, step, answer))
                        .doOnNext(isAtHand -> {
                            if (!isAtHand) {
                                change(before -> before.after(true));
                            }
                        });
    }

    private Mono<Boolean> kept(WalletKind wallet, Step step, BillAnswer answer) {
        return switch (answer) {
            case BillAnswer.Taken _ -> Mono.just(true);
            case BillAnswer.BeingMade _ -> put(step, DayStanding.State.WAITING, "");
            case BillAnswer.NothingBooked _ ->
                    Timetable.isNothingFinal(step.day(), clock.instant())
                            ? bills.keepNothing(wallet, step.day()).thenReturn(true)
                            : put(step, DayStanding.State.WAITING, "");
            case BillAnswer.Refused refused -> {
                LOG.warn(
                        "The bill of {} of {} is not believed: {}",
                        step.source(),
                        step.day(),
                        refused.words());
                yield put(step, DayStanding.State.REFUSED, refused.fault().name());
            }
        };
    }

    private Mono<Boolean> put(Step step, DayStanding.State state, String fault) {
        return days.put(step.source(), step.day(), state, fault, clock.instant()).thenReturn(false);
    }

    private Mono<Boolean> compared(Step step) {
        WalletKind wallet = wallet(step.source());
        Mono<Void> work =
                switch (step.source()) {
                    case BOOKS -> comparer.books(step.day());
                    case COUNTERS -> comparer.counters(step.day());
                    case SANDBOX, WECHAT, ALIPAY ->
                            wallet == null ? Mono.empty() : comparer.bill(wallet, step.day());
                };
        return work.then(Mono.defer(() -> put(step, DayStanding.State.COMPARED, "")))
                .doOnNext(done -> change(before -> before.after(true)));
    }

    private static @Nullable WalletKind wallet(Source source) {
        return switch (source) {
            case SANDBOX -> WalletKind.SANDBOX;
            case WECHAT -> WalletKind.WECHAT;
            case ALIPAY -> WalletKind.ALIPAY;
            case BOOKS, COUNTERS -> null;
        };
    }

    /** What fails now is due again, and stops nothing else. */
    private <T> Mono<T> patiently(Step step, Mono<T> work) {
        return Mono.defer(
                        () -> {
                            change(before -> before.doing(step));
                            return work;
                        })
                .onErrorResume(failure -> {
                    LOG.warn(
                            "{} of {} is not compared now: {}",
                            step.source(),
                            step.day(),
                            words(failure));
                    change(before -> before.after(false));
                    return Mono.empty();
                });
    }

    private static String words(Throwable failure) {
        return failure.getClass().getSimpleName();
    }

    private void change(UnaryOperator<Progress> next) {
        Progress before = progress.get();
        if (before != null) {
            tell(next.apply(before));
        }
    }

    private void tell(Progress next) {
        progress.set(next);
        var _ = told.tryEmitNext(next);
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
