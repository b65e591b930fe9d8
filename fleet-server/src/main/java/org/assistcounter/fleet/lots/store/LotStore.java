package org.assistcounter.fleet.lots.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.catalogue.Sphere;
import org.assistcounter.fleet.lots.Lot;
import org.assistcounter.fleet.lots.Lots;
import org.assistcounter.protocol.shelf.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps lots in the table `lots_lot`. */
@Repository
public class LotStore {
    private static final String LOTS =
            """
            select l.product_code, l.lot_code, l.harvested_on, l.packed_on, l.shelf_life_days,
                   l.best_before, l.quantity, l.grower, l.inspection, l.certificate,
                   l.promised_by, l.contact, l.issued_on, l.version
            """;
    private static final String JOINED =
            """
              from lots_lot l
              join catalogue_product p using (product_code)
              join catalogue_supplier s using (supplier_id)
            """;
    private static final String SEEN =
            """
             where (s.tenant_id = :tenant or s.county_code like :county)
               and s.county_code like :within
               and (:words = '' or l.lot_code = :exact or l.product_code = :words
                    or p.name_zh ilike '%' || :words || '%'
                    or p.name_en ilike '%' || :words || '%'
                    or s.name_zh ilike '%' || :words || '%' or s.supplier_id = :words)
               and (:which = ''
                    or (:which = 'good' and l.best_before >= :today)
                    or (:which = 'ending' and l.best_before between :today and :today + 30)
                    or (:which = 'ended' and l.best_before < :today)
                    or (:which = 'bare' and l.certificate = '' and p.is_primary))
            """;

    private final DatabaseClient database;

    LotStore(DatabaseClient database) {
        this.database = database;
    }

    /** One, whoever sees it. */
    public Mono<Lot> find(Lot.Key key) {
        return database.sql(
                        LOTS
                                + """
                                 from lots_lot l
                                where l.product_code = :product and l.lot_code = :code
                                """)
                .bind("product", key.product())
                .bind("code", key.code())
                .map(LotStore::lot)
                .one();
    }

    /** Those that somebody may see and asks for, the newest first. */
    public Flux<Lots.Line> all(Sphere sphere, Page.Wish wish, LocalDate today) {
        return asked(
                        LOTS
                                + ", p.name_zh, p.name_en"
                                + JOINED
                                + SEEN
                                + """
                                 order by l.packed_on desc, l.product_code, l.lot_code
                                 offset :skip limit :count
                                """,
                        sphere,
                        wish,
                        today)
                .bind("skip", wish.skip())
                .bind("count", wish.count())
                .map(row ->
                        new Lots.Line(
                                lot(row),
                                new Bilingual(text(row, "name_zh"), text(row, "name_en"))))
                .all();
    }

    /** How many there are of them. */
    public Mono<Long> count(Sphere sphere, Page.Wish wish, LocalDate today) {
        return asked("select count(*) as n" + JOINED + SEEN, sphere, wish, today)
                .map(row -> number(row, "n"))
                .one();
    }

    private GenericExecuteSpec asked(String sql, Sphere sphere, Page.Wish wish, LocalDate today) {
        return database.sql(sql)
                .bind("tenant", sphere.tenant())
                .bind("county", sphere.county())
                .bind("within", Sphere.pattern(wish.within()))
                .bind("words", wish.pattern())
                .bind("exact", wish.words())
                .bind("which", wish.which())
                .bind("today", today);
    }

    /** Adds one unless the product has one of this code; whether it was added. */
    public Mono<Boolean> add(Lot lot, String by, Instant at) {
        return bound(
                        """
                        insert into lots_lot (product_code, lot_code, harvested_on, packed_on,
                               shelf_life_days, best_before, quantity, at_supplier, grower,
                               inspection, certificate, promised_by, contact, issued_on,
                               changed_by, changed_at)
                        values (:product, :code, :harvested, :packed, :life, :best, :quantity,
                                :quantity, :grower, :inspection, :certificate, :promised,
                                :contact, :issued, :by, :at)
                        on conflict (product_code, lot_code) do nothing
                        """,
                        lot,
                        by,
                        at)
                .bind("harvested", lot.days().harvested())
                .bind("packed", lot.days().packed())
                .bind("life", lot.days().shelfLifeDays())
                .bind("best", lot.days().bestBefore())
                .bind("quantity", lot.quantity())
                .fetch()
                .rowsUpdated()
                .map(added -> added == 1);
    }

    /**
     * Adds papers to one unless somebody else has changed it meanwhile; days and quantity stay as
     * they stand on the packets. Whether it was changed.
     */
    public Mono<Boolean> change(Lot lot, String by, Instant at) {
        return bound(
                        """
                        update lots_lot
                           set grower = :grower, inspection = :inspection,
                               certificate = :certificate, promised_by = :promised,
                               contact = :contact, issued_on = :issued, version = version + 1,
                               changed_by = :by, changed_at = :at
                         where product_code = :product and lot_code = :code
                           and version = :version
                        """,
                        lot,
                        by,
                        at)
                .bind("version", lot.version())
                .fetch()
                .rowsUpdated()
                .map(changed -> changed == 1);
    }

    private GenericExecuteSpec bound(String sql, Lot lot, String by, Instant at) {
        var certificate = lot.certificate();
        return database.sql(sql)
                .bind("product", lot.key().product())
                .bind("code", lot.key().code())
                .bind("grower", lot.grower())
                .bind("inspection", lot.inspection())
                .bind("certificate", certificate == null ? "" : certificate.number())
                .bind("promised", certificate == null ? "" : certificate.by())
                .bind("contact", certificate == null ? "" : certificate.contact())
                .bind(
                        "issued",
                        Parameters.in(
                                R2dbcType.DATE, certificate == null ? null : certificate.issued()))
                .bind("by", by)
                .bind("at", at);
    }

    private static Lot lot(Readable row) {
        return new Lot(
                new Lot.Key(text(row, "product_code"), text(row, "lot_code")),
                new Lot.Days(
                        required(row, "harvested_on", LocalDate.class),
                        required(row, "packed_on", LocalDate.class),
                        required(row, "shelf_life_days", Integer.class),
                        required(row, "best_before", LocalDate.class)),
                number(row, "quantity"),
                text(row, "grower"),
                text(row, "inspection"),
                certificate(row),
                number(row, "version"));
    }

    private static Lot.@Nullable Certificate certificate(Readable row) {
        LocalDate issued = row.get("issued_on", LocalDate.class);
        return issued == null
                ? null
                : new Lot.Certificate(
                        text(row, "certificate"),
                        text(row, "promised_by"),
                        text(row, "contact"),
                        issued);
    }
}
