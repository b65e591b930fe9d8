package org.assistcounter.fleet.ledger.store;

import java.util.List;
import org.assistcounter.fleet.database.Copies;
import org.assistcounter.fleet.database.CopyRows;
import org.assistcounter.fleet.ledger.SoldUnit;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Tells which packets went out, in the table `ledger_sold`; who counts them takes them away. */
@Repository
public class SoldStore {
    private static final int COLUMNS = 11;

    private final Copies copies;

    SoldStore(Copies copies) {
        this.copies = copies;
    }

    /** Adds packets that went out. */
    public Mono<Void> add(List<SoldUnit> units) {
        CopyRows rows = new CopyRows(COLUMNS);
        for (SoldUnit unit : units) {
            rows.row()
                    .text(unit.sale())
                    .small(unit.goods().line())
                    .text(unit.opening().tenant())
                    .text(unit.opening().counter())
                    .small(unit.goods().slot())
                    .text(unit.goods().product())
                    .text(unit.goods().lot())
                    .number(unit.goods().priceMinor())
                    .bool(unit.isProven())
                    .day(unit.opening().businessDate())
                    .moment(unit.opening().at());
        }
        String columns =
                """
                (sale, line, tenant_id, counter_id, slot, product, lot, price_minor, is_proven,
                business_date, opened_at)\
                """;
        return copies.add("ledger_sold " + columns, rows);
    }
}
