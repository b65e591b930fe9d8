package org.assistcounter.fleet.wallets.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.assistcounter.fleet.wallets.BillLine;
import org.assistcounter.fleet.wallets.WalletGateway;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The sandbox wallet's own books, apart from ours. */
@Repository
public class SandboxStore {

    private final DatabaseClient database;
    private final Clock clock;

    SandboxStore(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * An order in the wallet's books.
     *
     * @param token names it in the page's address; whoever knows it may pay
     */
    public record Order(
            String attempt,
            String token,
            long amountMinor,
            String description,
            String state,
            String transaction) {}

    /** What the wallet has taken and given back in all, in minor units. */
    public record Sums(long paidMinor, long refundedMinor) {}

    /** Makes an order; one that is known stays as it is. */
    public Mono<Void> add(WalletGateway.Order order, String token) {
        return database.sql(
                        """
                        insert into wallets_sandbox_order (attempt, token, amount_minor, currency,
                               description, state, ordered_at, expires_at)
                        values (:attempt, :token, :amount, :currency, :description, 'waiting', :at,
                               :expires)
                        on conflict (attempt) do nothing
                        """)
                .bind("attempt", order.attempt())
                .bind("token", token)
                .bind("amount", order.amountMinor())
                .bind("currency", order.currency())
                .bind("description", order.description())
                .bind("at", clock.instant())
                .bind("expires", order.expiresAt())
                .then();
    }

    /** By the merchant's number. */
    public Mono<Order> find(String attempt) {
        return database.sql("select * from wallets_sandbox_order where attempt = :attempt")
                .bind("attempt", attempt)
                .map(SandboxStore::order)
                .one();
    }

    /** By the page's token. */
    public Mono<Order> findByToken(String token) {
        return database.sql("select * from wallets_sandbox_order where token = :token")
                .bind("token", token)
                .map(SandboxStore::order)
                .one();
    }

    /** Pays an order that waits and has not expired; any other stays as it is. */
    public Mono<Void> pay(String token, String transaction) {
        return database.sql(
                        """
                        update wallets_sandbox_order
                           set state = 'paid', transaction = :transaction, paid_at = :now
                         where token = :token and state = 'waiting'
                           and (expires_at is null or expires_at > :now)
                        """)
                .bind("token", token)
                .bind("now", clock.instant())
                .bind("transaction", transaction)
                .then();
    }

    /** Closes an order that waits; any other stays as it is. */
    public Mono<Void> close(String attempt) {
        return database.sql(
                        """
                        update wallets_sandbox_order set state = 'closed'
                         where attempt = :attempt and state = 'waiting'
                        """)
                .bind("attempt", attempt)
                .then();
    }

    /**
     * Gives money back, once for each number and no more than was paid; else nothing is done. One
     * that failed and is ordered again by its number succeeds.
     */
    public Mono<Void> refund(WalletGateway.Refund refund) {
        return database.sql(
                        """
                        insert into wallets_sandbox_refund (refund, attempt, amount_minor,
                               refunded_at)
                        select :refund, paid.attempt, :amount, :at
                          from wallets_sandbox_order paid
                         where paid.attempt = :attempt and paid.state = 'paid'
                           and paid.amount_minor >= :amount
                             + (select coalesce(sum(before.amount_minor), 0)
                                  from wallets_sandbox_refund before
                                 where before.attempt = :attempt and before.refund <> :refund)
                        on conflict (refund) do update
                           set state = 'done', refunded_at = excluded.refunded_at
                         where wallets_sandbox_refund.state = 'failed'
                        """)
                .bind("refund", refund.refund())
                .bind("attempt", refund.attempt())
                .bind("amount", refund.amountMinor())
                .bind("at", clock.instant())
                .then();
    }

    /** How far a refund is, in one word; empty when it is not known. */
    public Mono<String> refundState(String refund) {
        return database.sql("select state from wallets_sandbox_refund where refund = :refund")
                .bind("refund", refund)
                .map(row -> text(row, "state"))
                .one();
    }

    /** What was taken and given back from one moment until before another, in that order. */
    public Flux<BillLine> lines(Instant from, Instant until) {
        return database.sql(
                        """
                        select 'paid' as kind, attempt, '' as refund, transaction, amount_minor,
                               paid_at as at
                          from wallets_sandbox_order
                         where state = 'paid' and paid_at >= :from and paid_at < :until
                        union all
                        select 'refunded', r.attempt, r.refund, o.transaction, r.amount_minor,
                               r.refunded_at
                          from wallets_sandbox_refund r
                          join wallets_sandbox_order o on o.attempt = r.attempt
                         where r.state = 'done' and r.refunded_at >= :from
                           and r.refunded_at < :until
                         order by at
                        """)
                .bind("from", from)
                .bind("until", until)
                .map(row ->
                        new BillLine(
                                BillLine.Kind.valueOf(text(row, "kind").toUpperCase(Locale.ROOT)),
                                text(row, "attempt"),
                                text(row, "refund"),
                                text(row, "transaction"),
                                number(row, "amount_minor"),
                                moment(row, "at")))
                .all();
    }

    /** All that was taken and given back. */
    public Mono<Sums> sums() {
        return database.sql(
                        """
                        select (select coalesce(sum(amount_minor), 0) from wallets_sandbox_order
                                 where state = 'paid')::bigint as paid,
                               (select coalesce(sum(amount_minor), 0)
                                  from wallets_sandbox_refund
                                 where state = 'done')::bigint as refunded
                        """)
                .map(row -> new Sums(number(row, "paid"), number(row, "refunded")))
                .one();
    }

    private static Order order(Readable row) {
        String transaction = row.get("transaction", String.class);
        return new Order(
                text(row, "attempt"),
                text(row, "token"),
                number(row, "amount_minor"),
                text(row, "description"),
                text(row, "state"),
                transaction == null ? "" : transaction);
    }
}
