package org.assistcounter.fleet.trace.store;

import static org.assistcounter.fleet.database.Columns.number;

import org.assistcounter.fleet.metrics.Tally;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes packets from `ledger_sold` and counts them. */
@Repository
public class FoldStore implements Tally {
    private static final int COUNTED_MAX = 1_000_000;

    private static final String TAKEN =
            """
            with taken as (
                delete from ledger_sold
                 where sold_id in (select sold_id from ledger_sold
                                    order by sold_id limit :count)
                returning *),
            units as (
                insert into trace_unit (product, lot, tenant_id, counter_id, opened_at, sale, line,
                       slot, price_minor, is_proven)
                select t.product, t.lot, t.tenant_id, t.counter_id, t.opened_at, t.sale, t.line,
                       t.slot, t.price_minor, t.is_proven or p.sale is not null
                  from taken t
                  left join taken p
                    on p.sale = t.sale and p.line = t.line and not p.is_news
                 where t.is_news
                 order by t.product, t.lot, t.tenant_id, t.counter_id),
            proven as (
                update trace_unit u set is_proven = true
                  from taken t
                 where not t.is_news and u.product = t.product and u.lot = t.lot
                   and u.tenant_id = t.tenant_id and u.counter_id = t.counter_id
                   and u.opened_at = t.opened_at and u.sale = t.sale and u.line = t.line),
            """;

    /** The share of the price that stood when a packet was sold, or else of the first there was. */
    private static final String COUNTED =
            """
            counted as (
                select product, lot, tenant_id, counter_id, slot, business_date,
                       count(*) filter (where is_proven) as delivered,
                       count(*) filter (where not is_proven)
                           - count(*) filter (where not is_news) as unproven,
                       coalesce(sum(price_minor) filter (where is_proven), 0)::bigint as amount,
                       coalesce(sum(coalesce(
                                (select t.price_minor * supplier_minor / price_minor
                                   from catalogue_price
                                  where product_code = t.product and changed_at <= t.opened_at
                                  order by number desc limit 1),
                                (select t.price_minor * supplier_minor / price_minor
                                   from catalogue_price
                                  where product_code = t.product
                                  order by number limit 1)))
                                filter (where is_proven), 0)::bigint as share
                  from taken t
                 group by 1, 2, 3, 4, 5, 6),
            """;

    private static final String LOTS =
            """
            slots as (
                insert into trace_slot as t (product, lot, tenant_id, counter_id, slot, delivered,
                       unproven, amount_minor, first_on, last_on)
                select product, lot, tenant_id, counter_id, slot, sum(delivered), sum(unproven),
                       sum(amount), min(business_date), max(business_date)
                  from counted
                 group by 1, 2, 3, 4, 5
                 order by 1, 2, 3, 4, 5
                on conflict (product, lot, tenant_id, counter_id, slot) do update
                   set delivered = t.delivered + excluded.delivered,
                       unproven = t.unproven + excluded.unproven,
                       amount_minor = t.amount_minor + excluded.amount_minor,
                       first_on = least(t.first_on, excluded.first_on),
                       last_on = greatest(t.last_on, excluded.last_on)),
            lots as (
                insert into trace_lot as t (product, lot, tenant_id, delivered, unproven,
                       amount_minor, first_on, last_on)
                select product, lot, tenant_id, sum(delivered), sum(unproven), sum(amount),
                       min(business_date), max(business_date)
                  from counted
                 group by 1, 2, 3
                 order by 1, 2, 3
                on conflict (product, lot, tenant_id) do update
                   set delivered = t.delivered + excluded.delivered,
                       unproven = t.unproven + excluded.unproven,
                       amount_minor = t.amount_minor + excluded.amount_minor,
                       first_on = least(t.first_on, excluded.first_on),
                       last_on = greatest(t.last_on, excluded.last_on)),
            days as (
                insert into trace_day as t (product, business_date, delivered, unproven,
                       amount_minor)
                select product, business_date, sum(delivered), sum(unproven), sum(amount)
                  from counted
                 group by 1, 2
                 order by 1, 2
                on conflict (product, business_date) do update
                   set delivered = t.delivered + excluded.delivered,
                       unproven = t.unproven + excluded.unproven,
                       amount_minor = t.amount_minor + excluded.amount_minor),
            """;

    /** Each packet for its product, for its supplier and for its county. */
    private static final String FOR =
            """
            made as (
                select k.kind, k.origin, date_trunc('month', n.business_date)::date as month,
                       i.division_code, n.tenant_id, i.site_id, n.delivered, n.unproven,
                       n.amount as amount_minor, n.share as share_minor
                  from counted n
                  join counters c on c.counter_id = n.counter_id
                  join sites i on i.site_id = c.site_id
                  left join trace_origin o on o.product = n.product
                 cross join lateral (values ('product', n.product), ('supplier', o.supplier_id),
                                            ('county', o.county_code)) k (kind, origin)
                 where k.origin is not null
                   and c.counter_id = any(array(select distinct counter_id from counted)))
            """;

    private final DatabaseClient database;

    FoldStore(DatabaseClient database) {
        this.database = database;
    }

    /** Waits until nobody else counts, for the rest of the transaction. */
    public Mono<Void> alone() {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('trace', 0))").then();
    }

    /** Counts the oldest packets, so many at most; how many there were. */
    public Mono<Long> fold(int count) {
        return database.sql(
                        TAKEN
                                + COUNTED
                                + LOTS
                                + FOR
                                + OriginSums.ADDED
                                + " select count(*) as n from taken")
                .bind("count", count)
                .map(row -> number(row, "n"))
                .one();
    }

    /** Counts what came into slots and went out of them, so many lines at most; how many. */
    public Mono<Long> foldStock(int count) {
        return database.sql(
                        """
                        with taken as (
                            delete from stock_moved
                             where moved_id in (select moved_id from stock_moved
                                                 order by moved_id limit :count)
                            returning *),
                        counted as (
                            insert into trace_left as t (product, lot, tenant_id, packets, slots)
                            select product, lot, tenant_id, sum(packets), sum(slots)
                              from taken
                             group by 1, 2, 3
                             order by 1, 2, 3
                            on conflict (product, lot, tenant_id) do update
                               set packets = t.packets + excluded.packets,
                                   slots = t.slots + excluded.slots)
                        select count(*) as n from taken
                        """)
                .bind("count", count)
                .map(row -> number(row, "n"))
                .one();
    }

    /** How many wait to be counted, for the metrics. */
    @Override
    public Flux<Reading> read() {
        return database.sql(
                        """
                        select (select count(*) from (select from ledger_sold limit :max) sold)
                               + (select count(*) from (select from stock_moved limit :max) moved)
                               as n
                        """)
                .bind("max", COUNTED_MAX)
                .map(row -> Reading.only("assistcounter.trace.waiting", (double) number(row, "n")))
                .all();
    }
}
