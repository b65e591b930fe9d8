package org.assistcounter.fleet.stock.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.assistcounter.fleet.stock.ColdLock;
import org.assistcounter.fleet.stock.Slots;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps locked compartments in the table `stock_cold_lock`. */
@Repository
public class ColdLockStore {

    private final DatabaseClient database;

    ColdLockStore(DatabaseClient database) {
        this.database = database;
    }

    /** Locks compartments; one that is locked stays so since it was first. */
    public Mono<Void> lock(List<Slots.Lock> locks) {
        if (locks.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        insert into stock_cold_lock (tenant_id, counter_id, compartment, reason,
                               locked_at)
                        select * from unnest(:tenants, :counters, :compartments, :reasons, :ats)
                        on conflict (counter_id, compartment) do nothing
                        """)
                .bind("tenants", words(locks, Slots.Lock::tenant))
                .bind("counters", words(locks, lock -> lock.key().counter()))
                .bind("compartments", numbers(locks, lock -> lock.key().number()))
                .bind("reasons", words(locks, Slots.Lock::reason))
                .bind(
                        "ats",
                        locks.stream()
                                .map(lock -> lock.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .then();
    }

    /** Lifts the locks of compartments. */
    public Mono<Void> lift(Collection<Slots.Key> compartments) {
        if (compartments.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        delete from stock_cold_lock l
                         using unnest(:counters, :compartments) as u (counter_id, compartment)
                         where l.counter_id = u.counter_id and l.compartment = u.compartment
                        """)
                .bind("counters", words(compartments, Slots.Key::counter))
                .bind("compartments", numbers(compartments, Slots.Key::number))
                .then();
    }

    private static <T> String[] words(Collection<T> all, Function<T, String> word) {
        return all.stream().map(word).toArray(String[]::new);
    }

    private static <T> Integer[] numbers(Collection<T> all, Function<T, Integer> number) {
        return all.stream().map(number).toArray(Integer[]::new);
    }

    /** The locked compartments of a tenant's counters, the longest first. */
    public Flux<ColdLock> locked(String tenant) {
        return database.sql(
                        """
                        select * from stock_cold_lock
                         where tenant_id = :tenant
                         order by locked_at, counter_id, compartment
                        """)
                .bind("tenant", tenant)
                .map(row ->
                        new ColdLock(
                                text(row, "counter_id"),
                                required(row, "compartment", Integer.class),
                                text(row, "reason"),
                                moment(row, "locked_at")))
                .all();
    }
}
