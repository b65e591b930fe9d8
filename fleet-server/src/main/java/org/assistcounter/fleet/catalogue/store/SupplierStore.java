package org.assistcounter.fleet.catalogue.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.catalogue.Sphere;
import org.assistcounter.fleet.catalogue.Supplier;
import org.assistcounter.fleet.catalogue.SupplierKind;
import org.assistcounter.protocol.shelf.Bilingual;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps suppliers in the table `catalogue_supplier`. */
@Repository
public class SupplierStore {
    private static final String SUPPLIERS =
            """
            select s.supplier_id, coalesce(s.tenant_id, '') as tenant_id, s.kind, s.name_zh,
                   s.name_en, s.county_code, s.county_year::int, s.village, s.licence,
                   s.licence_until, s.households, s.version
              from catalogue_supplier s
            """;
    private static final String SEEN =
            """
             where (s.tenant_id = :tenant or s.county_code like :county)
               and s.county_code like :within
               and (:words = '' or s.name_zh ilike '%' || :words || '%'
                    or s.name_en ilike '%' || :words || '%' or s.supplier_id = :words
                    or s.village ilike '%' || :words || '%')
            """;

    private final DatabaseClient database;

    SupplierStore(DatabaseClient database) {
        this.database = database;
    }

    /** One that somebody may see. */
    public Mono<Supplier> find(Sphere sphere, String id) {
        return database.sql(
                        SUPPLIERS
                                + """
                                 where s.supplier_id = :id
                                   and (s.tenant_id = :tenant or s.county_code like :county)
                                """)
                .bind("id", id)
                .bind("tenant", sphere.tenant())
                .bind("county", sphere.county())
                .map(SupplierStore::supplier)
                .one();
    }

    /** Those that somebody may see and asks for, by county and id. */
    public Flux<Supplier> all(Sphere sphere, Page.Wish wish) {
        return PageRows.bound(
                        database.sql(
                                SUPPLIERS
                                        + SEEN
                                        + """
                                         order by s.county_code, s.supplier_id
                                         offset :skip limit :count
                                        """),
                        sphere,
                        wish)
                .bind("skip", wish.skip())
                .bind("count", wish.count())
                .map(SupplierStore::supplier)
                .all();
    }

    /** How many there are of them. */
    public Mono<Long> count(Sphere sphere, Page.Wish wish) {
        return PageRows.bound(
                        database.sql("select count(*) as n from catalogue_supplier s" + SEEN),
                        sphere,
                        wish)
                .map(row -> number(row, "n"))
                .one();
    }

    /** Those of these ids. */
    public Flux<Supplier> named(Collection<String> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : database.sql(SUPPLIERS + " where s.supplier_id = any(:ids)")
                        .bind("ids", ids.toArray(String[]::new))
                        .map(SupplierStore::supplier)
                        .all();
    }

    /** The codes of the counties in which somebody sees any. */
    public Flux<String> counties(Sphere sphere) {
        return database.sql(
                        """
                        select distinct s.county_code from catalogue_supplier s
                         where s.tenant_id = :tenant or s.county_code like :county
                         order by s.county_code
                        """)
                .bind("tenant", sphere.tenant())
                .bind("county", sphere.county())
                .map(row -> text(row, "county_code"))
                .all();
    }

    /** Gives those of a county whose code has ended the code that took its place. */
    public Mono<Long> follow(String ended, String successor, int year) {
        return database.sql(
                        """
                        update catalogue_supplier
                           set county_code = :successor, county_year = :year,
                               version = version + 1
                         where county_code = :ended
                        """)
                .bind("ended", ended)
                .bind("successor", successor)
                .bind("year", year)
                .fetch()
                .rowsUpdated();
    }

    /** Adds one unless the id is taken; whether it was added. */
    public Mono<Boolean> add(Supplier supplier, String by, Instant at) {
        return bound(
                        """
                        insert into catalogue_supplier (supplier_id, tenant_id, kind, name_zh,
                               name_en, county_code, county_year, village, licence,
                               licence_until, households, changed_by, changed_at)
                        values (:id, nullif(:owner, ''), :kind, :zh, :en, :county, :year,
                                :village, :licence, :until, :households, :by, :at)
                        on conflict (supplier_id) do nothing
                        """,
                        supplier,
                        by,
                        at)
                .bind("owner", supplier.tenant())
                .fetch()
                .rowsUpdated()
                .map(added -> added == 1);
    }

    /** Changes one unless somebody else has meanwhile; whether it was changed. */
    public Mono<Boolean> change(Supplier supplier, String by, Instant at) {
        return bound(
                        """
                        update catalogue_supplier
                           set kind = :kind, name_zh = :zh, name_en = :en, county_code = :county,
                               county_year = :year, village = :village,
                               licence = :licence, licence_until = :until,
                               households = :households, version = version + 1,
                               changed_by = :by, changed_at = :at
                         where supplier_id = :id and version = :version
                        """,
                        supplier,
                        by,
                        at)
                .bind("version", supplier.reach().version())
                .fetch()
                .rowsUpdated()
                .map(changed -> changed == 1);
    }

    /** Gives one another keeper unless somebody else has changed it; whether it was given. */
    public Mono<Boolean> handOver(String id, long version, String keeper, String by, Instant at) {
        return database.sql(
                        """
                        update catalogue_supplier
                           set tenant_id = nullif(:keeper, ''), version = version + 1,
                               changed_by = :by, changed_at = :at
                         where supplier_id = :id and version = :version
                        """)
                .bind("keeper", keeper)
                .bind("by", by)
                .bind("at", at)
                .bind("id", id)
                .bind("version", version)
                .fetch()
                .rowsUpdated()
                .map(given -> given == 1);
    }

    private DatabaseClient.GenericExecuteSpec bound(
            String sql, Supplier supplier, String by, Instant at) {
        return database.sql(sql)
                .bind("id", supplier.id())
                .bind("kind", supplier.kind().word())
                .bind("zh", supplier.name().zh())
                .bind("en", supplier.name().en())
                .bind("county", supplier.origin().county())
                .bind("year", supplier.origin().year())
                .bind("village", supplier.origin().village())
                .bind("licence", supplier.licence().number())
                .bind("until", supplier.licence().until())
                .bind("households", supplier.reach().households())
                .bind("by", by)
                .bind("at", at);
    }

    static Supplier supplier(Readable row) {
        return new Supplier(
                text(row, "supplier_id"),
                text(row, "tenant_id"),
                SupplierKind.of(text(row, "kind")),
                new Bilingual(text(row, "name_zh"), text(row, "name_en")),
                new Supplier.Origin(
                        text(row, "county_code"),
                        required(row, "county_year", Integer.class),
                        text(row, "village")),
                new Supplier.Licence(
                        text(row, "licence"), required(row, "licence_until", LocalDate.class)),
                new Supplier.Reach(
                        required(row, "households", Integer.class), number(row, "version")));
    }
}
