package org.assistcounter.fleet.trace.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import org.assistcounter.fleet.catalogue.Sphere;
import org.assistcounter.fleet.trace.CountyTrace;
import org.assistcounter.fleet.trace.HowItSells;
import org.assistcounter.fleet.trace.Span;
import org.assistcounter.protocol.shelf.Bilingual;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Reads what was sold of products: by day, and by site and month. */
@Repository
public class SoldSumStore {
    private static final String SEEN =
            """
             where (s.tenant_id = :tenant or s.county_code like :sphere)
            """;
    private static final String OF_DAYS =
            """
              from catalogue_supplier s
              left join catalogue_product p using (supplier_id)
              left join lateral (
                    select sum(d.delivered) filter (where d.business_date >= :from) as delivered,
                           sum(d.unproven) filter (where d.business_date >= :from) as unproven,
                           sum(d.amount_minor) filter (where d.business_date >= :from) as amount,
                           sum(d.amount_minor) filter (where d.business_date < :from) as before
                      from trace_day d
                     where d.product = p.product_code
                       and d.business_date >= :before and d.business_date < :to
                       and d.tenant_id between :operator and :operatorEnd) sold on true
            """;
    private static final String SUMS =
            """
            coalesce(sum(delivered), 0)::bigint as delivered,
            coalesce(sum(unproven), 0)::bigint as unproven,
            coalesce(sum(amount), 0)::bigint as amount_minor,
            coalesce(sum(before), 0)::bigint as before,
            coalesce(sum(amount * p.supplier_minor / p.price_minor), 0)::bigint as share_minor
            """;

    private final DatabaseClient database;

    SoldSumStore(DatabaseClient database) {
        this.database = database;
    }

    /** The counties of suppliers that somebody sees, those that sold the most first. */
    public Flux<CountyTrace.CountyLine> counties(Sphere sphere, CountyTrace.Period period) {
        return seen(
                        "select s.county_code, count(distinct s.supplier_id) as suppliers,"
                                + " count(p.product_code) as products, "
                                + SUMS
                                + OF_DAYS
                                + SEEN
                                + " group by s.county_code"
                                + " order by amount_minor desc, s.county_code",
                        sphere,
                        period)
                .map(row ->
                        new CountyTrace.CountyLine(
                                text(row, "county_code"),
                                number(row, "suppliers"),
                                number(row, "products"),
                                income(row)))
                .all();
    }

    /** The products of a county, those that sold the most first. */
    public Flux<CountyTrace.ProductLine> products(
            Sphere sphere, String county, CountyTrace.Period period) {
        return seen(
                        "select p.product_code, p.name_zh, p.name_en, s.supplier_id,"
                                + " s.name_zh as by_zh, s.name_en as by_en, "
                                + SUMS
                                + OF_DAYS
                                + SEEN
                                + " and s.county_code = :county and p.product_code is not null"
                                + " group by p.product_code, s.supplier_id"
                                + " order by amount_minor desc, p.product_code",
                        sphere,
                        period)
                .bind("county", county)
                .map(SoldSumStore::product)
                .all();
    }

    private GenericExecuteSpec seen(String sql, Sphere sphere, CountyTrace.Period period) {
        return database.sql(sql)
                .bind("tenant", sphere.tenant())
                .bind("sphere", sphere.county())
                .bind("operator", sphere.operator())
                .bind("operatorEnd", Span.of(sphere.operator()).toTenant())
                .bind("before", period.before())
                .bind("from", period.from())
                .bind("to", period.to());
    }

    private static CountyTrace.ProductLine product(Readable row) {
        return new CountyTrace.ProductLine(
                text(row, "product_code"),
                new Bilingual(text(row, "name_zh"), text(row, "name_en")),
                new CountyTrace.Supplier(
                        text(row, "supplier_id"),
                        new Bilingual(text(row, "by_zh"), text(row, "by_en"))),
                income(row),
                number(row, "before"));
    }

    private static CountyTrace.Income income(Readable row) {
        return new CountyTrace.Income(LotTraceStore.sums(row), number(row, "share_minor"));
    }

    /** The sites that sold something of a county in a month, those that sold the most first. */
    public Flux<CountyTrace.SiteLine> sites(Sphere sphere, String county, LocalDate month) {
        return database.sql(
                        """
                        select i.site_id, i.name_zh, i.name_en, i.division_code,
                               sum(t.delivered)::bigint as delivered,
                               sum(t.unproven)::bigint as unproven,
                               sum(t.amount_minor)::bigint as amount_minor
                          from catalogue_supplier s
                          join catalogue_product p using (supplier_id)
                          join trace_site t on t.product = p.product_code and t.month = :month
                          join sites i using (site_id)
                        """
                                + SEEN
                                + """
                                   and s.county_code = :county
                                   and t.tenant_id between :operator and :operatorEnd
                                 group by i.site_id
                                 order by amount_minor desc, i.site_id
                                """)
                .bind("tenant", sphere.tenant())
                .bind("sphere", sphere.county())
                .bind("operator", sphere.operator())
                .bind("operatorEnd", Span.of(sphere.operator()).toTenant())
                .bind("county", county)
                .bind("month", month)
                .map(row ->
                        new CountyTrace.SiteLine(
                                text(row, "site_id"),
                                new Bilingual(text(row, "name_zh"), text(row, "name_en")),
                                text(row, "division_code"),
                                LotTraceStore.sums(row)))
                .all();
    }

    /** What of these products was sold on some days, by all operators. */
    public Flux<HowItSells.Sold> since(Collection<String> products, LocalDate from, LocalDate to) {
        return database.sql(
                        """
                        select product, sum(delivered)::bigint as delivered
                          from trace_day
                         where product = any(:products) and business_date between :from and :to
                         group by product
                        """)
                .bind("products", products.toArray(String[]::new))
                .bind("from", from)
                .bind("to", to)
                .map(row -> new HowItSells.Sold(text(row, "product"), number(row, "delivered")))
                .all();
    }

    /** What of a product was sold in each month of some days, by all operators. */
    public Flux<HowItSells.Month> months(String product, LocalDate from, LocalDate to) {
        return database.sql(
                        """
                        select to_char(business_date, 'YYYY-MM') as month,
                               sum(delivered)::bigint as delivered
                          from trace_day
                         where product = :product and business_date between :from and :to
                         group by 1
                         order by 1
                        """)
                .bind("product", product)
                .bind("from", from)
                .bind("to", to)
                .map(row ->
                        new HowItSells.Month(
                                YearMonth.parse(text(row, "month")), number(row, "delivered")))
                .all();
    }
}
