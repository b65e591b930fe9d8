package org.assistcounter.fleet.catalogue.store;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.assistcounter.fleet.catalogue.Application;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.RegistryFill;
import org.assistcounter.fleet.catalogue.Stage;
import org.assistcounter.fleet.catalogue.Step;
import org.assistcounter.fleet.catalogue.Supplier;
import org.assistcounter.fleet.database.Bulk;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Fills the empty tables of the registry, each in one statement. */
@Repository
public class FillStore {
    private static final String PRODUCTS =
            """
            insert into catalogue_product (product_code, supplier_id, name_zh, name_en, category,
                   variety, gtin, weight_grams, shelf_life_days, is_chilled, is_primary,
                   season_from, season_to, yearly_kilograms, households, story_zh, story_en,
                   price_minor, ceiling_minor, supplier_minor, recognised_since,
                   recognised_until, changed_by, changed_at)
            select p.*, :by, :at
              from unnest(:codes, :suppliers, :zhs, :ens, :categories, :varieties, :gtins,
                          :weights, :lives, :chilled, :primary, :froms, :tos, :kilograms,
                          :households, :storyZhs, :storyEns, :prices, :ceilings, :shares,
                          :sinces, :untils) as p
            """;

    private final DatabaseClient database;

    FillStore(DatabaseClient database) {
        this.database = database;
    }

    /** A step and whose it is. */
    private record Noted(Application application, Instant appliedAt, Step step) {}

    /** Lets nobody else fill anything until the transaction ends. */
    public Mono<Void> begin() {
        return database.sql("select pg_advisory_xact_lock(hashtext('catalogue fill'))").then();
    }

    /** Whether there is no supplier, and so nothing. */
    public Mono<Boolean> isEmpty() {
        return database.sql("select not exists (select 1 from catalogue_supplier) as is_empty")
                .map(row -> Boolean.TRUE.equals(row.get("is_empty", Boolean.class)))
                .one();
    }

    public Mono<Void> addSuppliers(List<Supplier> suppliers, String by, Instant at) {
        String sql =
                """
                insert into catalogue_supplier (supplier_id, tenant_id, kind, name_zh, name_en,
                       county_code, county_year, village, licence, licence_until, households,
                       changed_by, changed_at)
                select s.id, nullif(s.tenant, ''), s.kind, s.zh, s.en, s.county, s.year, s.village,
                       s.licence, s.until, s.households, :by, :at
                  from unnest(:ids, :tenants, :kinds, :zhs, :ens, :counties, :years, :villages,
                              :licences, :untils, :households)
                       as s (id, tenant, kind, zh, en, county, year, village, licence, until,
                             households)
                """;
        return new Bulk<>(database.sql(sql), suppliers)
                .each("by", by)
                .each("at", at)
                .texts("ids", Supplier::id)
                .texts("tenants", Supplier::tenant)
                .texts("kinds", supplier -> supplier.kind().word())
                .texts("zhs", supplier -> supplier.name().zh())
                .texts("ens", supplier -> supplier.name().en())
                .texts("counties", supplier -> supplier.origin().county())
                .wholes("years", supplier -> supplier.origin().year())
                .texts("villages", supplier -> supplier.origin().village())
                .texts("licences", supplier -> supplier.licence().number())
                .days("untils", supplier -> supplier.licence().until())
                .wholes("households", supplier -> supplier.reach().households())
                .run();
    }

    public Mono<Void> addProducts(List<RegisteredProduct> products, String by, Instant at) {
        var bulk = new Bulk<>(database.sql(PRODUCTS), products);
        supplied(sold(bulk.each("by", by).each("at", at)));
        return bulk.texts("codes", RegisteredProduct::code)
                .texts("suppliers", RegisteredProduct::supplier)
                .texts("zhs", product -> product.name().zh())
                .texts("ens", product -> product.name().en())
                .texts("categories", product -> product.goods().category())
                .texts("varieties", product -> product.goods().variety())
                .texts("gtins", product -> product.goods().gtin())
                .wholes("weights", product -> product.goods().weightGrams())
                .wholes("lives", product -> product.goods().shelfLifeDays())
                .flags("chilled", product -> product.goods().isChilled())
                .flags("primary", product -> product.goods().isPrimary())
                .run();
    }

    private static Bulk<RegisteredProduct> supplied(Bulk<RegisteredProduct> bulk) {
        return bulk.wholes("froms", product -> product.supply().fromMonth())
                .wholes("tos", product -> product.supply().toMonth())
                .longs("kilograms", product -> product.supply().yearlyKilograms())
                .wholes("households", product -> product.supply().households())
                .texts("storyZhs", product -> product.supply().story().zh())
                .texts("storyEns", product -> product.supply().story().en());
    }

    private static Bulk<RegisteredProduct> sold(Bulk<RegisteredProduct> bulk) {
        return bulk.longs("prices", product -> product.prices().priceMinor())
                .longs("ceilings", product -> product.prices().ceilingMinor())
                .longs("shares", product -> product.prices().supplierMinor())
                .days(
                        "sinces",
                        product -> {
                            var term = product.recognised().term();
                            return term == null ? null : term.since();
                        })
                .days(
                        "untils",
                        product -> {
                            var term = product.recognised().term();
                            return term == null ? null : term.until();
                        });
    }

    public Mono<Void> addPapers(List<RegistryFill.FiledPaper> papers) {
        String sql =
                """
                insert into catalogue_paper (product_code, kind, name, media_type, hash, content,
                       added_by, added_at)
                select p.product, p.kind, p.name, 'application/pdf',
                       sha256(decode(p.content, 'base64')), decode(p.content, 'base64'), p.by, p.at
                  from unnest(:products, :kinds, :names, :contents, :bys, :ats)
                       as p (product, kind, name, content, by, at)
                """;
        return new Bulk<>(database.sql(sql), papers)
                .texts("products", RegistryFill.FiledPaper::product)
                .texts("kinds", paper -> paper.kind().word())
                .texts("names", RegistryFill.FiledPaper::name)
                .texts(
                        "contents",
                        paper -> Base64.getEncoder().encodeToString(paper.content().bytes()))
                .texts("bys", paper -> paper.by().login())
                .moments("ats", paper -> paper.by().at())
                .run();
    }

    public Mono<Void> addApplications(List<RegistryFill.Filed> filed) {
        String sql =
                """
                insert into catalogue_application (product_code, is_renewal, stage, stage_before,
                       due, applied_by, applied_at, version)
                select a.product, a.renewal, a.stage, a.before, a.due, a.by, a.at, a.version
                  from unnest(:products, :renewals, :stages, :befores, :dues, :bys, :ats,
                              :versions)
                       as a (product, renewal, stage, before, due, by, at, version)
                 order by a.at, a.product
                """;
        return new Bulk<>(database.sql(sql), filed)
                .texts("products", each -> each.application().subject().product())
                .flags("renewals", each -> each.application().isRenewal())
                .texts("stages", each -> each.application().stage().word())
                .texts("befores", each -> word(each.application().where().before()))
                .days("dues", each -> each.application().due())
                .texts("bys", each -> each.steps().getFirst().by().login())
                .moments("ats", FillStore::appliedAt)
                .longs("versions", each -> each.application().version())
                .run();
    }

    /** Of applications that are there: a product has one of one moment. */
    public Mono<Void> addSteps(List<RegistryFill.Filed> filed) {
        String sql =
                """
                insert into catalogue_step (application_id, number, deed, reason, stage, office,
                       done_by, done_at)
                select a.application_id, s.number, s.deed, s.reason, s.stage, s.office, s.by, s.at
                  from unnest(:products, :applieds, :numbers, :deeds, :reasons, :stages, :offices,
                              :bys, :ats)
                       as s (product, applied, number, deed, reason, stage, office, by, at)
                  join catalogue_application a
                    on a.product_code = s.product and a.applied_at = s.applied
                """;
        List<Noted> steps =
                filed.stream()
                        .flatMap(each ->
                                each.steps().stream()
                                        .map(step ->
                                                new Noted(
                                                        each.application(), appliedAt(each), step)))
                        .toList();
        return new Bulk<>(database.sql(sql), steps)
                .texts("products", each -> each.application().subject().product())
                .moments("applieds", Noted::appliedAt)
                .longs("numbers", each -> each.step().number())
                .texts("deeds", each -> each.step().deed())
                .texts("reasons", each -> each.step().reason())
                .texts("stages", each -> each.step().stage().word())
                .texts("offices", each -> each.step().by().office())
                .texts("bys", each -> each.step().by().login())
                .moments("ats", each -> each.step().by().at())
                .run();
    }

    private static Instant appliedAt(RegistryFill.Filed filed) {
        return filed.steps().getFirst().by().at();
    }

    private static @Nullable String word(@Nullable Stage stage) {
        return stage == null ? null : stage.word();
    }
}
