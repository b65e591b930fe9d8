package org.assistcounter.fleet.ledger.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.assistcounter.fleet.database.Copies;
import org.assistcounter.fleet.database.CopyRows;
import org.assistcounter.fleet.ledger.Books;
import org.assistcounter.fleet.ledger.CaseFile;
import org.assistcounter.fleet.ledger.CaseSum;
import org.assistcounter.fleet.ledger.OpenCase;
import org.assistcounter.fleet.ledger.Payment;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.Word;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps cases, and the payments that they are about. */
@Repository
public class CaseStore {

    private static final String FILES =
            """
            select c.*, s.currency, l.slot, l.product
              from ledger_case c
              join ledger_sale s on s.sale = c.sale
              join ledger_sale_line l on l.sale = c.sale and l.line = c.line
            """;

    private static final int OPENED_COLUMNS = 9;

    private final DatabaseClient database;
    private final Copies copies;

    CaseStore(DatabaseClient database, Copies copies) {
        this.database = database;
        this.copies = copies;
    }

    /** Opens cases. */
    public Mono<Void> open(List<Books.Opened> opened, Instant now) {
        CopyRows rows = new CopyRows(OPENED_COLUMNS);
        for (Books.Opened each : opened) {
            Fact.CaseOpened fact = each.fact();
            rows.row()
                    .text(each.occurrence().tenant())
                    .text(each.occurrence().counter())
                    .text(fact.sale().text())
                    .small(fact.line())
                    .text(fact.way().word())
                    .text(fact.reason().word())
                    .number(fact.amountMinor())
                    .moment(each.occurrence().at())
                    .moment(now);
        }
        String columns =
                "(tenant_id, counter_id, sale, line, way, reason, amount_minor, opened_at,"
                        + " heard_at)";
        return copies.add("ledger_case " + columns, rows);
    }

    /** A case of a tenant; empty when it has none of this number. */
    public Mono<CaseFile> find(String tenant, long id) {
        return database.sql(FILES + " where c.tenant_id = :tenant and c.id = :id")
                .bind("tenant", tenant)
                .bind("id", id)
                .map(CaseStore::file)
                .one();
    }

    /** The cases of a tenant with these numbers. */
    public Flux<CaseFile> all(String tenant, List<Long> ids) {
        return database.sql(FILES + " where c.tenant_id = :tenant and c.id = any(:ids)")
                .bind("tenant", tenant)
                .bind("ids", ids.toArray(Long[]::new))
                .map(CaseStore::file)
                .all();
    }

    /** The cases of one sale, open and settled. */
    public Flux<CaseFile> ofSale(String sale) {
        return database.sql(FILES + " where c.sale = :sale order by c.line")
                .bind("sale", sale)
                .map(CaseStore::file)
                .all();
    }

    /**
     * Open cases with a reason, of which we heard before a moment, up to an amount; oldest first.
     */
    public Flux<CaseFile> open(CaseReason reason, Instant heardBefore, long amountMaxMinor) {
        return database.sql(
                        FILES
                                + """
                                 where c.settled_at is null and c.reason = :reason
                                   and c.heard_at < :before and c.amount_minor <= :max
                                 order by c.heard_at, c.id
                                """)
                .bind("reason", reason.word())
                .bind("before", heardBefore)
                .bind("max", amountMaxMinor)
                .map(CaseStore::file)
                .all();
    }

    /** Settles a case; false when it was settled already. */
    public Mono<Boolean> settle(long id, Instant now) {
        return database.sql(
                        """
                        update ledger_case set settled_at = :now
                         where id = :id and settled_at is null
                        """)
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What was paid for a sale, in order. */
    public Flux<Payment> payments(String sale) {
        return database.sql("select * from ledger_payment where sale = :sale order by attempt")
                .bind("sale", sale)
                .map(row ->
                        new Payment(
                                required(row, "attempt", Integer.class),
                                word(PaymentWay.values(), text(row, "way")),
                                number(row, "amount_minor"),
                                row.get("reference", String.class),
                                moment(row, "approved_at")))
                .all();
    }

    /** The cases that nobody has settled, oldest first. */
    public Flux<OpenCase> openCases(String tenant) {
        return database.sql(
                        FILES
                                + """
                                 where c.tenant_id = :tenant and c.settled_at is null
                                 order by c.opened_at, c.id
                                """)
                .bind("tenant", tenant)
                .map(row ->
                        new OpenCase(
                                number(row, "id"),
                                text(row, "counter_id"),
                                line(row),
                                text(row, "reason"),
                                number(row, "amount_minor"),
                                text(row, "owner"),
                                moment(row, "opened_at")))
                .all();
    }

    /** The sales of a tenant with an open case. */
    public Flux<String> openSales(String tenant) {
        return database.sql(
                        """
                        select distinct sale from ledger_case
                         where tenant_id = :tenant and settled_at is null
                        """)
                .bind("tenant", tenant)
                .map(row -> text(row, "sale"))
                .all();
    }

    /** What the open cases hold, by way and reason. */
    public Flux<CaseSum> caseSums(String tenant) {
        return database.sql(
                        """
                        select way, reason, sum(amount_minor)::bigint as amount
                          from ledger_case
                         where tenant_id = :tenant and settled_at is null
                         group by way, reason
                         order by way, reason
                        """)
                .bind("tenant", tenant)
                .map(row ->
                        new CaseSum(text(row, "way"), text(row, "reason"), number(row, "amount")))
                .all();
    }

    private static CaseFile file(Readable row) {
        return new CaseFile(
                number(row, "id"),
                new CaseFile.Where(text(row, "tenant_id"), text(row, "counter_id")),
                line(row),
                required(row, "line", Integer.class),
                new CaseFile.Claim(
                        word(PaymentWay.values(), text(row, "way")),
                        word(CaseReason.values(), text(row, "reason")),
                        number(row, "amount_minor"),
                        text(row, "currency")),
                new CaseFile.Times(
                        moment(row, "opened_at"),
                        moment(row, "heard_at"),
                        row.get("settled_at", Instant.class)));
    }

    private static OpenCase.Line line(Readable row) {
        return new OpenCase.Line(
                text(row, "sale"), required(row, "slot", Integer.class), text(row, "product"));
    }

    private static <W extends Word> W word(W[] all, String stored) {
        for (W each : all) {
            if (each.word().equals(stored)) {
                return each;
            }
        }
        throw new IllegalStateException("The ledger has an unknown word: " + stored);
    }
}
