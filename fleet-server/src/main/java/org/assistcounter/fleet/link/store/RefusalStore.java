package org.assistcounter.fleet.link.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.text;

import org.assistcounter.fleet.link.Refusal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the newest refusals in the table `link_refusals`. */
@Repository
public class RefusalStore {

    private final DatabaseClient database;

    RefusalStore(DatabaseClient database) {
        this.database = database;
    }

    /** Adds a refusal and forgets what is 10,000 older. */
    public Mono<Void> add(Refusal refusal) {
        return database.sql(
                        """
                        with added as (
                            insert into link_refusals
                                   (at, claimed_id, topic, reason, reason_code, first_bytes)
                            values (:at, :id, :topic, :reason, :code, :bytes)
                            returning refusal_id)
                        delete from link_refusals
                         where refusal_id <= (select refusal_id - 10000 from added)
                        """)
                .bind("at", refusal.at())
                .bind("id", refusal.claimedId())
                .bind("topic", refusal.topic())
                .bind("reason", refusal.reason().name())
                .bind("code", refusal.reason().code())
                .bind("bytes", refusal.firstBytes())
                .then();
    }

    /** The newest refusals, newest first. */
    public Flux<Refusal> latest(int count) {
        return database.sql(
                        """
                        select at, claimed_id, topic, reason, first_bytes
                          from link_refusals
                         order by refusal_id desc
                         limit :count
                        """)
                .bind("count", count)
                .map(row ->
                        new Refusal(
                                moment(row, "at"),
                                text(row, "claimed_id"),
                                text(row, "topic"),
                                Refusal.Reason.valueOf(text(row, "reason")),
                                text(row, "first_bytes")))
                .all();
    }
}
