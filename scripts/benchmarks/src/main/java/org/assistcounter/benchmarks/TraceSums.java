package org.assistcounter.benchmarks;

import java.util.List;

/** What the trace counts of its packets, as one hand counts them behind the sales. */
final class TraceSums {
    private static final String SLOTS =
            """
            insert into trace_slot
            select product, lot, tenant_id, counter_id, slot,
                   count(*) filter (where is_proven), count(*) filter (where not is_proven),
                   coalesce(sum(price_minor) filter (where is_proven), 0),
                   min(opened_at)::date, max(opened_at)::date
              from trace_unit
             group by 1, 2, 3, 4, 5
             order by min(opened_at)
            """;
    private static final String LOTS =
            """
            insert into trace_lot
            select product, lot, tenant_id, sum(delivered), sum(unproven), sum(amount_minor),
                   min(first_on), max(last_on)
              from trace_slot
             group by 1, 2, 3
            """;
    private static final String LEFT =
            """
            insert into trace_left
            select product, lot, tenant_id, sum(quantity), count(*) filter (where quantity > 0)
              from stock_slot
             group by 1, 2, 3
            """;
    private static final String DAYS =
            """
            insert into trace_day
            select product, opened_at::date, count(*) filter (where is_proven),
                   count(*) filter (where not is_proven),
                   coalesce(sum(price_minor) filter (where is_proven), 0)
              from trace_unit
             group by 1, 2
            """;
    private static final String ORIGINS =
            """
            insert into trace_origin
            select product_code, supplier_id, county_code
              from catalogue_product join catalogue_supplier using (supplier_id)
            on conflict do nothing
            """;
    private static final String SITES =
            """
            insert into trace_site
            select 'product', u.product, date_trunc('month', u.opened_at)::date, i.division_code,
                   u.tenant_id, i.site_id, count(*) filter (where u.is_proven),
                   count(*) filter (where not u.is_proven),
                   coalesce(sum(u.price_minor) filter (where u.is_proven), 0),
                   coalesce(sum(u.price_minor * p.supplier_minor / p.price_minor)
                            filter (where u.is_proven), 0)
              from trace_unit u
              join counters c using (counter_id)
              join sites i using (site_id)
              join catalogue_product p on p.product_code = u.product
             group by 1, 2, 3, 4, 5, 6
             order by md5(i.site_id || u.product)
            """;
    private static final String OF_OTHERS =
            """
            insert into trace_site
            select k.kind, case k.kind when 'county' then o.county_code else o.supplier_id end,
                   t.month, t.division_code, t.tenant_id, t.site_id, sum(t.delivered),
                   sum(t.unproven), sum(t.amount_minor), sum(t.share_minor)
              from trace_site t
              join trace_origin o on o.product = t.origin
             cross join (values ('supplier'), ('county')) k (kind)
             group by 1, 2, 3, 4, 5, 6
             order by md5(t.site_id || min(o.product))
            """;
    private static final String DISTRICTS =
            """
            insert into trace_district
            select kind, origin, month, division_code, tenant_id, sum(delivered), sum(unproven),
                   sum(amount_minor), sum(share_minor)
              from trace_site
             group by 1, 2, 3, 4, 5
             order by md5(division_code || origin)
            """;
    private static final String MONTHS =
            """
            insert into trace_month
            select kind, origin, month, tenant_id, sum(delivered), sum(unproven),
                   sum(amount_minor), sum(share_minor)
              from trace_district
             group by 1, 2, 3, 4
            """;

    /** Sites and districts lie mixed, as they come when all counters sell at once. */
    static final List<String> IN_ORDER =
            List.of(SLOTS, LOTS, LEFT, DAYS, ORIGINS, SITES, OF_OTHERS, DISTRICTS, MONTHS);

    private TraceSums() {}
}
