package org.assistcounter.fleet.ingest;

import java.time.Duration;
import java.util.Optional;
import org.assistcounter.fleet.database.Broadcasts;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.assistcounter.protocol.identity.CounterId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Tells whoever listens that something was committed, after the commit, by this instance or
 * another. Best effort: a slow listener misses some, and of what other instances commit a few a
 * second are told, so it must look at the tables and not count what it hears.
 */
@Component
public class Commits implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);
    private static final Duration TOLD_EVERY = Duration.ofMillis(200);

    private final Sinks.Many<Commit> sink = Sinks.many().multicast().directBestEffort();
    private final Flux<Commit> others;
    private final Disposable telling;

    Commits(Broadcasts broadcasts, ExternalSettings external) {
        String me = external.instance();
        this.others =
                broadcasts
                        .heard()
                        .filter(words -> !words.startsWith(me + " "))
                        .flatMap(words -> Flux.fromStream(read(words).stream()));
        this.telling =
                broadcasts.isAlone()
                        ? Flux.never().subscribe()
                        : sink.asFlux()
                                .groupBy(Commit::tenant)
                                .flatMap(
                                        ofTenant ->
                                                ofTenant.sample(TOLD_EVERY)
                                                        // The newest waits while one is being told.
                                                        .onBackpressureLatest()
                                                        .concatMap(commit ->
                                                                broadcasts.tell(
                                                                        me + " " + words(commit))),
                                        Integer.MAX_VALUE)
                                .subscribe();
    }

    /** From now on. */
    public Flux<Commit> heard() {
        return Flux.merge(sink.asFlux(), others);
    }

    /** One at a time. Nobody listening, or everybody slow, is no failure and ends nothing. */
    synchronized void tell(Commit commit) {
        Sinks.EmitResult told = sink.tryEmitNext(commit);
        if (told.isFailure()) {
            LOG.debug("Commit {} was not heard: {}", commit, told);
        }
    }

    private static String words(Commit commit) {
        return commit.counter().hex() + " " + commit.seq() + " " + commit.tenant();
    }

    /** Anybody on the database may say anything. */
    private static Optional<Commit> read(String words) {
        String[] parts = words.split(" ", 4);
        if (parts.length < 4 || !parts[2].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return CounterId.parse(parts[1])
                .map(counter -> new Commit(counter, parts[3], Long.parseLong(parts[2])));
    }

    @Override
    public void destroy() {
        telling.dispose();
    }
}
