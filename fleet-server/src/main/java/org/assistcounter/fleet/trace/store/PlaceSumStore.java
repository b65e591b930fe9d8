package org.assistcounter.fleet.trace.store;

import static org.assistcounter.fleet.database.Columns.text;

import java.time.LocalDate;
import org.assistcounter.fleet.catalogue.Sphere;
import org.assistcounter.fleet.trace.CountyTrace;
import org.assistcounter.fleet.trace.Span;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads where what counties sold in a month was sold. */
@Repository
public class PlaceSumStore {
    private final DatabaseClient database;

    PlaceSumStore(DatabaseClient database) {
        this.database = database;
    }

    /** In which districts something of a county was sold, those that sold the most first. */
    public Flux<CountyTrace.DistrictLine> districts(Sphere sphere, String county, LocalDate month) {
        String sql =
                SeenSums.SEEN
                        + "select t.division_code, "
                        + SeenSums.SUMS
                        + """
                          from origins o
                          join trace_district t
                            on t.kind = o.kind and t.origin = o.origin and t.month = :month
                        """
                        + SeenSums.AT_OPERATORS
                        + " group by 1 "
                        + SeenSums.IN_ORDER;
        return SeenSums.bound(database.sql(sql), sphere, county)
                .bind("month", month)
                .map(row ->
                        new CountyTrace.DistrictLine(
                                text(row, "division_code"), SeenSums.income(row)))
                .all();
    }

    /** The sites of a district that sold something of a county, those that sold the most first. */
    public Flux<CountyTrace.SiteLine> sites(Sphere sphere, CountyTrace.Where where) {
        String sql =
                SeenSums.SEEN
                        + """
                        , sold as (
                            select t.site_id,
                        """
                        + SeenSums.SUMS
                        + """
                              from origins o
                              join trace_site t
                                on t.kind = o.kind and t.origin = o.origin and t.month = :month
                                   and t.division_code = :division
                        """
                        + SeenSums.AT_OPERATORS
                        + " group by 1 "
                        + SeenSums.IN_ORDER
                        + """
                        )
                        select sold.*, i.site_zh, i.site_en, i.operator_zh, i.operator_en
                          from sold join (
                        """
                        + SeenSums.SITES
                        + """
                               ) i using (site_id)
                         order by amount_minor desc, site_id
                        """;
        return SeenSums.bound(database.sql(sql), sphere, where.county())
                .bind("month", where.month().atDay(1))
                .bind("division", where.division())
                .map(row -> new CountyTrace.SiteLine(SeenSums.site(row), SeenSums.income(row)))
                .all();
    }

    /** A place of a district, at these operators. */
    public Mono<CountyTrace.Site> site(Sphere sphere, CountyTrace.Where where, String site) {
        return database.sql(
                        SeenSums.SITES
                                + """
                                 where i.site_id = :site
                                   and i.division_code = :division
                                   and i.tenant_id collate "C" between :operator and :operatorEnd
                                """)
                .bind("site", site)
                .bind("division", where.division())
                .bind("operator", sphere.operator())
                .bind("operatorEnd", Span.of(sphere.operator()).toTenant())
                .map(SeenSums::site)
                .one();
    }

    /** What a site sold of a county's products, the most first. */
    public Flux<CountyTrace.ProductLine> at(Sphere sphere, CountyTrace.Where where, String site) {
        String sql =
                SeenSums.SEEN
                        + SeenSums.PRODUCTS_SEEN
                        + "select p.*, 0 as before, "
                        + SeenSums.SUMS
                        + """
                          from products p
                          join trace_site t
                            on t.kind = 'product' and t.origin = p.product_code
                               and t.month = :month and t.division_code = :division
                               and t.site_id = :site
                          join sites i on i.site_id = t.site_id and i.tenant_id = t.tenant_id
                        """
                        + SeenSums.AT_OPERATORS
                        + " group by 1, 2, 3, 4, 5, 6 "
                        + SeenSums.IN_ORDER;
        return SeenSums.bound(database.sql(sql), sphere, where.county())
                .bind("month", where.month().atDay(1))
                .bind("division", where.division())
                .bind("site", site)
                .map(SeenSums::product)
                .all();
    }

    /** Each product of a county at each site that sold it. */
    public Flux<CountyTrace.SoldLine> lines(Sphere sphere, String county, LocalDate month) {
        String sql =
                SeenSums.SEEN
                        + SeenSums.PRODUCTS_SEEN
                        + """
                        select p.*, 0 as before, t.division_code, t.delivered, t.unproven,
                               t.amount_minor, t.share_minor, i.*
                          from products p
                          join trace_site t
                            on t.kind = 'product' and t.origin = p.product_code
                               and t.month = :month
                        """
                        + SeenSums.AT_OPERATORS
                        + " join ("
                        + SeenSums.SITES
                        + """
                               ) i using (site_id)
                         where t.delivered <> 0 or t.unproven <> 0
                         order by p.product_code, t.division_code, t.tenant_id, t.site_id
                        """;
        return SeenSums.bound(database.sql(sql), sphere, county)
                .bind("month", month)
                .map(row ->
                        new CountyTrace.SoldLine(
                                SeenSums.product(row),
                                text(row, "division_code"),
                                SeenSums.site(row)))
                .all();
    }
}
