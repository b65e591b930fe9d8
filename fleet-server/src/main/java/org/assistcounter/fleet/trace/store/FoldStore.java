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
                                    order by sold_id limit :count for update skip locked)
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
            counted as (
                select product, lot, tenant_id, counter_id, slot, business_date,
                       count(*) filter (where is_proven) as delivered,
                       count(*) filter (where not is_proven)
                           - count(*) filter (where not is_news) as unproven,
                       coalesce(sum(price_minor) filter (where is_proven), 0)::bigint as amount
                  from taken
                 group by 1, 2, 3, 4, 5, 6),
            """;

    private static final String SLOTS =
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
            """;

    private static final String TIMES =
            """
            days as (
                insert into trace_day as t (product, business_date, tenant_id, delivered, unproven,
                       amount_minor)
                select product, business_date, tenant_id, sum(delivered), sum(unproven),
                       sum(amount)
                  from counted
                 group by 1, 2, 3
                 order by 1, 2, 3
                on conflict (product, business_date, tenant_id) do update
                   set delivered = t.delivered + excluded.delivered,
                       unproven = t.unproven + excluded.unproven,
                       amount_minor = t.amount_minor + excluded.amount_minor),
            sites as (
                insert into trace_site as t (product, month, tenant_id, site_id, delivered,
                       unproven, amount_minor)
                select n.product, date_trunc('month', n.business_date)::date, n.tenant_id,
                       c.site_id, sum(n.delivered), sum(n.unproven), sum(n.amount)
                  from counted n join counters c using (counter_id)
                 where c.counter_id = any(array(select distinct counter_id from counted))
                 group by 1, 2, 3, 4
                 order by 1, 2, 3, 4
                on conflict (product, month, tenant_id, site_id) do update
                   set delivered = t.delivered + excluded.delivered,
                       unproven = t.unproven + excluded.unproven,
                       amount_minor = t.amount_minor + excluded.amount_minor)
            select count(*) as n from taken
            """;

    private final DatabaseClient database;

    FoldStore(DatabaseClient database) {
        this.database = database;
    }

    /** Counts the oldest, so many at most; how many there were. */
    public Mono<Long> fold(int count) {
        return database.sql(TAKEN + SLOTS + TIMES)
                .bind("count", count)
                .map(row -> number(row, "n"))
                .one();
    }

    /** How many wait to be counted, for the metrics. */
    @Override
    public Flux<Reading> read() {
        return database.sql(
                        """
                        select count(*) as n from (select from ledger_sold limit :max) waiting
                        """)
                .bind("max", COUNTED_MAX)
                .map(row -> Reading.only("assistcounter.trace.waiting", (double) number(row, "n")))
                .all();
    }
}
