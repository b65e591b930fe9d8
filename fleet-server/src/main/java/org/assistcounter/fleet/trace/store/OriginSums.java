package org.assistcounter.fleet.trace.store;

/** The sums by month, district and site that are kept of products, suppliers and counties alike. */
final class OriginSums {
    /**
     * Adds the rows `made` (kind, origin, month, division_code, tenant_id, site_id and the sums) to
     * all of them; goes on a `with`.
     */
    static final String ADDED =
            """
            , into_sites as (
                insert into trace_site as t (kind, origin, month, division_code, tenant_id,
                       site_id, delivered, unproven, amount_minor, share_minor)
                select kind, origin, month, division_code, tenant_id, site_id, sum(delivered),
                       sum(unproven), sum(amount_minor), sum(share_minor)
                  from made
                 group by 1, 2, 3, 4, 5, 6
                 order by 1, 2, 3, 4, 5, 6
                on conflict (kind, origin, month, division_code, tenant_id, site_id) do update
                   set delivered = t.delivered + excluded.delivered,
                       unproven = t.unproven + excluded.unproven,
                       amount_minor = t.amount_minor + excluded.amount_minor,
                       share_minor = t.share_minor + excluded.share_minor),
            into_districts as (
                insert into trace_district as t (kind, origin, month, division_code, tenant_id,
                       delivered, unproven, amount_minor, share_minor)
                select kind, origin, month, division_code, tenant_id, sum(delivered),
                       sum(unproven), sum(amount_minor), sum(share_minor)
                  from made
                 group by 1, 2, 3, 4, 5
                 order by 1, 2, 3, 4, 5
                on conflict (kind, origin, month, division_code, tenant_id) do update
                   set delivered = t.delivered + excluded.delivered,
                       unproven = t.unproven + excluded.unproven,
                       amount_minor = t.amount_minor + excluded.amount_minor,
                       share_minor = t.share_minor + excluded.share_minor),
            into_months as (
                insert into trace_month as t (kind, origin, month, tenant_id, delivered,
                       unproven, amount_minor, share_minor)
                select kind, origin, month, tenant_id, sum(delivered), sum(unproven),
                       sum(amount_minor), sum(share_minor)
                  from made
                 group by 1, 2, 3, 4
                 order by 1, 2, 3, 4
                on conflict (kind, origin, month, tenant_id) do update
                   set delivered = t.delivered + excluded.delivered,
                       unproven = t.unproven + excluded.unproven,
                       amount_minor = t.amount_minor + excluded.amount_minor,
                       share_minor = t.share_minor + excluded.share_minor)
            """;

    private OriginSums() {}
}
