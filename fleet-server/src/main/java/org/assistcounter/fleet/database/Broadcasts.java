package org.assistcounter.fleet.database;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import java.time.Duration;
import org.assistcounter.fleet.settings.FleetSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Short words from one instance to all others on the database. Best effort: what is said while a
 * connection is away is not heard. A server with its own database has nobody to talk to.
 */
@Component
public class Broadcasts {
    private static final Logger LOG = LoggerFactory.getLogger(Broadcasts.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final DatabaseClient database;
    private final boolean isAlone;
    private final Flux<String> heard;

    Broadcasts(ConnectionPool connections, DatabaseClient database, FleetSettings settings) {
        this.database = database;
        this.isAlone = settings.hasEmbeddedDatabase();
        this.heard =
                isAlone
                        ? Flux.never()
                        : listening(connections)
                                .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, AGAIN_AFTER))
                                .share();
    }

    /** Whether nobody else can hear. */
    public boolean isAlone() {
        return isAlone;
    }

    /** What is said from now on, by this instance too. */
    public Flux<String> heard() {
        return heard;
    }

    /** Says it; never an error. */
    public Mono<Void> tell(String words) {
        return database.sql("select pg_notify('fleet', :words)")
                .bind("words", words)
                .fetch()
                .rowsUpdated()
                .then()
                .onErrorResume(failure -> {
                    LOG.debug("Not told to the other instances: {}", failure.toString());
                    return Mono.empty();
                });
    }

    /** On a connection of its own, which is not of the pool and stays open. */
    private static Flux<String> listening(ConnectionPool connections) {
        return Flux.usingWhen(
                Mono.from(connections.unwrap().create()).cast(PostgresqlConnection.class),
                connection ->
                        connection
                                .createStatement("listen fleet")
                                .execute()
                                .flatMap(PostgresqlResult::getRowsUpdated)
                                .thenMany(connection.getNotifications())
                                .mapNotNull(Notification::getParameter)
                                .concatWith(
                                        Mono.error(
                                                () -> new IllegalStateException("not connected"))),
                PostgresqlConnection::close);
    }
}
