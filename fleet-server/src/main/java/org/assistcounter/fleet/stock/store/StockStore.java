package org.assistcounter.fleet.stock.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assistcounter.fleet.database.Copies;
import org.assistcounter.fleet.database.CopyRows;
import org.assistcounter.fleet.stock.SlotStock;
import org.assistcounter.fleet.stock.Slots;
import org.assistcounter.fleet.stock.Stock;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps slots in the table `stock_slot`. */
@Repository
public class StockStore {

    private static final int MOVED_COLUMNS = 5;

    private final DatabaseClient database;
    private final Copies copies;

    StockStore(DatabaseClient database, Copies copies) {
        this.database = database;
        this.copies = copies;
    }

    /** Those of these slots that there are. */
    public Flux<Slots.Kept> find(Collection<Slots.Key> keys) {
        return database.sql(
                        """
                        select s.*
                          from unnest(:counters, :slots) as w (counter_id, slot)
                          join stock_slot s
                            on s.counter_id = w.counter_id and s.slot = w.slot
                        """)
                .bind("counters", words(keys, Slots.Key::counter))
                .bind("slots", keys.stream().map(Slots.Key::number).toArray(Integer[]::new))
                .map(StockStore::kept)
                .all();
    }

    private static Slots.Kept kept(Readable row) {
        boolean isOn = required(row, "is_on", Boolean.class);
        return new Slots.Kept(
                text(row, "tenant_id"),
                new Slots.Key(text(row, "counter_id"), required(row, "slot", Integer.class)),
                new Slots.Contents(
                        text(row, "product"),
                        text(row, "lot"),
                        required(row, "quantity", Integer.class)),
                isOn ? null : text(row, "off_reason"),
                moment(row, "changed_at"));
    }

    /** Keeps slots as they now are. */
    public Mono<Void> put(List<Slots.Kept> slots) {
        if (slots.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        insert into stock_slot (tenant_id, counter_id, slot, product, lot,
                               quantity, is_on, off_reason, changed_at)
                        select tenant, counter, slot, product, lot,
                               quantity, reason is null, coalesce(reason, ''), at
                          from unnest(:tenants, :counters, :slots, :products, :lots, :quantities,
                                      :reasons, :ats)
                               as s (tenant, counter, slot, product, lot, quantity, reason, at)
                        on conflict (counter_id, slot) do update
                           set product = excluded.product, lot = excluded.lot,
                               quantity = excluded.quantity, is_on = excluded.is_on,
                               off_reason = excluded.off_reason,
                               changed_at = excluded.changed_at
                        """)
                .bind("tenants", words(slots, Slots.Kept::tenant))
                .bind("counters", words(slots, slot -> slot.key().counter()))
                .bind("slots", slots.stream().map(s -> s.key().number()).toArray(Integer[]::new))
                .bind("products", words(slots, slot -> slot.contents().product()))
                .bind("lots", words(slots, slot -> slot.contents().lot()))
                .bind(
                        "quantities",
                        slots.stream().map(s -> s.contents().quantity()).toArray(Integer[]::new))
                .bind("reasons", words(slots, Slots.Kept::offReason))
                .bind(
                        "ats",
                        slots.stream()
                                .map(slot -> slot.at().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .then();
    }

    /** Tells what moved, in the table `stock_moved`; who counts it takes it away. */
    public Mono<Void> tell(Map<Slots.Goods, Slots.Moved> moved) {
        CopyRows rows = new CopyRows(MOVED_COLUMNS);
        moved.forEach((goods, by) ->
                rows.row()
                        .text(goods.product())
                        .text(goods.lot())
                        .text(goods.tenant())
                        .number(by.packets())
                        .number(by.slots()));
        return copies.add("stock_moved (product, lot, tenant_id, packets, slots)", rows);
    }

    private static <T> @Nullable String[] words(
            Collection<T> all, Function<T, @Nullable String> word) {
        return all.stream().map(word).toArray(String[]::new);
    }

    /** The slots of a counter by number. */
    public Flux<SlotStock> of(String counter) {
        return database.sql("select * from stock_slot where counter_id = :counter order by slot")
                .bind("counter", counter)
                .map(StockStore::slot)
                .all();
    }

    /** What lies in each of these counters. */
    public Flux<Stock.Summary> summaries(Collection<String> counters) {
        return database.sql(
                        """
                        select counter_id, sum(quantity)::bigint as total,
                               count(*) filter (where quantity = 0) as empty,
                               count(*) filter (where not is_on) as off
                          from stock_slot
                         where counter_id = any(:counters)
                         group by counter_id
                        """)
                .bind("counters", counters.toArray(String[]::new))
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
