package org.assistcounter.fleet.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.assistcounter.fleet.complaints.Settlements;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.doubts.Doubts;
import org.assistcounter.fleet.ingest.Refusals;
import org.assistcounter.fleet.ingest.Refused;
import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.reconciliation.Reconciliation;
import org.assistcounter.fleet.stock.Stock;
import org.assistcounter.fleet.wallets.Attempts;
import org.assistcounter.fleet.wallets.StuckRefunds;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what somebody has to do, one kind after another in the order of their weight. */
@Component
class TasksReader {
    private static final int REFUSALS_MAX = 100;
    private static final Duration LATELY = Duration.ofDays(1);

    private final Cases cases;
    private final Settlements settlements;
    private final Attempts attempts;
    private final StuckRefunds stuckRefunds;
    private final Reconciliation reconciliation;
    private final Stock stock;
    private final Distrust distrust;

    TasksReader(
            Cases cases,
            Settlements settlements,
            Attempts attempts,
            StuckRefunds stuckRefunds,
            Reconciliation reconciliation,
            Stock stock,
            Distrust distrust) {
        this.cases = cases;
        this.settlements = settlements;
        this.attempts = attempts;
        this.stuckRefunds = stuckRefunds;
        this.reconciliation = reconciliation;
        this.stock = stock;
        this.distrust = distrust;
    }

    /** What was not believed, and of whom. */
    @Component
    record Distrust(Refusals refusals, Doubts doubts) {}

    /**
     * What the roster knows: who is not heard of, how many more at most, and how many certificates
     * end soon.
     */
    record Absent(List<Counter> counters, long others, long ending) {}

    Mono<Tasks> read(String tenant, Absent absent, Instant now) {
        Tasks tasks = new Tasks();
        Predicate<Refused> recent = refused -> refused.at().isAfter(now.minus(LATELY));
        return Flux.concat(
                        settlements.waiting(tenant).collectList().map(tasks::casesWaiting),
                        cases.open(tenant).collectList().map(tasks::cases),
                        stuckRefunds.all(tenant).collectList().map(tasks::refundsFailed),
                        reconciliation.overdue(tenant).collectList().map(tasks::differences),
                        reconciliation.late().collectList().map(tasks::billsLate),
                        attempts.silentGrants(tenant).collectList().map(tasks::grantsSilent),
                        stock.coldLocks(tenant).collectList().map(tasks::tooWarm),
                        stock.off(tenant).collectList().map(tasks::slotsOff),
                        distrust.doubts().open(tenant).collectList().map(tasks::doubts),
                        Mono.fromSupplier(() -> tasks.silent(absent.counters(), absent.others())),
                        Mono.fromSupplier(() -> tasks.certificates(absent.ending())),
                        distrust.refusals()
                                .suspended(tenant, REFUSALS_MAX)
                                .collectList()
                                .map(all -> tasks.notAccepted("parked", all)),
                        distrust.refusals()
                                .latest(tenant, REFUSALS_MAX)
                                .filter(recent)
                                .collectList()
                                .map(all -> tasks.notAccepted("refused", all)))
                .then(Mono.just(tasks));
    }
}
