package org.assistcounter.fleet.trace.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.Map;
import org.assistcounter.fleet.catalogue.Sphere;
import org.assistcounter.fleet.trace.CountyTrace;
import org.assistcounter.fleet.trace.Income;
import org.assistcounter.fleet.trace.Span;
import org.assistcounter.protocol.shelf.Bilingual;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** What queries for the sums that somebody sees have in common. */
final class SeenSums {
    /**
     * The suppliers that somebody sees, and whose sums are read for them: of a county where they
     * see all of it, else of each of its suppliers that they see.
     */
    static final String SEEN =
            """
            with seen as (
                select s.supplier_id, s.county_code, s.county_code like :sphere as is_whole
                  from catalogue_supplier s
                 where (s.tenant_id = :tenant or s.county_code like :sphere)
                   and s.county_code like :county),
            origins as (
                select distinct 'county' as kind, county_code as origin, county_code
                  from seen where is_whole
                union all
                select 'supplier', supplier_id, county_code
                  from seen where not is_whole)
            """;

    static final String PRODUCTS_SEEN =
            """
            , products as (
                select p.product_code, p.name_zh, p.name_en, s.supplier_id, s.name_zh as by_zh,
                       s.name_en as by_en
                  from seen
                  join catalogue_supplier s using (supplier_id)
                  join catalogue_product p using (supplier_id))
            """;
    static final String AT_OPERATORS =
            """
             and t.tenant_id between :operator and :operatorEnd
            """;
    static final String SUMS =
            """
            coalesce(sum(t.delivered), 0)::bigint as delivered,
            coalesce(sum(t.unproven), 0)::bigint as unproven,
            coalesce(sum(t.amount_minor), 0)::bigint as amount_minor,
            coalesce(sum(t.share_minor), 0)::bigint as share_minor
            """;
    static final String IN_ORDER =
            """
            having sum(t.delivered) <> 0 or sum(t.unproven) <> 0
             order by amount_minor desc, 1
            """;
    static final String SITES =
            """
            select i.site_id, i.name_zh as site_zh, i.name_en as site_en,
                   o.name_zh as operator_zh, o.name_en as operator_en
              from sites i join tenants o using (tenant_id)
            """;
    static final String EVERY_COUNTY = "%";

    private SeenSums() {}

    static GenericExecuteSpec bound(GenericExecuteSpec query, Sphere sphere, String county) {
        return query.bindValues(
                Map.of(
                        "tenant", sphere.tenant(),
                        "sphere", sphere.county(),
                        "county", county,
                        "operator", sphere.operator(),
                        "operatorEnd", Span.of(sphere.operator()).toTenant()));
    }

    static CountyTrace.ProductLine product(Readable row) {
        return new CountyTrace.ProductLine(
                text(row, "product_code"),
                new Bilingual(text(row, "name_zh"), text(row, "name_en")),
                new CountyTrace.Supplier(
                        text(row, "supplier_id"),
                        new Bilingual(text(row, "by_zh"), text(row, "by_en"))),
                income(row),
                number(row, "before"));
    }

    static CountyTrace.Site site(Readable row) {
        return new CountyTrace.Site(
                text(row, "site_id"),
                new Bilingual(text(row, "site_zh"), text(row, "site_en")),
                new Bilingual(text(row, "operator_zh"), text(row, "operator_en")));
    }

    static Income income(Readable row) {
        return new Income(LotTraceStore.sums(row), number(row, "share_minor"));
    }
}
