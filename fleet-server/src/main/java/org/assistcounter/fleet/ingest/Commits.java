package org.assistcounter.fleet.ingest;

import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Tells whoever listens that something was committed, after the commit. Best effort: a slow
 * listener misses some, so it must look at the tables and not count what it hears.
 */
@Component
public class Commits {
    private final Sinks.Many<Commit> sink = Sinks.many().multicast().directBestEffort();

    /** From now on. */
    public Flux<Commit> heard() {
        return sink.asFlux();
    }

    void tell(Commit commit) {
        sink.emitNext(commit, Sinks.EmitFailureHandler.busyLooping(Duration.ofMillis(50)));
    }
}
