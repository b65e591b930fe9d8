package org.assistcounter.fleet.catalogue.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.assistcounter.fleet.catalogue.Exclusion;
import org.assistcounter.fleet.catalogue.Namesake;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.catalogue.Sphere;
import org.assistcounter.fleet.catalogue.Step;
import org.assistcounter.protocol.shelf.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the blacklist in the table `catalogue_exclusion`. */
@Repository
public class ExclusionStore {
    private static final String EXCLUSIONS =
            """
            select e.exclusion_id, e.supplier_id, coalesce(e.product_code, '') as product_code,
                   s.county_code, coalesce(s.tenant_id, '') as tenant_id,
                   e.grounds, e.reason, e.office, e.made_by, e.made_at, e.appeal,
                   e.appealed_by, e.appealed_at, e.answer, e.lifted_at, e.answered_by,
                   e.answered_at
            """;
    private static final String JOINED =
            """
              from catalogue_exclusion e join catalogue_supplier s using (supplier_id)
            """;
    private static final String NAMED =
            """
                   , p.name_zh, p.name_en,
                   (s.tenant_id = :tenant or s.county_code like :county) is true as is_seen
            """;
    private static final String SEEN =
            """
             where (s.tenant_id = :tenant or s.county_code like :county)
               and s.county_code like :within
               and (:words = '' or s.name_zh ilike '%' || :words || '%'
                    or s.name_en ilike '%' || :words || '%' or s.supplier_id = :words
                    or e.product_code = :words)
               and (:which = '' or :which = 'on' and e.lifted_at is null
                    or :which = 'appealed' and e.appeal is not null and e.answered_at is null
                    or :which = 'lifted' and e.lifted_at is not null)
            """;

    private final DatabaseClient database;

    ExclusionStore(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps something out unless it is already; its number. */
    public Mono<Long> add(Exclusion.Subject subject, Exclusion.Why why) {
        return database.sql(
                        """
                        insert into catalogue_exclusion (supplier_id, product_code, grounds,
                               reason, office, made_by, made_at)
                        values (:supplier, nullif(:product, ''), :grounds, :reason, :office, :by,
                                :at)
                        on conflict do nothing
                        returning exclusion_id
                        """)
                .bind("supplier", subject.supplier())
                .bind("product", subject.product())
                .bind("grounds", why.grounds().word())
                .bind("reason", why.found().words())
                .bind("office", why.found().by().office())
                .bind("by", why.found().by().login())
                .bind("at", why.found().by().at())
                .map(row -> number(row, "exclusion_id"))
                .one();
    }

    /** One that somebody may see. */
    public Mono<Exclusion> find(Sphere sphere, long id) {
        return database.sql(
                        EXCLUSIONS
                                + JOINED
                                + """
                                 where e.exclusion_id = :id
                                   and (s.tenant_id = :tenant or s.county_code like :county)
                                """)
                .bind("id", id)
                .bind("tenant", sphere.tenant())
                .bind("county", sphere.county())
                .map(ExclusionStore::exclusion)
                .one();
    }

    /** Those of a supplier and its products, the newest first. */
    public Flux<Exclusion> of(String supplier) {
        return database.sql(
                        EXCLUSIONS
                                + JOINED
                                + " where e.supplier_id = :supplier order by e.exclusion_id desc")
                .bind("supplier", supplier)
                .map(ExclusionStore::exclusion)
                .all();
    }

    /** Other products of one licence that are kept out one by one, the newest first. */
    public Flux<Namesake> others(Sphere sphere, String licence, String product) {
        return database.sql(
                        EXCLUSIONS
                                + NAMED
                                + JOINED
                                + """
                                  join catalogue_product p on p.product_code = e.product_code
                                 where s.licence = :licence and e.lifted_at is null
                                   and e.product_code <> :product
                                 order by e.exclusion_id desc
                                """)
                .bind("licence", licence)
                .bind("product", product)
                .bind("tenant", sphere.tenant())
                .bind("county", sphere.county())
                .map(row ->
                        new Namesake(
                                exclusion(row),
                                new Bilingual(text(row, "name_zh"), text(row, "name_en")),
                                required(row, "is_seen", Boolean.class)))
                .all();
    }

    /** Those that somebody may see and asks for, the newest first. */
    public Flux<Exclusion> all(Sphere sphere, Page.Wish wish) {
        return PageRows.bound(
                        database.sql(
                                EXCLUSIONS
                                        + JOINED
                                        + SEEN
                                        + """
                                         order by e.exclusion_id desc offset :skip limit :count
                                        """),
                        sphere,
                        wish)
                .bind("which", wish.which())
                .bind("skip", wish.skip())
                .bind("count", wish.count())
                .map(ExclusionStore::exclusion)
                .all();
    }

    /** How many there are of them. */
    public Mono<Long> count(Sphere sphere, Page.Wish wish) {
        return PageRows.bound(database.sql("select count(*) as n" + JOINED + SEEN), sphere, wish)
                .bind("which", wish.which())
                .map(row -> number(row, "n"))
                .one();
    }

    /** Notes what the supplier says, once until that is answered; whether it was noted. */
    public Mono<Boolean> appeal(long id, Exclusion.Said said) {
        return database.sql(
                        """
                        update catalogue_exclusion
                           set appeal = :words, appealed_by = :by, appealed_at = :at,
                               answer = null, answered_by = null, answered_at = null
                         where exclusion_id = :id and lifted_at is null
                           and (appeal is null or answered_at is not null)
                        """)
                .bind("id", id)
                .bind("words", said.words())
                .bind("by", said.by().login())
                .bind("at", said.by().at())
                .fetch()
                .rowsUpdated()
                .map(noted -> noted == 1);
    }

    /** Ends one, or an appeal against it, once and by somebody else; whether it was ended. */
    public Mono<Boolean> answer(long id, Exclusion.Answer answer) {
        return database.sql(
                        """
                        update catalogue_exclusion
                           set answer = :words, answered_by = :by, answered_at = :at,
                               lifted_at = case when :lifted then :at end
                         where exclusion_id = :id and lifted_at is null and made_by <> :by
                           and (:lifted or (appeal is not null and answered_at is null))
                        """)
                .bind("id", id)
                .bind("words", answer.why().words())
                .bind("by", answer.why().by().login())
                .bind("at", answer.why().by().at())
                .bind("lifted", answer.isLifted())
                .fetch()
                .rowsUpdated()
                .map(ended -> ended == 1);
    }

    private static Exclusion exclusion(Readable row) {
        return new Exclusion(
                number(row, "exclusion_id"),
                new Exclusion.Subject(
                        text(row, "supplier_id"),
                        text(row, "product_code"),
                        new Exclusion.Kept(text(row, "tenant_id"), text(row, "county_code"))),
                new Exclusion.Why(
                        Exclusion.Grounds.of(text(row, "grounds")),
                        new Exclusion.Said(
                                text(row, "reason"),
                                new Step.By(
                                        text(row, "made_by"),
                                        text(row, "office"),
                                        moment(row, "made_at")))),
                said(row, "appeal", "appealed"),
                answer(row));
    }

    private static Exclusion.@Nullable Answer answer(Readable row) {
        Exclusion.Said why = said(row, "answer", "answered");
        return why == null ? null : new Exclusion.Answer(row.get("lifted_at") != null, why);
    }

    private static Exclusion.@Nullable Said said(Readable row, String words, String done) {
        String said = row.get(words, String.class);
        Instant at = row.get(done + "_at", Instant.class);
        return said == null || at == null
                ? null
                : new Exclusion.Said(said, new Step.By(text(row, done + "_by"), "", at));
    }
}
