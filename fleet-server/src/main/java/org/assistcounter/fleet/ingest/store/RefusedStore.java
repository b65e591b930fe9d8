package org.assistcounter.fleet.ingest.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.assistcounter.fleet.ingest.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps refused messages and parked records. */
@Repository
public class RefusedStore {

    private static final int KEPT_OF_A_COUNTER = 1_000;

    private final DatabaseClient database;

    RefusedStore(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a message that was refused, and of its counter only the newest. */
    public Mono<Void> add(Refused refused, @Nullable String tenant, byte[] bytes) {
        GenericExecuteSpec insert =
                database.sql(
                                """
                                with added as (
                                  insert into ingest_refusal (at, tenant_id, counter_id, topic,
                                         verdict, reason, bytes)
                                  values (:at, :tenant, :counter, :topic,
                                         :verdict, :reason, :bytes))
                                delete from ingest_refusal
                                 where counter_id = :counter
                                   and id <= (select id from ingest_refusal
                                               where counter_id = :counter
                                               order by id desc
                                              offset :others limit 1)
                                """)
                        .bind("at", refused.at())
                        .bind("counter", refused.counter())
                        .bind("topic", refused.topic())
                        .bind("verdict", refused.verdict())
                        .bind("reason", refused.reason())
                        .bind("bytes", bytes)
                        .bind("others", KEPT_OF_A_COUNTER - 1);
        return (tenant == null
                        ? insert.bindNull("tenant", String.class)
                        : insert.bind("tenant", tenant))
                .then();
    }

    /** A record that is kept and not booked. */
    public record Parked(String tenant, String counter, long seq, String reason) {}

    /** Notes that records are kept and not booked. */
    public Mono<Void> suspend(Collection<Parked> parked, Instant at) {
        if (parked.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        insert into ingest_suspense (tenant_id, counter_id, seq, at, reason)
                        select tenant, counter, seq, :at, reason
                          from unnest(:tenants, :counters, :seqs, :reasons)
                               as p (tenant, counter, seq, reason)
                        """)
                .bind("tenants", words(parked, Parked::tenant))
                .bind("counters", words(parked, Parked::counter))
                .bind("seqs", parked.stream().map(Parked::seq).toArray(Long[]::new))
                .bind("reasons", words(parked, Parked::reason))
                .bind("at", at)
                .then();
    }

    private static String[] words(Collection<Parked> all, Function<Parked, String> word) {
        return all.stream().map(word).toArray(String[]::new);
    }

    /** The newest refusals of a tenant's counters, and of nobody's. */
    public Flux<Refused> latest(String tenant, int count) {
        return database.sql(
                        """
                        select * from ingest_refusal
                         where tenant_id = :tenant or tenant_id is null
                         order by id desc
                         limit :count
                        """)
                .bind("tenant", tenant)
                .bind("count", count)
                .map(RefusedStore::refused)
                .all();
    }

    /** The newest of one counter with a verdict. */
    public Flux<Refused> of(String counter, String verdict, int count) {
        return database.sql(
                        """
                        select * from ingest_refusal
                         where counter_id = :counter and verdict = :verdict
                         order by id desc
                         limit :count
                        """)
                .bind("counter", counter)
                .bind("verdict", verdict)
                .bind("count", count)
                .map(RefusedStore::refused)
                .all();
    }

    /** What was kept of a message of a tenant's counter. */
    public Mono<byte[]> bytes(String tenant, long id) {
        return database.sql(
                        "select bytes from ingest_refusal where id = :id and tenant_id = :tenant")
                .bind("id", id)
                .bind("tenant", tenant)
                .map(row -> required(row, "bytes", byte[].class))
                .one();
    }

    private static Refused refused(Readable row) {
        return new Refused(
                number(row, "id"),
                moment(row, "at"),
                text(row, "counter_id"),
                text(row, "topic"),
                text(row, "verdict"),
                text(row, "reason"));
    }

    /** The numbers of a counter's parked records. */
    public Flux<Long> parkedOf(String counter) {
        return database.sql(
                        """
                        select seq from ingest_suspense where counter_id = :counter order by seq
                        """)
                .bind("counter", counter)
                .map(row -> number(row, "seq"))
                .all();
    }

    /** The newest parked records of a tenant's counters. */
    public Flux<Refused> suspended(String tenant, int count) {
        return database.sql(
                        """
                        select * from ingest_suspense
                         where tenant_id = :tenant
                         order by at desc, seq desc
                         limit :count
                        """)
                .bind("tenant", tenant)
                .bind("count", count)
                .map(row ->
                        new Refused(
                                0,
                                moment(row, "at"),
                                text(row, "counter_id"),
                                "record " + number(row, "seq"),
                                "suspense",
                                text(row, "reason")))
                .all();
    }
}
