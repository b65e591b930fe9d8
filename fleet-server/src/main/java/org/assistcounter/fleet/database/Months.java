package org.assistcounter.fleet.database;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the months of the tables that are kept by month, long before they come. A start makes them
 * too; this is for a server that is not started for months.
 */
@Component
class Months implements DisposableBean {
    /** So many months after this one. */
    static final int AHEAD = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Months.class);
    private static final Duration EVERY = Duration.ofHours(12);

    private final DatabaseClient database;
    private final Clock clock;
    private final Disposable running;

    Months(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.running =
                Flux.interval(EVERY).onBackpressureDrop().concatMap(due -> make()).subscribe();
    }

    /** Until it succeeds again, rows without a month go to their table's rest. */
    private Mono<Void> make() {
        return database.sql("select make_months(:today, :ahead)")
                .bind("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .bind("ahead", AHEAD)
                .then()
                .onErrorResume(failure -> {
                    LOG.error("The months ahead could not be made.", failure);
                    return Mono.empty();
                });
    }

    @Override
    public void destroy() {
        running.dispose();
    }
}
