package org.assistcounter.fleet.database;

import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the database whether it answers, for those who report the server's state. */
@Component
public class DatabasePulse {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DatabaseClient database;

    DatabasePulse(DatabaseClient database) {
        this.database = database;
    }

    /** Whether a query came back in time; never an error. */
    public Mono<Boolean> isBeating() {
        return database.sql("select 1")
                .fetch()
                .one()
                .map(row -> true)
                .timeout(PATIENCE)
                .onErrorReturn(false)
                .defaultIfEmpty(false);
    }
}
