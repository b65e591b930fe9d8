package org.assistcounter.fleet.trace.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.assistcounter.fleet.lots.Lot;
import org.assistcounter.fleet.trace.Cursor;
import org.assistcounter.fleet.trace.LotTrace;
import org.assistcounter.fleet.trace.Span;
import org.assistcounter.fleet.trace.Sums;
import org.assistcounter.protocol.shelf.Bilingual;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads where a lot went. */
@Repository
public class LotTraceStore {
    private static final String STAND =
            """
            c.label, p.name_zh as site_zh, p.name_en as site_en, o.name_zh as operator_zh,
            o.name_en as operator_en
            """;
    private static final String STANDS =
            """
              join counters c using (counter_id)
              join sites p using (site_id)
              join tenants o on o.tenant_id = l.tenant_id
            """;

    private static final String LOTS =
            """
            select w.lot, e.lot_code is not null as is_entered,
                   sum(w.delivered)::bigint as delivered, sum(w.unproven)::bigint as unproven,
                   sum(w.amount_minor)::bigint as amount_minor,
                   min(w.first_on) as first_on, max(w.last_on) as last_on
              from (select lot, delivered, unproven, amount_minor, first_on, last_on
                      from trace_lot
                     where product = :product and tenant_id between :fromTenant and :toTenant
                    union all
                    select lot, 0, 0, 0, null, null
                      from trace_left
                     where product = :product and packets > 0
                       and tenant_id between :fromTenant and :toTenant) w
              left join lots_lot e on e.product_code = :product and e.lot_code = w.lot
             group by w.lot, e.lot_code
             order by max(w.last_on) desc nulls first, w.lot limit :count
            """;
    private static final String LEFT =
            """
            with whole as (
                select sum(packets) as packets, sum(slots) as slots
                  from trace_left
                 where product = :product and lot = :lot
                   and tenant_id between :fromTenant and :toTenant),
            gone as (
                select sum(k.quantity) as packets, count(*) as slots
                  from counters c
                  join stock_slot k
                    on k.product = :product and k.lot = :lot
                       and k.tenant_id collate "C" = c.tenant_id
                       and k.counter_id collate "C" = c.counter_id
                 where c.status in ('suspended', 'retired') and k.quantity > 0
                   and k.tenant_id collate "C" between :fromTenant and :toTenant)
            select greatest(coalesce(w.packets, 0) - coalesce(g.packets, 0), 0)::bigint as packets,
                   greatest(coalesce(w.slots, 0) - g.slots, 0)::bigint as slots
              from whole w, gone g
            """;
    private static final String SLOTS =
            """
            with seen as (
                (select tenant_id, counter_id, slot, 0 as remains
                   from trace_slot
                  where product = :product and lot = :lot and not :isLeft
                    and (tenant_id, counter_id, slot) > (:tenant, :counter, :slot)
                    and (tenant_id, counter_id) <= (:toTenant, :toCounter)
                  order by tenant_id, counter_id, slot limit :count)
                union all
                (select tenant_id collate "C", counter_id collate "C", slot, quantity
                   from stock_slot k
                  where product = :product and lot = :lot and quantity > 0
                    and (tenant_id collate "C", counter_id collate "C", slot)
                        > (:tenant, :counter, :slot)
                    and (tenant_id collate "C", counter_id collate "C")
                        <= (:toTenant, :toCounter)
                    and counter_id not in (select counter_id from counters
                                            where status in ('suspended', 'retired'))
                  order by tenant_id collate "C", counter_id collate "C", slot limit :count)),
            lines as (
                select tenant_id, counter_id, slot, sum(remains)::bigint as remains
                  from seen
                 group by 1, 2, 3
                 order by 1, 2, 3 limit :count)
            select l.*, coalesce(t.delivered, 0) as delivered,
                   coalesce(t.unproven, 0) as unproven,
                   coalesce(t.amount_minor, 0) as amount_minor, t.first_on, t.last_on,
            """;
    private static final String WENT =
            """
              from lines l
              left join trace_slot t
                on t.product = :product and t.lot = :lot and t.tenant_id = l.tenant_id
                   and t.counter_id = l.counter_id and t.slot = l.slot
              join counters c on c.counter_id = l.counter_id
              join sites p using (site_id)
              join tenants o on o.tenant_id = l.tenant_id
             order by l.tenant_id, l.counter_id, l.slot
            """;
    private static final String UNITS =
            """
            with lines as (
                select * from trace_unit
                 where product = :product and lot = :lot
                   and (tenant_id, counter_id, opened_at) <= (:tenant, :counter, :at)
                   and (tenant_id, counter_id) >= (:fromTenant, :fromCounter)
                 order by tenant_id desc, counter_id desc, opened_at desc, sale desc, line desc
                offset :shown limit :count)
            """;

    private final DatabaseClient database;

    LotTraceStore(DatabaseClient database) {
        this.database = database;
    }

    /** What went out of a lot, and when. */
    public record Went(Sums sums, LotTrace.Days days) {}

    /** What went out of a lot at these counters' operators. */
    public Mono<Went> whole(Lot.Key lot, Span span) {
        return database.sql(
                        """
                        select coalesce(sum(delivered), 0)::bigint as delivered,
                               coalesce(sum(unproven), 0)::bigint as unproven,
                               coalesce(sum(amount_minor), 0)::bigint as amount_minor,
                               min(first_on) as first_on, max(last_on) as last_on
                          from trace_lot
                         where product = :product and lot = :lot
                           and tenant_id between :fromTenant and :toTenant
                        """)
                .bind("product", lot.product())
                .bind("lot", lot.code())
                .bind("fromTenant", span.fromTenant())
                .bind("toTenant", span.toTenant())
                .map(row -> new Went(sums(row), days(row)))
                .one();
    }

    /** The lots of a product that these operators sold or have: first what was not sold yet. */
    public Flux<LotTrace.LotLine> lots(String product, Span span, int count) {
        return database.sql(LOTS)
                .bind("product", product)
                .bind("fromTenant", span.fromTenant())
                .bind("toTenant", span.toTenant())
                .bind("count", count)
                .map(row ->
                        new LotTrace.LotLine(
                                text(row, "lot"),
                                required(row, "is_entered", Boolean.class),
                                sums(row),
                                days(row)))
                .all();
    }

    /**
     * What of it lies in these operators' counters, by their journals; nothing of those that stand
     * nowhere any more.
     */
    public Mono<LotTrace.Left> left(Lot.Key lot, Span span) {
        return of(LEFT, lot)
                .bind("fromTenant", span.fromTenant())
                .bind("toTenant", span.toTenant())
                .map(row -> new LotTrace.Left(number(row, "packets"), number(row, "slots")))
                .one();
    }

    /** The counters of a label, each of another operator. */
    public Flux<LotTrace.Stand> stands(String label, Span span) {
        return database.sql(
                        "select tenant_id, counter_id, "
                                + STAND
                                + """
                                  from counters c join sites p using (site_id, tenant_id)
                                       join tenants o using (tenant_id)
                                 where c.label = :label
                                   and c.tenant_id collate "C" between :fromTenant and :toTenant
                                 order by tenant_id, counter_id
                                """)
                .bind("label", label)
                .bind("fromTenant", span.fromTenant())
                .bind("toTenant", span.toTenant())
                .map(LotTraceStore::stand)
                .all();
    }

    /** The slots behind a place in the list, by operator, counter and number. */
    public Flux<LotTrace.SlotLine> slots(
            LotTrace.Wish wish, Span span, Cursor.Slot after, int count) {
        return of(SLOTS + STAND + WENT, wish.lot())
                .bind("isLeft", wish.isLeft())
                .bind("tenant", after.tenant())
                .bind("counter", after.counter())
                .bind("slot", after.slot())
                .bind("toTenant", span.toTenant())
                .bind("toCounter", span.toCounter())
                .bind("count", count)
                .map(row ->
                        new LotTrace.SlotLine(
                                stand(row),
                                required(row, "slot", Integer.class),
                                sums(row),
                                days(row),
                                number(row, "remains")))
                .all();
    }

    /** The packets behind a place in the list: by operator and counter, the newest first. */
    public Flux<LotTrace.UnitLine> units(Lot.Key lot, Span span, Cursor.Unit after, int count) {
        String order =
                """
                 order by l.tenant_id desc, l.counter_id desc, l.opened_at desc, l.sale desc,
                          l.line desc
                """;
        return of(UNITS + "select l.*, " + STAND + " from lines l" + STANDS + order, lot)
                .bind("tenant", after.tenant())
                .bind("counter", after.counter())
                .bind("at", after.at())
                .bind("shown", after.shown())
                .bind("fromTenant", span.fromTenant())
                .bind("fromCounter", span.fromCounter())
                .bind("count", count)
                .map(LotTraceStore::unit)
                .all();
    }

    private GenericExecuteSpec of(String sql, Lot.Key lot) {
        return database.sql(sql).bind("product", lot.product()).bind("lot", lot.code());
    }

    private static LotTrace.UnitLine unit(Readable row) {
        return new LotTrace.UnitLine(
                stand(row),
                required(row, "slot", Integer.class),
                moment(row, "opened_at"),
                text(row, "sale"),
                new LotTrace.Price(
                        number(row, "price_minor"), required(row, "is_proven", Boolean.class)));
    }

    private static LotTrace.Stand stand(Readable row) {
        return new LotTrace.Stand(
                text(row, "tenant_id"),
                text(row, "counter_id"),
                text(row, "label"),
                new Bilingual(text(row, "site_zh"), text(row, "site_en")),
                new Bilingual(text(row, "operator_zh"), text(row, "operator_en")));
    }

    static Sums sums(Readable row) {
        return new Sums(
                number(row, "delivered"), number(row, "unproven"), number(row, "amount_minor"));
    }

    private static LotTrace.Days days(Readable row) {
        return new LotTrace.Days(
                row.get("first_on", LocalDate.class), row.get("last_on", LocalDate.class));
    }
}
