package org.assistcounter.fleet.counters.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.Roster;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the table `counters` for pages, which need little of many. */
@Repository
public class RosterStore {
    private static final String GLANCE =
            """
            select counter_id, tenant_id, site_id, label, status,
                   '' as journal_public_key, '' as certificate_serial,
                   '' as enrolment_certificate, epoch, certificate_ends_at,
                   enrolled_at, last_seen_at, last_seq
              from counters
             where tenant_id = :tenant
            """;
    private static final String LATE =
            """
               and seen_hour <= counters_hour(:late) and last_seen_at < :late
             order by last_seen_at >= :silent, label
             limit :count
            """;
    private static final String OTHERS =
            """
               and last_seen_at >= :late
             order by label
             limit :count
            """;
    private static final String TAKING = "   and status in ('enrolled', 'active')\n";

    private final DatabaseClient database;

    RosterStore(DatabaseClient database) {
        this.database = database;
    }

    /** Counts those that may connect. */
    public Mono<Roster.Census> census(String tenant, Roster.Hearing hearing, Instant endingBefore) {
        return database.sql(
                        """
                        select taking, late, ending
                          from (select count(*) as taking from counters
                                 where tenant_id = :tenant
                                   and status in ('enrolled', 'active')) all_of_them,
                               (select count(*) as late from counters
                                 where tenant_id = :tenant
                                   and status in ('enrolled', 'active')
                                   and seen_hour <= counters_hour(:late)
                                   and last_seen_at < :late) late_ones,
                               (select count(*) as ending from counters
                                 where tenant_id = :tenant
                                   and status in ('enrolled', 'active')
                                   and certificate_ends_at <= :ending) ending_ones
                        """)
                .bind("tenant", tenant)
                .bind("late", hearing.lateBefore())
                .bind("ending", endingBefore)
                .map(row ->
                        new Roster.Census(
                                number(row, "taking"), number(row, "late"), number(row, "ending")))
                .one();
    }

    /** Those that may connect: silent, late and never heard of ones first, then by label. */
    public Flux<Counter> worstFirst(String tenant, Roster.Hearing hearing, int count) {
        // Each part alone is short: late and never heard of ones are found by the index of hours,
        // the others are taken in the order of labels.
        String late = GLANCE + TAKING + LATE;
        String never = GLANCE + TAKING + "   and seen_hour is null order by label limit :count";
        String others = GLANCE + TAKING + OTHERS;
        return database.sql(
                        """
                        select *, case when last_seen_at < :silent then 0
                                       when last_seen_at < :late then 1
                                       when last_seen_at is null then 2
                                       else 3 end as need
                          from ((%s) union all (%s) union all (%s)) each
                         order by need, label
                         limit :count
                        """
                                .formatted(late, never, others))
                .bind("tenant", tenant)
                .bind("silent", hearing.silentBefore())
                .bind("late", hearing.lateBefore())
                .bind("count", count)
                .map(CounterStore::counter)
                .all();
    }

    /** The labels of those that may connect, in their order. */
    public Flux<String> labels(String tenant, int count) {
        return database.sql(
                        "select label from counters where tenant_id = :tenant"
                                + TAKING
                                + " order by label limit :count")
                .bind("tenant", tenant)
                .bind("count", count)
                .map(row -> text(row, "label"))
                .all();
    }

    /** Those that may connect and cannot from a moment on, the first to end first. */
    public Flux<Counter> ending(String tenant, Instant before, long skip, int count) {
        return database.sql(
                        GLANCE
                                + TAKING
                                + """
                                   and certificate_ends_at <= :before
                                 order by certificate_ends_at, label
                                offset :skip limit :count
                                """)
                .bind("tenant", tenant)
                .bind("before", before)
                .bind("skip", skip)
                .bind("count", count)
                .map(CounterStore::counter)
                .all();
    }

    /** All of a tenant. */
    public Flux<Counter> all(String tenant) {
        return database.sql(GLANCE).bind("tenant", tenant).map(CounterStore::counter).all();
    }

    /** Whose those of these are that may connect. */
    public Mono<Map<CounterId, String>> tenantsOfTaking(Collection<CounterId> ids) {
        return database.sql(
                        """
                        select counter_id, tenant_id from counters
                         where counter_id = any(:ids) and status in ('enrolled', 'active')
                        """)
                .bind("ids", ids.stream().map(CounterId::hex).toArray(String[]::new))
                .map(row ->
                        Map.entry(new CounterId(text(row, "counter_id")), text(row, "tenant_id")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Of these the tenant's that may connect, whoever was heard of last first. */
    public Flux<Counter> newest(String tenant, Collection<CounterId> ids, int count) {
        return database.sql(
                        GLANCE
                                + TAKING
                                + """
                                   and counter_id = any(:ids)
                                 order by last_seen_at desc nulls last, label
                                 limit :count
                                """)
                .bind("tenant", tenant)
                .bind("ids", ids.stream().map(CounterId::hex).toArray(String[]::new))
                .bind("count", count)
                .map(CounterStore::counter)
                .all();
    }

    /** Those of these that are the tenant's. */
    public Flux<Counter> named(String tenant, Collection<CounterId> ids) {
        return database.sql(GLANCE + "   and counter_id = any(:ids)")
                .bind("tenant", tenant)
                .bind("ids", ids.stream().map(CounterId::hex).toArray(String[]::new))
                .map(CounterStore::counter)
                .all();
    }
}
