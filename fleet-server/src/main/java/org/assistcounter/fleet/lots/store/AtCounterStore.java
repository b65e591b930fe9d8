package org.assistcounter.fleet.lots.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.assistcounter.fleet.lots.AtCounter;
import org.assistcounter.fleet.lots.Lot;
import org.assistcounter.fleet.lots.Lots;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Reads what was moved to counters beside what their journals tell: `lots_held` by the counter's
 * label, `trace_slot` and `stock_slot` by its id. Who took over a label goes on with its goods.
 */
@Repository
public class AtCounterStore {
    private static final String COMPARED =
            """
            with moved as (
                select tenant_id, place as label, quantity from lots_held
                 where product_code = :product and lot_code = :lot and kind = 'counter'
                   and quantity > 0 and (:tenant = '' or tenant_id = :tenant)),
            journals as (
                select counter_id, sum(delivered) as delivered, sum(unproven) as unproven,
                       0 as remains
                  from trace_slot
                 where product = :product and lot = :lot
                   and (:tenant = '' or tenant_id = :tenant)
                 group by counter_id
                union all
                select counter_id collate "C", 0, 0, sum(quantity)
                  from stock_slot
                 where product = :product and lot = :lot
                   and (:tenant = '' or tenant_id = :tenant)
                   and counter_id not in (select counter_id from counters
                                           where status in ('suspended', 'retired'))
                 group by counter_id),
            told as (
                select c.tenant_id, c.label, sum(j.delivered) as delivered,
                       sum(j.unproven) as unproven, sum(j.remains) as remains
                  from journals j join counters c on c.counter_id = j.counter_id
                 group by c.tenant_id, c.label
                having sum(j.delivered + j.unproven + j.remains) > 0),
            lines as (
                select tenant_id, label, coalesce(m.quantity, 0) as moved,
                       coalesce(t.delivered, 0) as delivered,
                       coalesce(t.unproven, 0) as unproven, coalesce(t.remains, 0) as remains
                  from moved m full join told t using (tenant_id, label)),
            compared as (
                select *, greatest(delivered + remains - moved,
                                   moved - delivered - unproven - remains, 0) as differs
                  from lines)
            select tenant_id, label, moved::bigint, delivered::bigint, unproven::bigint,
                   remains::bigint, count(*) over () as all_of_them,
                   count(*) filter (where differs > 0) over () as differing
              from compared
             order by differs desc, tenant_id, label limit :count
            """;

    private final DatabaseClient database;

    AtCounterStore(DatabaseClient database) {
        this.database = database;
    }

    private record Line(AtCounter at, long all, long differing) {}

    /** Those of an operator, or of all when it is empty, that differ most. */
    public Mono<Lots.AtCounters> compared(Lot.Key lot, String tenant, int count) {
        return database.sql(COMPARED)
                .bind("product", lot.product())
                .bind("lot", lot.code())
                .bind("tenant", tenant)
                .bind("count", count)
                .map(AtCounterStore::line)
                .all()
                .collectList()
                .map(lines -> counters(lines, !tenant.isEmpty()));
    }

    private static Lots.AtCounters counters(List<Line> lines, boolean isOwn) {
        return new Lots.AtCounters(
                lines.stream().map(Line::at).toList(),
                lines.isEmpty() ? 0 : lines.getFirst().all(),
                lines.isEmpty() ? 0 : lines.getFirst().differing(),
                isOwn);
    }

    private static Line line(Readable row) {
        return new Line(
                new AtCounter(
                        text(row, "tenant_id"),
                        text(row, "label"),
                        number(row, "moved"),
                        new AtCounter.Told(
                                number(row, "delivered"),
                                number(row, "unproven"),
                                number(row, "remains"))),
                number(row, "all_of_them"),
                number(row, "differing"));
    }
}
