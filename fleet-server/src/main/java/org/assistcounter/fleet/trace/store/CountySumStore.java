package org.assistcounter.fleet.trace.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.LocalDate;
import org.assistcounter.fleet.catalogue.Sphere;
import org.assistcounter.fleet.trace.CountyTrace;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads what counties sold in a month. */
@Repository
public class CountySumStore {
    private final DatabaseClient database;

    CountySumStore(DatabaseClient database) {
        this.database = database;
    }

    /** The counties of suppliers that somebody sees, those that sold the most first. */
    public Flux<CountyTrace.CountyLine> counties(Sphere sphere, LocalDate month) {
        String sql =
                SeenSums.SEEN
                        + """
                        , sold as (
                            select o.county_code,
                        """
                        + SeenSums.SUMS
                        + """
                              from origins o
                              join trace_month t
                                on t.kind = o.kind and t.origin = o.origin and t.month = :month
                        """
                        + SeenSums.AT_OPERATORS
                        + """
                             group by 1),
                        there as (
                            select county_code, count(distinct supplier_id) as suppliers,
                                   count(p.product_code) as products
                              from seen left join catalogue_product p using (supplier_id)
                             group by 1)
                        select there.*, coalesce(delivered, 0) as delivered,
                               coalesce(unproven, 0) as unproven,
                               coalesce(amount_minor, 0) as amount_minor,
                               coalesce(share_minor, 0) as share_minor
                          from there left join sold using (county_code)
                         order by amount_minor desc, county_code
                        """;
        return SeenSums.bound(database.sql(sql), sphere, SeenSums.EVERY_COUNTY)
                .bind("month", month)
                .map(row ->
                        new CountyTrace.CountyLine(
                                text(row, "county_code"),
                                number(row, "suppliers"),
                                number(row, "products"),
                                SeenSums.income(row)))
                .all();
    }

    /** The products of a county, those that sold the most first. */
    public Flux<CountyTrace.ProductLine> products(Sphere sphere, String county, LocalDate month) {
        String sql =
                SeenSums.SEEN
                        + SeenSums.PRODUCTS_SEEN
                        + """
                        select p.*, coalesce(sum(b.amount_minor), 0)::bigint as before,
                        """
                        + SeenSums.SUMS
                        + """
                          from products p
                          left join lateral (
                                select sum(delivered) as delivered, sum(unproven) as unproven,
                                       sum(amount_minor) as amount_minor,
                                       sum(share_minor) as share_minor
                                  from trace_month t
                                 where t.kind = 'product' and t.origin = p.product_code
                                   and t.month = :month
                        """
                        + SeenSums.AT_OPERATORS
                        + """
                                ) t on true
                          left join lateral (
                                select sum(amount_minor) as amount_minor
                                  from trace_month t
                                 where t.kind = 'product' and t.origin = p.product_code
                                   and t.month = :before
                        """
                        + SeenSums.AT_OPERATORS
                        + """
                                ) b on true
                         group by 1, 2, 3, 4, 5, 6
                         order by amount_minor desc, p.product_code
                        """;
        return SeenSums.bound(database.sql(sql), sphere, county)
                .bind("month", month)
                .bind("before", month.minusMonths(1))
                .map(SeenSums::product)
                .all();
    }
}
