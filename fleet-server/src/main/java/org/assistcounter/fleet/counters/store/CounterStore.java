package org.assistcounter.fleet.counters.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.counters.CounterStatus;
import org.assistcounter.protocol.identity.CounterId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps counters in the table `counters`. */
@Repository
public class CounterStore {

    private final DatabaseClient database;

    CounterStore(DatabaseClient database) {
        this.database = database;
    }

    /** The counter of that id. */
    public Mono<Counter> find(CounterId id) {
        return database.sql("select * from counters where counter_id = :id")
                .bind("id", id.hex())
                .map(CounterStore::counter)
                .one();
    }

    /** Those of these ids that there are. */
    public Flux<Counter> find(Collection<CounterId> ids) {
        return database.sql("select * from counters where counter_id = any(:ids)")
                .bind("ids", words(ids))
                .map(CounterStore::counter)
                .all();
    }

    private static String[] words(Collection<CounterId> ids) {
        return ids.stream().map(CounterId::hex).toArray(String[]::new);
    }

    /** The one counter that carries the label; where none does, the last that was retired. */
    public Mono<Counter> findByLabel(String tenant, String label) {
        return database.sql(
                        """
                        select * from counters
                         where tenant_id = :tenant and label = :label and status <> 'suspended'
                         order by status = 'retired', enrolled_at desc
                         limit 1
                        """)
                .bind("tenant", tenant)
                .bind("label", label)
                .map(CounterStore::counter)
                .one();
    }

    /** The counters that carry one of these labels. */
    public Flux<Counter> findByLabels(String tenant, Collection<String> labels) {
        return database.sql(
                        """
                        select * from counters
                         where tenant_id = :tenant and label = any(:labels)
                           and status in ('enrolled', 'active')
                        """)
                .bind("tenant", tenant)
                .bind("labels", labels.toArray(String[]::new))
                .map(CounterStore::counter)
                .all();
    }

    /** All counters of a tenant, suspended ones too, by label. */
    public Flux<Counter> of(String tenant) {
        return database.sql(
                        """
                        select * from counters
                         where tenant_id = :tenant
                         order by label, enrolled_at
                        """)
                .bind("tenant", tenant)
                .map(CounterStore::counter)
                .all();
    }

    /** How many may connect. */
    public Mono<Long> taking() {
        return database.sql(
                        """
                        select count(*) as n from counters where status in ('enrolled', 'active')
                        """)
                .map(row -> number(row, "n"))
                .one();
    }

    /** All that are active and were not heard of since a moment. */
    public Flux<Counter> silentSince(Instant moment) {
        return database.sql(
                        """
                        select * from counters
                         where status = 'active' and last_seen_at < :moment
                           and seen_hour <= counters_hour(:moment)
                         order by last_seen_at
                        """)
                .bind("moment", moment)
                .map(CounterStore::counter)
                .all();
    }

    /** All that are active and were heard of since a moment. */
    public Flux<Counter> heardSince(Instant moment) {
        return database.sql(
                        """
                        select * from counters
                         where status = 'active' and last_seen_at >= :moment
                           and seen_hour >= counters_hour(:moment)
                        """)
                .bind("moment", moment)
                .map(CounterStore::counter)
                .all();
    }

    /** Adds a counter that has not been heard of. */
    public Mono<Void> add(Counter counter) {
        return database.sql(
                        """
                        insert into counters (counter_id, tenant_id, site_id, label, status,
                                              journal_public_key, certificate_serial,
                                              enrolment_certificate, enrolled_at,
                                              certificate_ends_at)
                        values (:id, :tenant, :site, :label, :status, :key, :serial,
                                :certificate, :now, counters_certificate_ends(:certificate))
                        """)
                .bind("id", counter.id().hex())
                .bind("tenant", counter.place().tenant())
                .bind("site", counter.place().site())
                .bind("label", counter.place().label())
                .bind("status", counter.status().word())
                .bind("key", counter.keys().journalPublicKey())
                .bind("serial", counter.keys().certificateSerial())
                .bind("certificate", counter.keys().enrolmentCertificate())
                .bind("now", counter.enrolledAt())
                .then();
    }

    /** Adds counters that have not been heard of, in one statement. */
    public Mono<Void> addAll(List<Counter> counters) {
        return database.sql(
                        """
                        insert into counters (counter_id, tenant_id, site_id, label, status,
                                              journal_public_key, certificate_serial,
                                              enrolment_certificate, enrolled_at,
                                              certificate_ends_at)
                        select *, counters_certificate_ends(certificate)
                          from unnest(:ids, :tenants, :sites, :labels, :states, :keys,
                                      :serials, :certificates, :moments)
                               as c (id, tenant, site, label, status, key, serial,
                                     certificate, moment)
                        """)
                .bind("ids", column(counters, counter -> counter.id().hex()))
                .bind("tenants", column(counters, counter -> counter.place().tenant()))
                .bind("sites", column(counters, counter -> counter.place().site()))
                .bind("labels", column(counters, counter -> counter.place().label()))
                .bind("states", column(counters, counter -> counter.status().word()))
                .bind("keys", column(counters, counter -> counter.keys().journalPublicKey()))
                .bind("serials", column(counters, counter -> counter.keys().certificateSerial()))
                .bind(
                        "certificates",
                        column(counters, counter -> counter.keys().enrolmentCertificate()))
                .bind("moments", counters.stream().map(Counter::enrolledAt).toArray(Instant[]::new))
                .then();
    }

    private static String[] column(List<Counter> counters, Function<Counter, String> value) {
        return counters.stream().map(value).toArray(String[]::new);
    }

    /** Suspends who carries the label, and names it. */
    public Mono<CounterId> suspendLabel(Counter.Place place) {
        return database.sql(
                        """
                        update counters set status = 'suspended'
                         where tenant_id = :tenant and label = :label
                           and status in ('enrolled', 'active')
                        returning counter_id
                        """)
                .bind("tenant", place.tenant())
                .bind("label", place.label())
                .map(row -> new CounterId(text(row, "counter_id")))
                .one();
    }

    /** Suspends one counter. */
    public Mono<Void> suspend(CounterId id) {
        return database.sql("update counters set status = 'suspended' where counter_id = :id")
                .bind("id", id.hex())
                .then();
    }

    /** Another certificate of the same keys is the newest. */
    public Mono<Void> setCertificate(CounterId id, String serial, String certificate) {
        return database.sql(
                        """
                        update counters
                           set certificate_serial = :serial,
                               certificate_ends_at = counters_certificate_ends(:certificate)
                         where counter_id = :id
                        """)
                .bind("id", id.hex())
                .bind("serial", serial)
                .bind("certificate", certificate)
                .then();
    }

    /** Enrolled counters that are heard of become active; suspended ones stay suspended. */
    public Mono<Void> markSeen(Map<CounterId, Long> seqs, Instant now) {
        List<Map.Entry<CounterId, Long>> all = List.copyOf(seqs.entrySet());
        return database.sql(
                        """
                        update counters c
                           set last_seen_at = :now,
                               last_seq = greatest(c.last_seq, s.seq),
                               status = case c.status when 'enrolled' then 'active'
                                                      else c.status end
                          from unnest(:ids, :seqs) as s (counter_id, seq)
                         where c.counter_id = s.counter_id
                        """)
                .bind("ids", all.stream().map(each -> each.getKey().hex()).toArray(String[]::new))
                .bind("seqs", all.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .bind("now", now)
                .then();
    }

    /** The same without a number. Whoever has locked one of them marks it, or takes it away. */
    public Mono<Void> markSeen(Collection<CounterId> ids, Instant now) {
        return database.sql(
                        """
                        update counters
                           set last_seen_at = :now,
                               status = case status when 'enrolled' then 'active' else status end
                         where counter_id in (select counter_id from counters
                                               where counter_id = any(:ids)
                                                 for update skip locked)
                        """)
                .bind("ids", words(ids))
                .bind("now", now)
                .then();
    }

    static Counter counter(Readable row) {
        return new Counter(
                new CounterId(text(row, "counter_id")),
                new Counter.Place(text(row, "tenant_id"), text(row, "site_id"), text(row, "label")),
                CounterStatus.of(text(row, "status")),
                new Counter.Keys(
                        text(row, "journal_public_key"),
                        text(row, "certificate_serial"),
                        text(row, "enrolment_certificate"),
                        number(row, "epoch"),
                        row.get("certificate_ends_at", Instant.class)),
                moment(row, "enrolled_at"),
                row.get("last_seen_at", Instant.class),
                number(row, "last_seq"));
    }
}
