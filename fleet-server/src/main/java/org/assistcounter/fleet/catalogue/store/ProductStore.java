package org.assistcounter.fleet.catalogue.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.Sphere;
import org.assistcounter.protocol.shelf.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps products in the table `catalogue_product`. */
@Repository
public class ProductStore {
    static final String JOINED =
            """
              from catalogue_product p join catalogue_supplier s using (supplier_id)
             cross join lateral (
                   select exists (
                          select 1 from catalogue_exclusion e
                            join catalogue_supplier kept_out using (supplier_id)
                           where kept_out.licence = s.licence and e.lifted_at is null
                             and coalesce(e.product_code, p.product_code) = p.product_code)
                       as is_excluded) x
            """;
    static final String PRODUCTS =
            """
            select p.product_code, p.supplier_id, p.name_zh, p.name_en, p.category, p.variety,
                   p.gtin, p.weight_grams, p.shelf_life_days, p.is_chilled, p.is_primary,
                   p.season_from::int, p.season_to::int, p.yearly_kilograms, p.households,
                   p.story_zh, p.story_en, p.price_minor, p.ceiling_minor, p.supplier_minor,
                   p.recognised_since, p.recognised_until, p.version, x.is_excluded
            """
                    + JOINED;
    private static final String SEEN =
            """
             where (s.tenant_id = :tenant or s.county_code like :county)
               and s.county_code like :within
               and (:words = '' or p.name_zh ilike '%' || :words || '%'
                    or p.name_en ilike '%' || :words || '%' or p.product_code = :words
                    or p.variety ilike '%' || :words || '%' or s.name_zh ilike '%' || :words || '%'
                    or p.gtin = lpad(:words, 14, '0') or s.supplier_id = :words)
               and (:category = '' or p.category = :category)
               and (:which = ''
                    or :which = 'recognised' and p.recognised_until >= :today
                       and not x.is_excluded
                    or :which = 'excluded' and x.is_excluded
                    or :which = 'ended' and p.recognised_until < :today
                    or :which = 'ending' and p.recognised_until between :today and :today + 90
                    or :which = 'never' and p.recognised_until is null)
            """;

    private final DatabaseClient database;

    ProductStore(DatabaseClient database) {
        this.database = database;
    }

    /** One that somebody may see. */
    public Mono<RegisteredProduct> find(Sphere sphere, String code) {
        return database.sql(
                        PRODUCTS
                                + """
                                 where p.product_code = :code
                                   and (s.tenant_id = :tenant or s.county_code like :county)
                                """)
                .bind("code", code)
                .bind("tenant", sphere.tenant())
                .bind("county", sphere.county())
                .map(ProductStore::product)
                .one();
    }

    /** Those of these codes. */
    public Flux<RegisteredProduct> named(Collection<String> codes) {
        return codes.isEmpty()
                ? Flux.empty()
                : database.sql(PRODUCTS + " where p.product_code = any(:codes)")
                        .bind("codes", codes.toArray(String[]::new))
                        .map(ProductStore::product)
                        .all();
    }

    /** All of a supplier, by code. */
    public Flux<RegisteredProduct> of(String supplier) {
        return database.sql(PRODUCTS + " where p.supplier_id = :supplier order by p.product_code")
                .bind("supplier", supplier)
                .map(ProductStore::product)
                .all();
    }

    /** Those that somebody may see and asks for, by code. */
    public Flux<RegisteredProduct> all(Sphere sphere, Page.Wish wish, LocalDate today) {
        return PageRows.bound(
                        database.sql(
                                PRODUCTS
                                        + SEEN
                                        + " order by p.product_code offset :skip limit :count"),
                        sphere,
                        wish)
                .bind("which", wish.which())
                .bind("category", wish.category())
                .bind("today", today)
                .bind("skip", wish.skip())
                .bind("count", wish.count())
                .map(ProductStore::product)
                .all();
    }

    /** How many there are of them. */
    public Mono<Long> count(Sphere sphere, Page.Wish wish, LocalDate today) {
        return PageRows.bound(database.sql("select count(*) as n" + JOINED + SEEN), sphere, wish)
                .bind("which", wish.which())
                .bind("category", wish.category())
                .bind("today", today)
                .map(row -> number(row, "n"))
                .one();
    }

    /** Adds one unless its code or GTIN is taken; whether it was added. */
    public Mono<Boolean> add(RegisteredProduct product, String by, Instant at) {
        return bound(
                        """
                        insert into catalogue_product (product_code, supplier_id, name_zh, name_en,
                               category, variety, gtin, weight_grams, shelf_life_days, is_chilled,
                               is_primary, season_from, season_to, yearly_kilograms, households,
                               story_zh, story_en, price_minor, ceiling_minor, supplier_minor,
                               changed_by, changed_at)
                        values (:code, :supplier, :zh, :en, :category, :variety, :gtin, :weight,
                                :life, :chilled, :primary, :from, :to, :kilograms, :households,
                                :storyZh, :storyEn, :price, :ceiling, :share, :by, :at)
                        on conflict do nothing
                        """,
                        product,
                        by,
                        at)
                .bind("supplier", product.supplier())
                .fetch()
                .rowsUpdated()
                .map(added -> added == 1);
    }

    /** Changes one unless somebody else has meanwhile; whether it was changed. */
    public Mono<Boolean> change(RegisteredProduct product, String by, Instant at) {
        return bound(
                        """
                        update catalogue_product
                           set name_zh = :zh, name_en = :en, category = :category,
                               variety = :variety, gtin = :gtin, weight_grams = :weight,
                               shelf_life_days = :life, is_chilled = :chilled,
                               is_primary = :primary, season_from = :from, season_to = :to,
                               yearly_kilograms = :kilograms, households = :households,
                               story_zh = :storyZh, story_en = :storyEn, price_minor = :price,
                               ceiling_minor = :ceiling, supplier_minor = :share,
                               version = version + 1, changed_by = :by, changed_at = :at
                         where product_code = :code and version = :version
                        """,
                        product,
                        by,
                        at)
                .bind("version", product.recognised().version())
                .fetch()
                .rowsUpdated()
                .map(changed -> changed == 1);
    }

    /** Whether another product has an article number. */
    public Mono<Boolean> isTaken(String gtin, String code) {
        return database.sql(
                        """
                        select exists (select 1 from catalogue_product
                                        where gtin = :gtin and gtin <> ''
                                          and product_code <> :code) as is_taken
                        """)
                .bind("gtin", gtin)
                .bind("code", code)
                .map(row -> required(row, "is_taken", Boolean.class))
                .one();
    }

    /** Recognises one for a term; whoever edits it meanwhile is told. */
    public Mono<Void> recognise(String code, RegisteredProduct.Term term) {
        return database.sql(
                        """
                        update catalogue_product
                           set recognised_since = :since, recognised_until = :until,
                               version = version + 1
                         where product_code = :code
                        """)
                .bind("code", code)
                .bind("since", term.since())
                .bind("until", term.until())
                .then();
    }

    private GenericExecuteSpec bound(String sql, RegisteredProduct product, String by, Instant at) {
        var goods = product.goods();
        var supply = product.supply();
        return database.sql(sql)
                .bind("code", product.code())
                .bind("zh", product.name().zh())
                .bind("en", product.name().en())
                .bind("category", goods.category())
                .bind("variety", goods.variety())
                .bind("gtin", goods.gtin())
                .bind("weight", goods.weightGrams())
                .bind("life", goods.shelfLifeDays())
                .bind("chilled", goods.isChilled())
                .bind("primary", goods.isPrimary())
                .bind("from", supply.fromMonth())
                .bind("to", supply.toMonth())
                .bind("kilograms", supply.yearlyKilograms())
                .bind("households", supply.households())
                .bind("storyZh", supply.story().zh())
                .bind("storyEn", supply.story().en())
                .bind("price", product.prices().priceMinor())
                .bind("ceiling", product.prices().ceilingMinor())
                .bind("share", product.prices().supplierMinor())
                .bind("by", by)
                .bind("at", at);
    }

    static RegisteredProduct product(Readable row) {
        return new RegisteredProduct(
                text(row, "product_code"),
                text(row, "supplier_id"),
                new Bilingual(text(row, "name_zh"), text(row, "name_en")),
                new RegisteredProduct.Goods(
                        text(row, "category"),
                        text(row, "variety"),
                        text(row, "gtin"),
                        required(row, "weight_grams", Integer.class),
                        required(row, "shelf_life_days", Integer.class),
                        required(row, "is_chilled", Boolean.class),
                        required(row, "is_primary", Boolean.class)),
                new RegisteredProduct.Supply(
                        required(row, "season_from", Integer.class),
                        required(row, "season_to", Integer.class),
                        number(row, "yearly_kilograms"),
                        required(row, "households", Integer.class),
                        new Bilingual(text(row, "story_zh"), text(row, "story_en"))),
                new RegisteredProduct.Prices(
                        number(row, "price_minor"),
                        number(row, "ceiling_minor"),
                        number(row, "supplier_minor")),
                new RegisteredProduct.Recognised(
                        term(row),
                        required(row, "is_excluded", Boolean.class),
                        number(row, "version")));
    }

    private static RegisteredProduct.@Nullable Term term(Readable row) {
        LocalDate since = row.get("recognised_since", LocalDate.class);
        LocalDate until = row.get("recognised_until", LocalDate.class);
        return since == null || until == null ? null : new RegisteredProduct.Term(since, until);
    }
}
