package org.assistcounter.fleet.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.assistcounter.fleet.link.Uplink;
import org.assistcounter.protocol.journal.Verdict;
import org.springframework.stereotype.Component;

/** What is measured of the ingest. */
@Component
class IngestMeters {
    /** All are there from the start, so that the first of its kind is seen as a change. */
    private static final List<String> VERDICTS =
            List.of("append", "duplicate", "gap", "fork", "damaged", "wrong-totals");

    private static final List<String> RULINGS =
            List.of("confirmed", "resumed", "postponed", "wanted", "disbelieved");

    private final MeterRegistry meters;
    private final Clock clock;
    private final Counter records;
    private final Timer answer;
    private final Timer commit;
    private final DistributionSummary groups;

    IngestMeters(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.records =
                Counter.builder("assistcounter.ingest.records")
                        .description("Records that were appended, committed and booked")
                        .register(meters);
        this.answer =
                Timer.builder("assistcounter.ingest.answer")
                        .description("From a batch's arrival until it is answered")
                        .register(meters);
        this.commit =
                Timer.builder("assistcounter.ingest.commit")
                        .description("One transaction of many counters' batches")
                        .register(meters);
        this.groups =
                DistributionSummary.builder("assistcounter.ingest.group")
                        .description("How many batches one transaction takes")
                        .baseUnit("batches")
                        .register(meters);
        VERDICTS.forEach(this::batches);
        RULINGS.forEach(this::greetings);
    }

    /** A batch was judged and its counter answered. */
    void answered(Uplink message, Verdict verdict) {
        answer.record(Duration.between(message.receivedAt(), clock.instant()));
        batches(word(verdict)).increment();
        if (verdict instanceof Verdict.Append append) {
            records.increment(append.records().size());
        }
    }

    private Counter batches(String verdict) {
        return Counter.builder("assistcounter.ingest.batches")
                .description("Batches by what was made of them")
                .tag("verdict", verdict)
                .register(meters);
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Append _ -> "append";
            case Verdict.Duplicate _ -> "duplicate";
            case Verdict.Gap _ -> "gap";
            case Verdict.Fork _ -> "fork";
            case Verdict.Damaged _ -> "damaged";
            case Verdict.WrongTotals _ -> "wrong-totals";
        };
    }

    /** A counter that said hello was told how to go on. */
    void greeted(Ruling ruling) {
        greetings(word(ruling)).increment();
    }

    private Counter greetings(String ruling) {
        return Counter.builder("assistcounter.ingest.greetings")
                .description("Greetings by what the counter was told; postponed is WAIT")
                .tag("ruling", ruling)
                .register(meters);
    }

    private static String word(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Confirmed _ -> "confirmed";
            case Ruling.Resumed _ -> "resumed";
            case Ruling.Postponed _ -> "postponed";
            case Ruling.Wanted _ -> "wanted";
            case Ruling.Disbelieved _ -> "disbelieved";
        };
    }

    /** Begins to measure a transaction of so many batches. */
    Timer.Sample begins(int batches) {
        groups.record(batches);
        return Timer.start(meters);
    }

    /** The transaction has ended. */
    void ends(Timer.Sample begun) {
        begun.stop(commit);
    }

    /** How many batches wait for a transaction now. */
    void watchWaiting(Supplier<Number> waiting) {
        Gauge.builder("assistcounter.ingest.waiting", waiting)
                .description("Batches that wait for the next transaction")
                .baseUnit("batches")
                .register(meters);
    }
}
