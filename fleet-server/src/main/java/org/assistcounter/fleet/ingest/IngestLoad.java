package org.assistcounter.fleet.ingest;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells those who work behind the ingest whether it needs the machine for itself. */
@Component
public class IngestLoad {
    /** More than a whole province says at once on an ordinary day. */
    private static final int MANY = 64;

    private final AtomicInteger underWay = new AtomicInteger();

    /** What is done about one message. */
    Mono<Void> counted(Mono<Void> handling) {
        return Mono.defer(() -> {
            underWay.incrementAndGet();
            return handling.doFinally(end -> underWay.decrementAndGet());
        });
    }

    /** Whether many messages are under way. */
    public boolean isHeavy() {
        return underWay.get() >= MANY;
    }
}
