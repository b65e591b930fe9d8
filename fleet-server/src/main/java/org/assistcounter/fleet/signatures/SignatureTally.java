package org.assistcounter.fleet.signatures;

import java.util.List;
import org.assistcounter.fleet.metrics.Tally;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** How far signatures were looked at, for the metrics. */
@Component
class SignatureTally implements Tally {
    private static final double MILLIS_A_SECOND = 1_000;

    private final Signatures signatures;

    SignatureTally(Signatures signatures) {
        this.signatures = signatures;
    }

    @Override
    public Flux<Reading> read() {
        return signatures
                .progress()
                .flatMapIterable(progress ->
                        List.of(
                                Reading.only(
                                        "assistcounter.signatures.unchecked",
                                        (double) progress.debt()),
                                Reading.only(
                                        "assistcounter.signatures.bad", (double) progress.bad()),
                                Reading.only(
                                        "assistcounter.signatures.oldest.seconds",
                                        progress.oldestAgeMillis() / MILLIS_A_SECOND)));
    }
}
