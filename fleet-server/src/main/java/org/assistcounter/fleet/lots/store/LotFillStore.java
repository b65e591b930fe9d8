package org.assistcounter.fleet.lots.store;

import static org.assistcounter.fleet.database.Columns.required;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.assistcounter.fleet.database.Bulk;
import org.assistcounter.fleet.lots.Inspection;
import org.assistcounter.fleet.lots.Lot;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes many lots and samples at once into `lots_lot` and `lots_inspection`. */
@Repository
public class LotFillStore {
    private final DatabaseClient database;

    LotFillStore(DatabaseClient database) {
        this.database = database;
    }

    /** Whether there are no lots. */
    public Mono<Boolean> isEmpty() {
        return database.sql("select not exists (select 1 from lots_lot) as is_empty")
                .map(row -> required(row, "is_empty", Boolean.class))
                .one();
    }

    /** Adds lots of products that are there. */
    public Mono<Void> addLots(List<Lot> lots, String by, Instant at) {
        String sql =
                """
                insert into lots_lot (product_code, lot_code, harvested_on, packed_on,
                       shelf_life_days, best_before, quantity, at_supplier, grower, inspection,
                       certificate, promised_by, contact, issued_on, changed_by, changed_at)
                select l.product, l.code, l.harvested, l.packed, l.life, l.best, l.quantity,
                       l.quantity, l.grower, l.inspection, l.certificate, l.promised, l.contact,
                       l.issued, :by, :at
                  from unnest(:products, :codes, :harvesteds, :packeds, :lives, :bests,
                              :quantities, :growers, :inspections, :certificates, :promiseds,
                              :contacts, :issueds)
                       as l (product, code, harvested, packed, life, best, quantity, grower,
                             inspection, certificate, promised, contact, issued)
                """;
        return new Bulk<>(database.sql(sql), lots)
                .each("by", by)
                .each("at", at)
                .texts("products", lot -> lot.key().product())
                .texts("codes", lot -> lot.key().code())
                .days("harvesteds", lot -> lot.days().harvested())
                .days("packeds", lot -> lot.days().packed())
                .wholes("lives", lot -> lot.days().shelfLifeDays())
                .days("bests", lot -> lot.days().bestBefore())
                .longs("quantities", Lot::quantity)
                .texts("growers", Lot::grower)
                .texts("inspections", Lot::inspection)
                .texts("certificates", of(Lot.Certificate::number))
                .texts("promiseds", of(Lot.Certificate::by))
                .texts("contacts", of(Lot.Certificate::contact))
                .days(
                        "issueds",
                        lot -> {
                            var certificate = lot.certificate();
                            return certificate == null ? null : certificate.issued();
                        })
                .run();
    }

    private static Function<Lot, @Nullable String> of(Function<Lot.Certificate, String> part) {
        return lot -> {
            var certificate = lot.certificate();
            return certificate == null ? "" : part.apply(certificate);
        };
    }

    /** Adds samples of lots that are there. */
    public Mono<Void> addSamples(List<Inspection> samples, Instant at) {
        String sql =
                """
                insert into lots_inspection (product_code, lot_code, taken_on, laboratory, report,
                       passed, findings, done_by, office, done_at)
                select i.product, i.code, i.taken, i.laboratory, i.report, i.passed, i.findings,
                       i.by, i.office, :at
                  from unnest(:products, :codes, :takens, :laboratories, :reports, :passeds,
                              :findings, :bys, :offices)
                       as i (product, code, taken, laboratory, report, passed, findings, by,
                             office)
                """;
        return new Bulk<>(database.sql(sql), samples)
                .each("at", at)
                .texts("products", sample -> sample.lot().product())
                .texts("codes", sample -> sample.lot().code())
                .days("takens", Inspection::taken)
                .texts("laboratories", sample -> sample.report().laboratory())
                .texts("reports", sample -> sample.report().number())
                .flags("passeds", Inspection::hasPassed)
                .texts("findings", Inspection::findings)
                .texts("bys", sample -> sample.by().login())
                .texts("offices", sample -> sample.by().office())
                .run();
    }
}
