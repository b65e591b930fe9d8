package org.assistcounter.fleet.ledger.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.assistcounter.fleet.database.Copies;
import org.assistcounter.fleet.database.CopyRows;
import org.assistcounter.fleet.ledger.Books;
import org.assistcounter.fleet.ledger.KeptSale;
import org.assistcounter.fleet.ledger.SaleAccount;
import org.assistcounter.fleet.ledger.SaleAccount.Line;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes sales, their lines and payments, each table once for many of them. */
@Repository
class SaleWriter {
    private static final int SALE_COLUMNS = 14;
    private static final int LINE_COLUMNS = 8;
    private static final int PAYMENT_COLUMNS = 7;

    private final DatabaseClient database;
    private final Copies copies;

    SaleWriter(DatabaseClient database, Copies copies) {
        this.database = database;
        this.copies = copies;
    }

    Mono<Void> put(Collection<KeptSale> sales) {
        List<KeptSale> fresh = sales.stream().filter(sale -> sale.before() == null).toList();
        List<KeptSale> known = sales.stream().filter(sale -> sale.before() != null).toList();
        return add(fresh).then(addLines(fresh)).then(move(known)).then(moveLines(known));
    }

    private Mono<Void> add(List<KeptSale> fresh) {
        CopyRows rows = new CopyRows(SALE_COLUMNS);
        for (KeptSale sale : fresh) {
            KeptSale.Opening opened = sale.opening();
            SaleAccount account = sale.account();
            rows.row()
                    .text(account.sale())
                    .text(opened.tenant())
                    .text(opened.counter())
                    .text(new SaleId(account.sale()).receiptCode())
                    .text(account.currency())
                    .text(name(account.way()))
                    .number(account.amounts().charged())
                    .number(account.amounts().delivered())
                    .number(account.amounts().refunded())
                    .number(account.amounts().held())
                    .text(name(account.outcome()))
                    .day(opened.businessDate())
                    .moment(opened.at())
                    .moment(changedAt(sale));
        }
        String columns =
                """
                (sale, tenant_id, counter_id, receipt_code, currency, way, charged_minor,
                delivered_minor, refunded_minor, held_minor, outcome, business_date, opened_at,
                changed_at)\
                """;
        return copies.add("ledger_sale " + columns, rows);
    }

    private Mono<Void> addLines(List<KeptSale> fresh) {
        CopyRows rows = new CopyRows(LINE_COLUMNS);
        for (KeptSale sale : fresh) {
            String tenant = sale.opening().tenant();
            for (Line line : sale.account().lines()) {
                Fact.SaleLine goods = line.goods();
                rows.row()
                        .text(sale.account().sale())
                        .small(goods.line())
                        .text(tenant)
                        .small(goods.slot())
                        .text(goods.product())
                        .text(goods.lot())
                        .number(goods.priceMinor())
                        .text(line.progress().name());
            }
        }
        String columns = "(sale, line, tenant_id, slot, product, lot, price_minor, progress)";
        return copies.add("ledger_sale_line " + columns, rows);
    }

    private Mono<Void> move(List<KeptSale> known) {
        if (known.isEmpty()) {
            return Mono.empty();
        }
        List<SaleAccount> accounts = known.stream().map(KeptSale::account).toList();
        return database.sql(
                        """
                        update ledger_sale s
                           set way = m.way, charged_minor = m.charged,
                               delivered_minor = m.delivered, refunded_minor = m.refunded,
                               held_minor = m.held, outcome = m.outcome, changed_at = m.at
                          from unnest(:sales, :ways, :charged, :delivered, :refunded, :held,
                                      :outcomes, :ats)
                               as m (sale, way, charged, delivered, refunded, held, outcome, at)
                         where s.sale = m.sale
                        """)
                .bind("sales", words(accounts, SaleAccount::sale))
                .bind("ways", words(accounts, account -> name(account.way())))
                .bind("charged", numbers(accounts, account -> account.amounts().charged()))
                .bind("delivered", numbers(accounts, account -> account.amounts().delivered()))
                .bind("refunded", numbers(accounts, account -> account.amounts().refunded()))
                .bind("held", numbers(accounts, account -> account.amounts().held()))
                .bind("outcomes", words(accounts, account -> name(account.outcome())))
                .bind("ats", moments(known, SaleWriter::changedAt))
                .then();
    }

    private record Moved(String sale, Line line) {}

    private Mono<Void> moveLines(List<KeptSale> known) {
        List<Moved> lines =
                known.stream()
                        .flatMap(sale ->
                                sale.changedLines().stream()
                                        .map(line -> new Moved(sale.account().sale(), line)))
                        .toList();
        if (lines.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        update ledger_sale_line l set progress = m.progress
                          from unnest(:sales, :lines, :progress) as m (sale, line, progress)
                         where l.sale = m.sale and l.line = m.line
                        """)
                .bind("sales", words(lines, Moved::sale))
                .bind(
                        "lines",
                        lines.stream().map(m -> m.line().goods().line()).toArray(Integer[]::new))
                .bind("progress", words(lines, moved -> moved.line().progress().name()))
                .then();
    }

    Mono<Void> addPayments(Collection<Books.Approved> payments) {
        List<Books.Approved> fresh = payments.stream().filter(p -> p.isOfNewSale()).toList();
        List<Books.Approved> others = payments.stream().filter(p -> !p.isOfNewSale()).toList();
        return addFresh(fresh).then(addOnce(others));
    }

    private Mono<Void> addFresh(List<Books.Approved> payments) {
        CopyRows rows = new CopyRows(PAYMENT_COLUMNS);
        for (Books.Approved payment : payments) {
            Fact.PaymentResolved fact = payment.fact();
            rows.row()
                    .text(fact.sale().text())
                    .small(fact.attempt())
                    .text(payment.occurrence().tenant())
                    .text(fact.way().word())
                    .number(fact.amountMinor())
                    .text(fact.reference())
                    .moment(payment.occurrence().at());
        }
        String columns = "(sale, attempt, tenant_id, way, amount_minor, reference, approved_at)";
        return copies.add("ledger_payment " + columns, rows);
    }

    /** One that is known already stays as it is. */
    private Mono<Void> addOnce(List<Books.Approved> payments) {
        if (payments.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        insert into ledger_payment (sale, attempt, tenant_id, way, amount_minor,
                               reference, approved_at)
                        select * from unnest(:sales, :attempts, :tenants, :ways, :amounts,
                                             :references, :ats)
                        on conflict (sale, attempt) do nothing
                        """)
                .bind("sales", words(payments, p -> p.fact().sale().text()))
                .bind(
                        "attempts",
                        payments.stream().map(p -> p.fact().attempt()).toArray(Integer[]::new))
                .bind("tenants", words(payments, p -> p.occurrence().tenant()))
                .bind("ways", words(payments, p -> p.fact().way().word()))
                .bind("amounts", numbers(payments, p -> p.fact().amountMinor()))
                .bind("references", words(payments, p -> p.fact().reference()))
                .bind("ats", moments(payments, p -> p.occurrence().at()))
                .then();
    }

    private static Instant changedAt(KeptSale sale) {
        Instant at = sale.changedAt();
        if (at == null) {
            throw new IllegalStateException("A sale is written that did not change.");
        }
        return at;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <T> @Nullable String[] words(
            Collection<T> all, Function<T, @Nullable String> word) {
        return all.stream().map(word).toArray(String[]::new);
    }

    private static <T> Long[] numbers(Collection<T> all, ToLongFunction<T> number) {
        return all.stream().map(number::applyAsLong).toArray(Long[]::new);
    }

    private static <T> OffsetDateTime[] moments(Collection<T> all, Function<T, Instant> moment) {
        return all.stream()
                .map(each -> moment.apply(each).atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
