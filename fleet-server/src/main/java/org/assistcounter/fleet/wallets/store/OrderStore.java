package org.assistcounter.fleet.wallets.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assistcounter.fleet.wallets.Attempt;
import org.assistcounter.fleet.wallets.BillLine;
import org.assistcounter.fleet.wallets.BilledOrder;
import org.assistcounter.fleet.wallets.WalletKind;
import org.assistcounter.fleet.wallets.WalletSum;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what is known of orders: from bills, and from our attempts and refunds. */
@Repository
public class OrderStore {

    private final DatabaseClient database;

    OrderStore(DatabaseClient database) {
        this.database = database;
    }

    /** The orders of which a day's bill, or we, say that something happened. */
    public Flux<String> of(WalletKind wallet, LocalDate day, Instant from, Instant until) {
        return database.sql(
                        """
                        select attempt from wallets_bill_line
                         where wallet = :wallet and day = :day
                        union
                        select attempt from wallets_attempt
                         where wallet = :wallet and state = 'paid'
                           and ordered_at >= :from and ordered_at < :until
                        union
                        select r.attempt
                          from wallets_refund r join wallets_attempt a on a.attempt = r.attempt
                         where a.wallet = :wallet and r.state = 'refunded'
                           and r.settled_at >= :from and r.settled_at < :until
                         order by attempt
                        """)
                .bind("wallet", wallet.word())
                .bind("day", day)
                .bind("from", from)
                .bind("until", until)
                .map(row -> text(row, "attempt"))
                .all();
    }

    /** These orders, as we know them and as all bills at hand say. */
    public Flux<BilledOrder> billed(WalletKind wallet, Collection<String> numbers) {
        String[] asked = numbers.toArray(String[]::new);
        return Mono.zip(
                        attempts(asked).collectMap(Attempt::attempt),
                        refunds(asked).collectMultimap(Map.Entry::getKey, Map.Entry::getValue),
                        lines(wallet, asked).collectMultimap(line -> line.line().order()))
                .flatMapIterable(read ->
                        numbers.stream()
                                .map(order ->
                                        new BilledOrder(
                                                order,
                                                ofWallet(wallet, read.getT1().get(order)),
                                                all(read.getT2().get(order)),
                                                all(read.getT3().get(order))))
                                .toList());
    }

    /** An order of the same number at another wallet is not this one. */
    private static @Nullable Attempt ofWallet(WalletKind wallet, @Nullable Attempt attempt) {
        return attempt != null && attempt.means().wallet() == wallet ? attempt : null;
    }

    private static <T> List<T> all(@Nullable Collection<T> found) {
        return found == null ? List.of() : List.copyOf(found);
    }

    private Flux<Attempt> attempts(String[] numbers) {
        return database.sql("select * from wallets_attempt where attempt = any(:numbers)")
                .bind("numbers", numbers)
                .map(AttemptStore::attempt)
                .all();
    }

    private Flux<Map.Entry<String, BilledOrder.OurRefund>> refunds(String[] numbers) {
        return database.sql(
                        """
                        select * from wallets_refund where attempt = any(:numbers)
                         order by wanted_at
                        """)
                .bind("numbers", numbers)
                .map(row -> Map.entry(text(row, "attempt"), refund(row)))
                .all();
    }

    private static BilledOrder.OurRefund refund(Readable row) {
        return new BilledOrder.OurRefund(
                text(row, "refund"),
                number(row, "amount_minor"),
                BilledOrder.RefundState.valueOf(text(row, "state").toUpperCase(Locale.ROOT)),
                moment(row, "wanted_at"),
                row.get("settled_at", Instant.class));
    }

    private Flux<BilledOrder.Line> lines(WalletKind wallet, String[] numbers) {
        return database.sql(
                        """
                        select * from wallets_bill_line
                         where wallet = :wallet and attempt = any(:numbers)
                         order by at, day, number
                        """)
                .bind("wallet", wallet.word())
                .bind("numbers", numbers)
                .map(row ->
                        new BilledOrder.Line(
                                required(row, "day", LocalDate.class),
                                new BillLine(
                                        BillLine.Kind.valueOf(
                                                text(row, "kind").toUpperCase(Locale.ROOT)),
                                        text(row, "attempt"),
                                        text(row, "refund"),
                                        text(row, "transaction"),
                                        number(row, "amount_minor"),
                                        moment(row, "at"))))
                .all();
    }

    /** The sales with an attempt that was ordered from one moment until before another. */
    public Flux<String> sales(Instant from, Instant until) {
        return database.sql(
                        """
                        select distinct split_part(attempt, '-', 1) as sale from wallets_attempt
                         where ordered_at >= :from and ordered_at < :until
                         order by sale
                        """)
                .bind("from", from)
                .bind("until", until)
                .map(row -> text(row, "sale"))
                .all();
    }

    /** What wallets have for these sales: paid less refunded. */
    public Flux<WalletSum> sums(Collection<String> sales) {
        return database.sql(
                        """
                        select split_part(a.attempt, '-', 1) as sale,
                               min(a.tenant_id) as tenant_id, min(a.counter_id) as counter_id,
                               (array_agg(a.wallet order by a.state = 'paid' desc,
                                          a.ordered_at desc))[1] as wallet,
                               bool_or(a.state = 'paid') as paid,
                               (coalesce(sum(a.paid_minor) filter (where a.state = 'paid'), 0)
                                - coalesce(sum(r.refunded), 0))::bigint as sum_minor,
                               max(a.ordered_at) as ordered_at
                          from wallets_attempt a
                          left join (select attempt, sum(amount_minor) as refunded
                                       from wallets_refund where state = 'refunded'
                                      group by attempt) r on r.attempt = a.attempt
                         where split_part(a.attempt, '-', 1) = any(:sales)
                         group by 1
                        """)
                .bind("sales", sales.toArray(String[]::new))
                .map(row ->
                        new WalletSum(
                                text(row, "sale"),
                                new Attempt.Owner(text(row, "tenant_id"), text(row, "counter_id")),
                                WalletKind.of(text(row, "wallet")),
                                required(row, "paid", Boolean.class),
                                number(row, "sum_minor"),
                                moment(row, "ordered_at")))
                .all();
    }
}
