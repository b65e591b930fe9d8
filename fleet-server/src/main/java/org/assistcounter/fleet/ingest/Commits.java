package org.assistcounter.fleet.ingest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Tells whoever listens that something was committed, after the commit. Best effort: a slow
 * listener misses some, so it must look at the tables and not count what it hears.
 */
@Component
public class Commits {
    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

    private final Sinks.Many<Commit> sink = Sinks.many().multicast().directBestEffort();

    /** From now on. */
    public Flux<Commit> heard() {
        return sink.asFlux();
    }

    /** One at a time. Nobody listening, or everybody slow, is no failure and ends nothing. */
    synchronized void tell(Commit commit) {
        Sinks.EmitResult told = sink.tryEmitNext(commit);
        if (told.isFailure()) {
            LOG.debug("Commit {} was not heard: {}", commit, told);
        }
    }
}
