package org.assistcounter.fleet.stock.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import org.assistcounter.fleet.stock.ColdLock;
import org.assistcounter.fleet.stock.Stock;
import org.assistcounter.protocol.journal.Fact;
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

    /** The compartment is locked, or no longer. One that is locked stays so since it was first. */
    public Mono<Void> switchLock(Stock.Origin origin, Fact.ColdChainSwitched fact) {
        return fact.locked() ? lock(origin, fact) : lift(origin, fact.compartment());
    }

    private Mono<Void> lock(Stock.Origin origin, Fact.ColdChainSwitched fact) {
        return database.sql(
                        """
                        insert into stock_cold_lock (tenant_id, counter_id, compartment, reason,
                               locked_at)
                        values (:tenant, :counter, :compartment, :reason, :at)
                        on conflict (counter_id, compartment) do nothing
                        """)
                .bind("tenant", origin.tenant())
                .bind("counter", origin.counter())
                .bind("compartment", fact.compartment())
                .bind("reason", fact.reason())
                .bind("at", origin.at())
                .then();
    }

    private Mono<Void> lift(Stock.Origin origin, int compartment) {
        return database.sql(
                        """
                        delete from stock_cold_lock
                         where counter_id = :counter and compartment = :compartment
                        """)
                .bind("counter", origin.counter())
                .bind("compartment", compartment)
                .then();
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
