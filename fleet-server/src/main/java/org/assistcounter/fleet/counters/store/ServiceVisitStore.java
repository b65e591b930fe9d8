package org.assistcounter.fleet.counters.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import org.assistcounter.fleet.counters.ServiceVisits;
import org.assistcounter.protocol.journal.Fact;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps visits in `counters_service_visit` and wrong codes in `counters_service_refusal`. */
@Repository
public class ServiceVisitStore {
    private final DatabaseClient database;

    ServiceVisitStore(DatabaseClient database) {
        this.database = database;
    }

    /** Somebody has signed in; the wrong codes before belong to this visit. */
    public Mono<Void> begin(ServiceVisits.Origin origin) {
        return database.sql(
                        """
                        with before as (
                            delete from counters_service_refusal
                             where counter_id = :counter
                            returning wrong_codes
                        )
                        insert into counters_service_visit (tenant_id, counter_id, signed_in_at,
                               wrong_codes)
                        values (:tenant, :counter, :at,
                                coalesce((select wrong_codes from before), 0))
                        """)
                .bind("tenant", origin.tenant())
                .bind("counter", origin.counter())
                .bind("at", origin.at())
                .then();
    }

    /** Whoever was signed in is so no longer. */
    public Mono<Void> end(ServiceVisits.Origin origin, String reason) {
        return database.sql(
                        """
                        update counters_service_visit
                           set ended_at = :at, ended_by = :reason
                         where counter_id = :counter and ended_at is null
                        """)
                .bind("counter", origin.counter())
                .bind("at", origin.at())
                .bind("reason", reason)
                .then();
    }

    /** What is done while somebody is signed in is done by them. */
    public Mono<Void> work(ServiceVisits.Origin origin, int slotsOn, int locksLifted) {
        return database.sql(
                        """
                        update counters_service_visit
                           set slots_on = slots_on + :slots, locks_lifted = locks_lifted + :locks
                         where counter_id = :counter and ended_at is null
                        """)
                .bind("counter", origin.counter())
                .bind("slots", slotsOn)
                .bind("locks", locksLifted)
                .then();
    }

    /** A code was wrong; the fact says how many there have been. */
    public Mono<Void> refuse(ServiceVisits.Origin origin, Fact.ServiceRefused fact) {
        return database.sql(
                        """
                        insert into counters_service_refusal (counter_id, tenant_id, wrong_codes,
                               pause_millis, refused_at)
                        values (:counter, :tenant, :wrong, :pause, :at)
                        on conflict (counter_id) do update
                           set wrong_codes = excluded.wrong_codes,
                               pause_millis = excluded.pause_millis,
                               refused_at = excluded.refused_at
                        """)
                .bind("counter", origin.counter())
                .bind("tenant", origin.tenant())
                .bind("wrong", fact.wrong())
                .bind("pause", fact.pauseMillis())
                .bind("at", origin.at())
                .then();
    }

    /** The newest visits of a counter. */
    public Flux<ServiceVisits.Visit> newest(String counter, int most) {
        return database.sql(
                        """
                        select * from counters_service_visit
                         where counter_id = :counter
                         order by visit_id desc
                         limit :most
                        """)
                .bind("counter", counter)
                .bind("most", most)
                .map(ServiceVisitStore::visit)
                .all();
    }

    private static ServiceVisits.Visit visit(Readable row) {
        return new ServiceVisits.Visit(
                moment(row, "signed_in_at"),
                row.get("ended_at", Instant.class),
                text(row, "ended_by"),
                required(row, "wrong_codes", Integer.class),
                new ServiceVisits.Work(
                        required(row, "slots_on", Integer.class),
                        required(row, "locks_lifted", Integer.class)));
    }

    /** The wrong codes since the last sign-in. */
    public Mono<ServiceVisits.WrongCodes> wrongCodes(String counter) {
        return database.sql("select * from counters_service_refusal where counter_id = :counter")
                .bind("counter", counter)
                .map(row ->
                        new ServiceVisits.WrongCodes(
                                required(row, "wrong_codes", Integer.class),
                                moment(row, "refused_at"),
                                Duration.ofMillis(required(row, "pause_millis", Long.class))))
                .one();
    }
}
