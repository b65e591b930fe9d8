package org.assistcounter.fleet.ingest.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import org.assistcounter.fleet.ingest.Refused;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps refused messages and parked records. */
@Repository
public class RefusedStore {

    private final DatabaseClient database;

    RefusedStore(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a message that was refused. */
    public Mono<Void> add(Refused refused, byte[] bytes) {
        return database.sql(
                        """
                        insert into ingest_refusal (at, counter_id, topic, verdict, reason, bytes)
                        values (:at, :counter, :topic, :verdict, :reason, :bytes)
                        """)
                .bind("at", refused.at())
                .bind("counter", refused.counter())
                .bind("topic", refused.topic())
                .bind("verdict", refused.verdict())
                .bind("reason", refused.reason())
                .bind("bytes", bytes)
                .then();
    }

    /** Parks a record's booking. */
    public Mono<Void> suspend(String counter, long seq, Instant at, String reason) {
        return database.sql(
                        """
                        insert into ingest_suspense (counter_id, seq, at, reason)
                        values (:counter, :seq, :at, :reason)
                        """)
                .bind("counter", counter)
                .bind("seq", seq)
                .bind("at", at)
                .bind("reason", reason)
                .then();
    }

    /** The newest refusals. */
    public Flux<Refused> latest(int count) {
        return database.sql("select * from ingest_refusal order by id desc limit :count")
                .bind("count", count)
                .map(row ->
                        new Refused(
                                moment(row, "at"),
                                text(row, "counter_id"),
                                text(row, "topic"),
                                text(row, "verdict"),
                                text(row, "reason")))
                .all();
    }

    /** The newest parked records. */
    public Flux<Refused> suspended(int count) {
        return database.sql("select * from ingest_suspense order by at desc, seq desc limit :count")
                .bind("count", count)
                .map(row ->
                        new Refused(
                                moment(row, "at"),
                                text(row, "counter_id"),
                                "record " + number(row, "seq"),
                                "suspense",
                                text(row, "reason")))
                .all();
    }
}
