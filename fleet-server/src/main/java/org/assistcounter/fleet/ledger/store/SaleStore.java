package org.assistcounter.fleet.ledger.store;

import java.util.Collection;
import org.assistcounter.fleet.ledger.BookedSale;
import org.assistcounter.fleet.ledger.Books;
import org.assistcounter.fleet.ledger.KeptSale;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps how each sale stands. */
@Repository
public class SaleStore {

    private final DatabaseClient database;
    private final SaleWriter writer;

    SaleStore(DatabaseClient database, SaleWriter writer) {
        this.database = database;
        this.writer = writer;
    }

    /** Those of these sales that there are, whosever they are. */
    public Flux<KeptSale> find(Collection<String> sales) {
        return database.sql(
                        """
                        select * from ledger_sale join ledger_sale_line using (sale)
                         where sale = any(:sales)
                         order by sale, line
                        """)
                .bind("sales", sales.toArray(String[]::new))
                .map(SaleRow::of)
                .all()
                .bufferUntilChanged(row -> row.head().sale())
                .map(rows ->
                        KeptSale.known(rows.getFirst().origin().opening(), SaleRow.account(rows)));
    }

    /** Keeps sales as they now stand. */
    public Mono<Void> put(Collection<KeptSale> sales) {
        return writer.put(sales);
    }

    /** Keeps payments that were approved, so that they can be found again. */
    public Mono<Void> addPayments(Collection<Books.Approved> payments) {
        return writer.addPayments(payments);
    }

    /** The newest sales of a tenant, newest first. */
    public Flux<BookedSale> latest(String tenant, int count) {
        return database.sql(
                        """
                        select * from
                               (select * from ledger_sale
                                 where tenant_id = :tenant
                                 order by opened_at desc, sale desc
                                 limit :count) as newest
                          join ledger_sale_line using (sale)
                         order by opened_at desc, sale desc, line
                        """)
                .bind("tenant", tenant)
                .bind("count", count)
                .map(SaleRow::of)
                .all()
                .bufferUntilChanged(row -> row.head().sale())
                .map(SaleRow::booked);
    }

    /** The newest sales of a counter, newest first. */
    public Flux<BookedSale> latestOf(String counter, int count) {
        return database.sql(
                        """
                        select * from
                               (select * from ledger_sale
                                 where counter_id = :counter
                                 order by opened_at desc, sale desc
                                 limit :count) as newest
                          join ledger_sale_line using (sale)
                         order by opened_at desc, sale desc, line
                        """)
                .bind("counter", counter)
                .bind("count", count)
                .map(SaleRow::of)
                .all()
                .bufferUntilChanged(row -> row.head().sale())
                .map(SaleRow::booked);
    }

    /** The newest sale with this receipt code. */
    public Mono<BookedSale> ofReceipt(String receiptCode) {
        return database.sql(
                        """
                        select * from
                               (select * from ledger_sale
                                 where receipt_code = :receipt
                                 order by opened_at desc
                                 limit 1) as newest
                          join ledger_sale_line using (sale)
                         order by line
                        """)
                .bind("receipt", receiptCode)
                .map(SaleRow::of)
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(SaleRow::booked);
    }
}
