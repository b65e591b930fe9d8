package org.assistcounter.fleet.ledger.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import org.assistcounter.fleet.ledger.BookedSale;
import org.assistcounter.fleet.ledger.KeptSale;
import org.assistcounter.fleet.ledger.SaleAccount;
import org.assistcounter.fleet.ledger.SaleAccount.Amounts;
import org.assistcounter.fleet.ledger.SaleAccount.Line;
import org.assistcounter.fleet.ledger.SaleAccount.Progress;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.SaleOutcome;

/** A sale joined with one of its lines, as the tables have it. */
record SaleRow(SaleAccount head, Line line, Origin origin) {

    /** Where and when. */
    record Origin(KeptSale.Opening opening, String receiptCode) {}

    static SaleRow of(Readable row) {
        String way = row.get("way", String.class);
        String outcome = row.get("outcome", String.class);
        return new SaleRow(
                new SaleAccount(
                        text(row, "sale"),
                        text(row, "currency"),
                        List.of(),
                        way == null ? null : PaymentWay.valueOf(way),
                        amounts(row),
                        outcome == null ? null : SaleOutcome.valueOf(outcome)),
                line(row),
                new Origin(
                        new KeptSale.Opening(
                                text(row, "tenant_id"),
                                text(row, "counter_id"),
                                required(row, "business_date", LocalDate.class),
                                moment(row, "opened_at")),
                        text(row, "receipt_code")));
    }

    private static Amounts amounts(Readable row) {
        return new Amounts(
                number(row, "charged_minor"),
                number(row, "delivered_minor"),
                number(row, "refunded_minor"),
                number(row, "held_minor"));
    }

    private static Line line(Readable row) {
        return new Line(
                new Fact.SaleLine(
                        required(row, "line", Integer.class),
                        required(row, "slot", Integer.class),
                        text(row, "product"),
                        text(row, "lot"),
                        number(row, "price_minor")),
                Progress.valueOf(text(row, "progress")));
    }

    /** The account of rows of one sale, at least one. */
    static SaleAccount account(List<SaleRow> rows) {
        SaleAccount head = rows.getFirst().head();
        return new SaleAccount(
                head.sale(),
                head.currency(),
                rows.stream().map(SaleRow::line).toList(),
                head.way(),
                head.amounts(),
                head.outcome());
    }

    /** The same for people. */
    static BookedSale booked(List<SaleRow> rows) {
        Origin origin = rows.getFirst().origin();
        return new BookedSale(
                account(rows),
                origin.opening().counter(),
                origin.receiptCode(),
                origin.opening().businessDate(),
                origin.opening().at());
    }
}
