package org.assistcounter.fleet.ledger.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.assistcounter.fleet.ledger.BookedSale;
import org.assistcounter.fleet.ledger.Occurrence;
import org.assistcounter.fleet.ledger.SaleAccount;
import org.assistcounter.fleet.ledger.SaleAccount.Line;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps how each sale stands. */
@Repository
public class SaleStore {

    private static final String PUT =
            """
            insert into ledger_sale (sale, tenant_id, counter_id, receipt_code,
                   currency, way,
                   charged_minor, delivered_minor, refunded_minor, held_minor,
                   outcome, business_date, opened_at, changed_at)
            values (:sale, :tenant, :counter, :receipt,
                   :currency, :way,
                   :charged, :delivered, :refunded, :held,
                   :outcome, :day, :at, :at)
            on conflict (sale) do update
               set way = excluded.way,
                   charged_minor = excluded.charged_minor,
                   delivered_minor = excluded.delivered_minor,
                   refunded_minor = excluded.refunded_minor,
                   held_minor = excluded.held_minor,
                   outcome = excluded.outcome,
                   changed_at = excluded.changed_at
            """;

    /** All lines at once: numbers, slots, prices and the rest side by side. */
    private static final String PUT_LINES =
            """
            insert into ledger_sale_line (sale, tenant_id, line, slot, product, lot, price_minor,
                   progress)
            select :sale, :tenant, l.*
              from unnest(:lines, :slots, :products, :lots, :prices, :progress) as l
            on conflict (sale, line) do update set progress = excluded.progress
            """;

    private final DatabaseClient database;

    SaleStore(DatabaseClient database) {
        this.database = database;
    }

    /** The account of a sale of this counter; empty when there is none. */
    public Mono<SaleAccount> find(String counter, String sale) {
        return database.sql(
                        """
                        select * from ledger_sale join ledger_sale_line using (sale)
                         where sale = :sale and counter_id = :counter
                         order by line
                        """)
                .bind("sale", sale)
                .bind("counter", counter)
                .map(SaleRow::of)
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(SaleRow::account);
    }

    /** Whether the id is that of another counter's sale. */
    public Mono<Boolean> isOfAnother(String counter, String sale) {
        return database.sql(
                        """
                        select exists (select 1 from ledger_sale
                                        where sale = :sale and counter_id <> :counter) as known
                        """)
                .bind("sale", sale)
                .bind("counter", counter)
                .map(row -> required(row, "known", Boolean.class))
                .one();
    }

    /** Keeps the account as it now stands. */
    public Mono<Void> put(Occurrence occurrence, SaleAccount sale) {
        GenericExecuteSpec spec =
                database.sql(PUT)
                        .bind("sale", sale.sale())
                        .bind("tenant", occurrence.tenant())
                        .bind("counter", occurrence.counter())
                        .bind("receipt", new SaleId(sale.sale()).receiptCode())
                        .bind("currency", sale.currency())
                        .bind("charged", sale.amounts().charged())
                        .bind("delivered", sale.amounts().delivered())
                        .bind("refunded", sale.amounts().refunded())
                        .bind("held", sale.amounts().held())
                        .bind("day", occurrence.businessDate())
                        .bind("at", occurrence.at());
        return optional(optional(spec, "way", sale.way()), "outcome", sale.outcome())
                .then()
                .then(putLines(occurrence, sale));
    }

    private Mono<Void> putLines(Occurrence occurrence, SaleAccount sale) {
        List<Line> lines = sale.lines();
        return database.sql(PUT_LINES)
                .bind("sale", sale.sale())
                .bind("tenant", occurrence.tenant())
                .bind("lines", lines.stream().map(l -> l.goods().line()).toArray(Integer[]::new))
                .bind("slots", lines.stream().map(l -> l.goods().slot()).toArray(Integer[]::new))
                .bind("products", words(lines, Fact.SaleLine::product))
                .bind("lots", words(lines, Fact.SaleLine::lot))
                .bind(
                        "prices",
                        lines.stream().map(l -> l.goods().priceMinor()).toArray(Long[]::new))
                .bind(
                        "progress",
                        lines.stream().map(l -> l.progress().name()).toArray(String[]::new))
                .then();
    }

    private static String[] words(List<Line> lines, Function<Fact.SaleLine, String> word) {
        return lines.stream().map(line -> word.apply(line.goods())).toArray(String[]::new);
    }

    private static GenericExecuteSpec optional(
            GenericExecuteSpec spec, String name, @Nullable Enum<?> value) {
        return value == null ? spec.bindNull(name, String.class) : spec.bind(name, value.name());
    }

    /** Keeps a payment that was approved, so that it can be found again. */
    public Mono<Void> addPayment(Occurrence occurrence, Fact.PaymentResolved fact) {
        GenericExecuteSpec spec =
                database.sql(
                                """
                                insert into ledger_payment (sale, attempt, tenant_id, way,
                                       amount_minor, reference, approved_at)
                                values (:sale, :attempt, :tenant, :way,
                                       :amount, :reference, :at)
                                on conflict (sale, attempt) do nothing
                                """)
                        .bind("sale", fact.sale().text())
                        .bind("attempt", fact.attempt())
                        .bind("tenant", occurrence.tenant())
                        .bind("way", fact.way().word())
                        .bind("amount", fact.amountMinor())
                        .bind("at", occurrence.at());
        String reference = fact.reference();
        return (reference == null
                        ? spec.bindNull("reference", String.class)
                        : spec.bind("reference", reference))
                .then();
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

    /** How many sales that began on a day were delivered. */
    public Mono<Long> deliveredOn(String tenant, LocalDate day) {
        return database.sql(
                        """
                        select count(*) as sales from ledger_sale
                         where tenant_id = :tenant and business_date = :day
                           and outcome = 'DELIVERED'
                        """)
                .bind("tenant", tenant)
                .bind("day", day)
                .map(row -> number(row, "sales"))
                .one();
    }
}
