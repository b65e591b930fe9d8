package org.assistcounter.fleet;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.protocol.identity.CounterId;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A journal's head locked by a transaction, so that others come to wait for it together. */
final class HeldHead implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final DatabaseClient database;
    private final Sinks.Empty<Void> release = Sinks.empty();
    private final CompletableFuture<Boolean> held = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> done;

    private HeldHead(RunningServer.Parts server, CounterId counter) {
        this.database = server.bean(DatabaseClient.class);
        this.done =
                database.sql("select 1 from evidence_head where counter_id = :id for update")
                        .bind("id", counter.hex())
                        .fetch()
                        .one()
                        .doOnNext(row -> held.complete(true))
                        .then(release.asMono())
                        .as(server.bean(TransactionalOperator.class)::transactional)
                        .toFuture();
    }

    static HeldHead of(RunningServer.Parts server, CounterId counter) {
        HeldHead lock = new HeldHead(server, counter);
        Mono.fromFuture(lock.held).block(PATIENCE);
        return lock;
    }

    /** Lets them go on when so many wait. */
    void releaseWhenWaiting(int count) {
        Eventually.holds(PATIENCE, () -> waiting() >= count);
        close();
    }

    private long waiting() {
        return database.sql(
                        """
                        select count(*) as n from pg_stat_activity
                         where wait_event_type = 'Lock'
                           and query like '%from evidence_head%for update%'
                        """)
                .map(row -> Columns.number(row, "n"))
                .one()
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    @Override
    public void close() {
        release.tryEmitEmpty();
        Mono.fromFuture(done).block(PATIENCE);
    }
}
