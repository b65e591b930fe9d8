package org.assistcounter.fleet.ledger.store;

import java.util.List;
import org.assistcounter.fleet.database.Copies;
import org.assistcounter.fleet.database.CopyRows;
import org.assistcounter.fleet.ledger.SoldUnit;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Tells which packets went out, in the table `ledger_sold`; who counts them takes them away. */
@Repository
public class SoldStore {
    private static final int COLUMNS = 11;

    private final DatabaseClient database;
    private final Copies copies;

    SoldStore(DatabaseClient database, Copies copies) {
        this.database = database;
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

    /** Tells that a packet that may have gone out did. */
    public Mono<Void> prove(String sale, int line) {
        return database.sql(
                        """
                        insert into ledger_sold (sale, line, tenant_id, counter_id, slot, product,
                               lot, price_minor, is_proven, is_news, business_date, opened_at)
                        select l.sale, l.line, s.tenant_id, s.counter_id, l.slot, l.product,
                               l.lot, l.price_minor, true, false, s.business_date, s.opened_at
                          from ledger_sale_line l join ledger_sale s using (sale)
                         where l.sale = :sale and l.line = :line
                        """)
                .bind("sale", sale)
                .bind("line", line)
                .then();
    }
}
