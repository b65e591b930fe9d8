package org.assistcounter.fleet.stock.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import org.assistcounter.fleet.stock.SlotStock;
import org.assistcounter.fleet.stock.Stock;
import org.assistcounter.protocol.journal.Fact;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps slots in the table `stock_slot`. */
@Repository
public class StockStore {

    private final DatabaseClient database;

    StockStore(DatabaseClient database) {
        this.database = database;
    }

    /** Somebody has counted. */
    public Mono<Void> count(Stock.Origin origin, Fact.StockCounted fact) {
        return database.sql(
                        """
                        insert into stock_slot (tenant_id, counter_id, slot, product, lot,
                               quantity, changed_at)
                        values (:tenant, :counter, :slot, :product, :lot, :quantity, :at)
                        on conflict (counter_id, slot) do update
                           set product = excluded.product, lot = excluded.lot,
                               quantity = excluded.quantity, changed_at = excluded.changed_at
                        """)
                .bind("tenant", origin.tenant())
                .bind("counter", origin.counter())
                .bind("slot", fact.slot())
                .bind("product", fact.product())
                .bind("lot", fact.lot())
                .bind("quantity", fact.quantity())
                .bind("at", origin.at())
                .then();
    }

    /** One came out, or may have. */
    public Mono<Void> takeOne(Stock.Origin origin, int slot) {
        return database.sql(
                        """
                        update stock_slot
                           set quantity = greatest(0, quantity - 1), changed_at = :at
                         where counter_id = :counter and slot = :slot
                        """)
                .bind("counter", origin.counter())
                .bind("slot", slot)
                .bind("at", origin.at())
                .then();
    }

    /** The slot is offered, or no longer. */
    public Mono<Void> switchSlot(Stock.Origin origin, Fact.SlotSwitched fact) {
        return database.sql(
                        """
                        update stock_slot
                           set is_on = :on, off_reason = :reason, changed_at = :at
                         where counter_id = :counter and slot = :slot
                        """)
                .bind("counter", origin.counter())
                .bind("slot", fact.slot())
                .bind("on", fact.on())
                .bind("reason", fact.on() ? "" : fact.reason())
                .bind("at", origin.at())
                .then();
    }

    /** How many of this product lie in the slot. */
    public Mono<Long> units(String counter, int slot, String product) {
        return database.sql(
                        """
                        select quantity::bigint as units from stock_slot
                         where counter_id = :counter and slot = :slot and product = :product
                        """)
                .bind("counter", counter)
                .bind("slot", slot)
                .bind("product", product)
                .map(row -> number(row, "units"))
                .one();
    }

    /** The slots of a counter by number. */
    public Flux<SlotStock> of(String counter) {
        return database.sql("select * from stock_slot where counter_id = :counter order by slot")
                .bind("counter", counter)
                .map(StockStore::slot)
                .all();
    }

    /** What lies in each counter of a tenant. */
    public Flux<Stock.Summary> summaries(String tenant) {
        return database.sql(
                        """
                        select counter_id, sum(quantity)::bigint as total,
                               count(*) filter (where quantity = 0) as empty,
                               count(*) filter (where not is_on) as off
                          from stock_slot
                         where tenant_id = :tenant
                         group by counter_id
                        """)
                .bind("tenant", tenant)
                .map(row ->
                        new Stock.Summary(
                                text(row, "counter_id"),
                                number(row, "total"),
                                number(row, "empty"),
                                number(row, "off")))
                .all();
    }

    /** The slots of a tenant's counters that are not offered, the longest first. */
    public Flux<SlotStock> off(String tenant) {
        return database.sql(
                        """
                        select * from stock_slot
                         where tenant_id = :tenant and not is_on
                         order by changed_at, counter_id, slot
                        """)
                .bind("tenant", tenant)
                .map(StockStore::slot)
                .all();
    }

    private static SlotStock slot(Readable row) {
        return new SlotStock(
                text(row, "counter_id"),
                required(row, "slot", Integer.class),
                text(row, "product"),
                text(row, "lot"),
                required(row, "quantity", Integer.class),
                text(row, "off_reason"),
                moment(row, "changed_at"));
    }
}
