package org.assistcounter.fleet.shards.store;

import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps who is alive in `shards_instance` and who has what in `shards_lease`, by the database's
 * clock alone. No instance counts as dead just after the database has started: nobody could say
 * that he is alive while it was away.
 */
@Repository
public class LeaseStore {
    private final DatabaseClient database;

    LeaseStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * An instance that is alive.
     *
     * @param id drawn at its start
     * @param name how people call it
     * @param isAlone whether it cannot share, since its broker is in itself
     */
    public record Instance(String id, String name, boolean isAlone) {}

    /** It is alive for so long from now. */
    public Mono<Void> beat(Instance instance, Duration life) {
        return database.sql(
                        """
                        insert into shards_instance (instance, name, alone, until)
                        values (:id, :name, :alone,
                                clock_timestamp() + :millis * interval '1 millisecond')
                        on conflict (instance) do update set until = excluded.until
                        """)
                .bind("id", instance.id())
                .bind("name", instance.name())
                .bind("alone", instance.isAlone())
                .bind("millis", life.toMillis())
                .then();
    }

    /** All that are alive, in one order for all of them. */
    public Flux<Instance> alive(Duration life) {
        return database.sql(
                        """
                        select instance, name, alone from shards_instance
                         where greatest(until, pg_postmaster_start_time()
                                               + :millis * interval '1 millisecond')
                               > clock_timestamp()
                         order by instance
                        """)
                .bind("millis", life.toMillis())
                .map(row ->
                        new Instance(
                                text(row, "instance"),
                                text(row, "name"),
                                required(row, "alone", Boolean.class)))
                .all();
    }

    /** Who has each shard that somebody has, alive or not. */
    public Mono<Map<Integer, String>> holders() {
        return database.sql("select shard, instance from shards_lease where instance is not null")
                .map(row -> Map.entry(required(row, "shard", Integer.class), text(row, "instance")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /**
     * Takes so many that are nobody's. One through which a commit is held is left for the next
     * time: it is over, or its connection dead, soon.
     */
    public Flux<Integer> take(String instance, int count, Collection<Instance> alive) {
        return database.sql(
                        """
                        with free as materialized (
                               select shard from shards_lease
                                where instance is null or not instance = any(:alive)
                                order by shard
                                limit :count
                                  for update skip locked)
                        update shards_lease l set instance = :me, since = clock_timestamp()
                          from free
                         where l.shard = free.shard
                        returning l.shard
                        """)
                .bind("me", instance)
                .bind("count", count)
                .bind("alive", alive.stream().map(Instance::id).toArray(String[]::new))
                .map(row -> required(row, "shard", Integer.class))
                .all();
    }

    /** They are nobody's now, if they were this instance's. */
    public Mono<Void> giveUp(String instance, Collection<Integer> shards) {
        return database.sql(
                        """
                        update shards_lease set instance = null, since = clock_timestamp()
                         where instance = :me and shard = any(:shards)
                        """)
                .bind("me", instance)
                .bind("shards", shards.toArray(Integer[]::new))
                .then();
    }

    /**
     * How many of these are the instance's, and stay so until the transaction ends. One in which
     * nothing is asked for so long is ended by the database: whoever stands still does not keep
     * shards from those who would take them over.
     */
    public Mono<Long> hold(String instance, Collection<Integer> shards, Duration idle) {
        return database.sql(
                        """
                        select shard,
                               set_config('idle_in_transaction_session_timeout', :idle, true)
                          from shards_lease
                         where instance = :me and shard = any(:shards)
                         order by shard
                           for key share of shards_lease
                        """)
                .bind("me", instance)
                .bind("idle", Long.toString(idle.toMillis()))
                .bind("shards", shards.toArray(Integer[]::new))
                .map(row -> required(row, "shard", Integer.class))
                .all()
                .count();
    }

    /** It has stopped. */
    public Mono<Void> leave(String instance) {
        return database.sql("delete from shards_instance where instance = :me")
                .bind("me", instance)
                .then();
    }

    /** Forgets those that died long ago. */
    public Mono<Void> forget() {
        return database.sql(
                        """
                        delete from shards_instance
                         where until < clock_timestamp() - interval '1 hour'
                        """)
                .then();
    }
}
