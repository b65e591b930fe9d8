package org.assistcounter.fleet.database;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Nobody else starts the embedded PostgreSQL again when it is killed. */
@Component
class DatabaseWatch implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Disposable running;

    DatabaseWatch(Database database) {
        this.running =
                database instanceof EmbeddedPostgres embedded
                        ? Flux.interval(EVERY)
                                .onBackpressureDrop()
                                .concatMap(tick -> look(embedded), 1)
                                .subscribe()
                        : Flux.never().subscribe();
    }

    private static Mono<Void> look(EmbeddedPostgres database) {
        return Mono.<Void>fromRunnable(database::revive)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(failure -> {
                    LOG.error("PostgreSQL is not started again yet.", failure);
                    return Mono.empty();
                });
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
