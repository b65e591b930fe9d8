package org.assistcounter.fleet.trace.store;

import static org.assistcounter.fleet.database.Columns.text;

import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Keeps for whom a product's sales are counted as the registry says: a supplier may move to another
 * county, a county may become part of another, and a product may be registered after it was sold.
 */
@Repository
public class OriginStore {
    private static final String PRICED =
            """
            with share as (
                select price_minor, supplier_minor from catalogue_price
                 where product_code = :product
                 order by number limit 1),
            sites as (
                update trace_site t
                   set share_minor = amount_minor * s.supplier_minor / s.price_minor
                  from share s
                 where t.kind = 'product' and t.origin = :product
                returning t.month, t.division_code, t.tenant_id, t.share_minor),
            districts as (
                update trace_district t
                   set share_minor = s.share_minor
                  from (select month, division_code, tenant_id, sum(share_minor) as share_minor
                          from sites group by 1, 2, 3) s
                 where t.kind = 'product' and t.origin = :product and t.month = s.month
                   and t.division_code = s.division_code and t.tenant_id = s.tenant_id)
            update trace_month t
               set share_minor = s.share_minor
              from (select month, tenant_id, sum(share_minor) as share_minor
                      from sites group by 1, 2) s
             where t.kind = 'product' and t.origin = :product and t.month = s.month
               and t.tenant_id = s.tenant_id
            """;
    private static final String MOVED =
            """
            with kept as (
                insert into trace_origin (product, supplier_id, county_code)
                values (:product, :supplier, :county)
                on conflict (product) do update
                   set supplier_id = excluded.supplier_id, county_code = excluded.county_code),
            made as (
                select k.kind, k.origin, t.month, t.division_code, t.tenant_id, t.site_id,
                       k.sign * t.delivered as delivered, k.sign * t.unproven as unproven,
                       k.sign * t.amount_minor as amount_minor,
                       k.sign * t.share_minor as share_minor
                  from trace_site t
                 cross join (values ('supplier', :supplier, 1), ('county', :county, 1),
                                    ('supplier', :supplierBefore, -1),
                                    ('county', :countyBefore, -1)) k (kind, origin, sign)
                 where t.kind = 'product' and t.origin = :product and k.origin is not null)
            """;

    private final DatabaseClient database;

    OriginStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A product that is counted for somebody else than the registry says.
     *
     * @param supplierBefore nobody yet where it was not registered
     */
    public record Astray(
            String product,
            String supplier,
            String county,
            @Nullable String supplierBefore,
            @Nullable String countyBefore) {}

    /** One of them. */
    public Mono<Astray> astray() {
        return database.sql(
                        """
                        select p.product_code, p.supplier_id, s.county_code,
                               o.supplier_id as supplier_before, o.county_code as county_before
                          from catalogue_product p
                          join catalogue_supplier s using (supplier_id)
                          left join trace_origin o on o.product = p.product_code
                         where (o.supplier_id, o.county_code)
                               is distinct from (p.supplier_id, s.county_code)
                         order by p.product_code limit 1
                        """)
                .map(row ->
                        new Astray(
                                text(row, "product_code"),
                                text(row, "supplier_id"),
                                text(row, "county_code"),
                                row.get("supplier_before", String.class),
                                row.get("county_before", String.class)))
                .first();
    }

    /** Counts for whom it is what was sold of it before. */
    public Mono<Void> move(Astray product) {
        Mono<Void> priced =
                product.supplierBefore() == null
                        ? database.sql(PRICED).bind("product", product.product()).then()
                        : Mono.empty();
        GenericExecuteSpec moved =
                database.sql(MOVED + OriginSums.ADDED + " select 1")
                        .bind("product", product.product())
                        .bind("supplier", product.supplier())
                        .bind("county", product.county());
        moved = before(moved, "supplierBefore", product.supplierBefore());
        return priced.then(before(moved, "countyBefore", product.countyBefore()).then());
    }

    private static GenericExecuteSpec before(
            GenericExecuteSpec spec, String name, @Nullable String value) {
        return value == null ? spec.bindNull(name, String.class) : spec.bind(name, value);
    }
}
