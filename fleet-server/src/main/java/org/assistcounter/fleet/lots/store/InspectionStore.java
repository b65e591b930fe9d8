package org.assistcounter.fleet.lots.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.catalogue.Sphere;
import org.assistcounter.fleet.lots.Inspection;
import org.assistcounter.fleet.lots.Lot;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps samples that were looked at in the table `lots_inspection`. */
@Repository
public class InspectionStore {
    private static final String INSPECTIONS =
            """
            select i.product_code, i.lot_code, i.taken_on, i.laboratory, i.report, i.passed,
                   i.findings, i.done_by, i.office
              from lots_inspection i
            """;
    private static final String JOINED =
            """
              join catalogue_product p using (product_code)
              join catalogue_supplier s using (supplier_id)
             where (s.tenant_id = :tenant or s.county_code like :county)
               and s.county_code like :within
               and (:words = '' or i.lot_code = :exact or i.product_code = :words
                    or p.name_zh ilike '%' || :words || '%' or s.supplier_id = :words
                    or p.name_en ilike '%' || :words || '%')
               and (:which = '' or i.passed = (:which = 'passed'))
            """;

    private final DatabaseClient database;

    InspectionStore(DatabaseClient database) {
        this.database = database;
    }

    /** Adds one unless this report was entered already; whether it was added. */
    public Mono<Boolean> add(Inspection inspection, Instant at) {
        return database.sql(
                        """
                        insert into lots_inspection (product_code, lot_code, taken_on, laboratory,
                               report, passed, findings, done_by, office, done_at)
                        values (:product, :code, :taken, :laboratory, :report, :passed, :findings,
                                :by, :office, :at)
                        on conflict (product_code, lot_code, report) do nothing
                        """)
                .bind("product", inspection.lot().product())
                .bind("code", inspection.lot().code())
                .bind("taken", inspection.taken())
                .bind("laboratory", inspection.report().laboratory())
                .bind("report", inspection.report().number())
                .bind("passed", inspection.hasPassed())
                .bind("findings", inspection.findings())
                .bind("by", inspection.by().login())
                .bind("office", inspection.by().office())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(added -> added == 1);
    }

    /** All of a lot, the newest first. */
    public Flux<Inspection> of(Lot.Key lot) {
        return database.sql(
                        INSPECTIONS
                                + """
                                 where i.product_code = :product and i.lot_code = :code
                                 order by i.taken_on desc, i.inspection_id desc
                                """)
                .bind("product", lot.product())
                .bind("code", lot.code())
                .map(InspectionStore::inspection)
                .all();
    }

    /** Those that somebody may see and asks for, the newest first. */
    public Flux<Inspection> all(Sphere sphere, Page.Wish wish) {
        return asked(
                        INSPECTIONS
                                + JOINED
                                + """
                                 order by i.taken_on desc, i.inspection_id desc
                                 offset :skip limit :count
                                """,
                        sphere,
                        wish)
                .bind("skip", wish.skip())
                .bind("count", wish.count())
                .map(InspectionStore::inspection)
                .all();
    }

    /** How many there are of them, and how many passed. */
    public Mono<Inspection.Rate> rate(Sphere sphere, Page.Wish wish) {
        return asked(
                        """
                        select count(*) as n, count(*) filter (where i.passed) as passed
                          from lots_inspection i
                        """
                                + JOINED,
                        sphere,
                        wish)
                .map(row -> new Inspection.Rate(number(row, "n"), number(row, "passed")))
                .one();
    }

    private GenericExecuteSpec asked(String sql, Sphere sphere, Page.Wish wish) {
        return database.sql(sql)
                .bind("tenant", sphere.tenant())
                .bind("county", sphere.county())
                .bind("within", Sphere.pattern(wish.within()))
                .bind("words", wish.pattern())
                .bind("exact", wish.words())
                .bind("which", wish.which());
    }

    private static Inspection inspection(Readable row) {
        return new Inspection(
                new Lot.Key(text(row, "product_code"), text(row, "lot_code")),
                required(row, "taken_on", LocalDate.class),
                new Inspection.Report(text(row, "laboratory"), text(row, "report")),
                required(row, "passed", Boolean.class),
                text(row, "findings"),
                new Inspection.By(text(row, "done_by"), text(row, "office")));
    }
}
