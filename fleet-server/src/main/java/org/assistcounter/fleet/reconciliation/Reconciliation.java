package org.assistcounter.fleet.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.assistcounter.fleet.reconciliation.store.DayStore;
import org.assistcounter.fleet.reconciliation.store.DeskStore;
import org.assistcounter.fleet.wallets.Bills;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What agrees and what does not, day by day, and how far the newest round is. */
@Service
public class Reconciliation {
    private static final Duration OVERDUE = Duration.ofDays(1);
    private static final int SHOWN_MAX = 500;
    private static final int ENDED_MAX = 30;
    private static final int OVERDUE_MAX = 50;

    private final DeskStore differences;
    private final DayStore days;
    private final Rounds rounds;
    private final Bills bills;
    private final Clock clock;

    Reconciliation(DeskStore differences, DayStore days, Rounds rounds, Bills bills, Clock clock) {
        this.differences = differences;
        this.days = days;
        this.rounds = rounds;
        this.bills = bills;
        this.clock = clock;
    }

    /** Goes through all days again, as soon as the round that goes on has ended. */
    public void run() {
        rounds.wish();
    }

    /** How far the newest round is; null before the first. */
    public @Nullable Progress progress() {
        return rounds.progress();
    }

    /** Each step of a round, from now on; whoever is slow misses some. */
    public Flux<Progress> heard() {
        return rounds.heard();
    }

    /** What is compared: the bills of the wallets that are set up, the books, the counters. */
    public Set<Source> sources() {
        Set<Source> all = EnumSet.of(Source.BOOKS, Source.COUNTERS);
        bills.wallets().forEach(wallet -> all.add(Source.of(wallet)));
        return all;
    }

    /** How far the days are that are looked at now, oldest first. */
    public Flux<DayStanding> days() {
        return days.since(Timetable.days(clock.instant()).getFirst());
    }

    /** The days whose bills are two days late or not believed since, oldest first. */
    public Flux<DayStanding> late() {
        Set<Source> compared = sources();
        Instant now = clock.instant();
        return days().filter(day -> compared.contains(day.source()) && Timetable.isLate(day, now));
    }

    /** How many differences are open by source and day. */
    public Flux<OpenCount> counts(String tenant) {
        return differences.counts(tenant);
    }

    /** The open ones of a tenant and of nobody, oldest first. */
    public Flux<Difference> open(String tenant) {
        return differences.open(tenant, SHOWN_MAX);
    }

    /** Those that have been open for more than a day, oldest first. */
    public Flux<Difference> overdue(String tenant) {
        return differences.overdue(tenant, clock.instant().minus(OVERDUE), OVERDUE_MAX);
    }

    /** The newest that have ended, those first that somebody has to look at again. */
    public Flux<Difference> ended(String tenant) {
        return differences.ended(tenant, ENDED_MAX);
    }

    /** One of a tenant's, or of nobody's. */
    public Mono<Difference> find(String tenant, long id) {
        return differences.find(tenant, id);
    }
}
