package org.assistcounter.fleet.wallets.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Locale;
import org.assistcounter.fleet.wallets.Attempt;
import org.assistcounter.fleet.wallets.FailedRefund;
import org.assistcounter.fleet.wallets.WalletGateway;
import org.assistcounter.fleet.wallets.WalletGateway.Standing;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps attempts and refunds. */
@Repository
public class AttemptStore {

    private final DatabaseClient database;

    AttemptStore(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a new attempt; one that is known stays as it is. */
    public Mono<Void> add(Attempt attempt) {
        return database.sql(
                        """
                        insert into wallets_attempt (attempt, tenant_id, counter_id, amount_minor,
                               currency, state, code, ordered_at)
                        values (:attempt, :tenant, :counter, :amount, :currency, 'waiting', :code,
                               :at)
                        on conflict (attempt) do nothing
                        """)
                .bind("attempt", attempt.attempt())
                .bind("tenant", attempt.owner().tenant())
                .bind("counter", attempt.owner().counter())
                .bind("amount", attempt.amountMinor())
                .bind("currency", attempt.currency())
                .bind("code", attempt.code())
                .bind("at", attempt.orderedAt())
                .then();
    }

    /** The attempt of this counter. */
    public Mono<Attempt> find(String attempt, String counter) {
        return database.sql(
                        """
                        select * from wallets_attempt
                         where attempt = :attempt and counter_id = :counter
                        """)
                .bind("attempt", attempt)
                .bind("counter", counter)
                .map(AttemptStore::attempt)
                .one();
    }

    /** Keeps what the wallet said; a paid attempt stays paid. */
    public Mono<Void> stand(String attempt, Standing standing) {
        return database.sql(
                        """
                        update wallets_attempt
                           set state = :state, paid_minor = :paid,
                               transaction = nullif(:transaction, '')
                         where attempt = :attempt and state <> 'paid'
                        """)
                .bind("attempt", attempt)
                .bind("state", standing.state().name().toLowerCase(Locale.ROOT))
                .bind("paid", standing.state() == State.PAID ? standing.amountMinor() : 0L)
                .bind("transaction", standing.transaction())
                .then();
    }

    /** The counter's journal has said how the attempt ended for it. */
    public Mono<Void> end(String attempt, String counter, String ended) {
        return database.sql(
                        """
                        update wallets_attempt set ended = :ended
                         where attempt = :attempt and counter_id = :counter and ended is null
                        """)
                .bind("attempt", attempt)
                .bind("counter", counter)
                .bind("ended", ended)
                .then();
    }

    /** Attempts that their counters gave up and that are not closed or refunded yet. */
    public Flux<Attempt> abandoned() {
        return database.sql(
                        """
                        select a.* from wallets_attempt a
                         where a.ended = 'abandoned' and a.state <> 'closed'
                           and not exists (select 1 from wallets_refund r
                                            where r.attempt = a.attempt)
                         order by a.ordered_at
                        """)
                .map(AttemptStore::attempt)
                .all();
    }

    /** Money that shall go back. */
    public record Wanted(String refund, String attempt, long amountMinor, String reason) {}

    /**
     * Wants money back; wanting it again changes nothing. What the wallet never paid, or more than
     * it paid, is kept as failed for a person and never sent: a journal cannot draw money.
     */
    public Mono<Void> want(Wanted refund, String counter, Instant now) {
        return database.sql(
                        """
                        insert into wallets_refund (tenant_id, refund, attempt, amount_minor,
                               reason, state, wanted_at)
                        select a.tenant_id, :refund, a.attempt, :amount, :reason,
                               case when a.state = 'paid' and a.paid_minor >= :amount
                                         + coalesce((select sum(r.amount_minor)
                                                       from wallets_refund r
                                                      where r.attempt = a.attempt
                                                        and r.state <> 'failed'), 0)
                                    then 'refunding' else 'failed' end, :now
                          from wallets_attempt a
                         where a.attempt = :attempt and a.counter_id = :counter
                        on conflict (refund) do nothing
                        """)
                .bind("refund", refund.refund())
                .bind("attempt", refund.attempt())
                .bind("amount", refund.amountMinor())
                .bind("reason", refund.reason())
                .bind("counter", counter)
                .bind("now", now)
                .then();
    }

    /** The refunds that are under way, oldest first. */
    public Flux<WalletGateway.Refund> refunding() {
        return database.sql(
                        """
                        select r.*, a.amount_minor as total_minor, a.currency
                          from wallets_refund r join wallets_attempt a on a.attempt = r.attempt
                         where r.state = 'refunding'
                         order by r.wanted_at
                        """)
                .map(row ->
                        new WalletGateway.Refund(
                                text(row, "refund"),
                                text(row, "attempt"),
                                number(row, "amount_minor"),
                                number(row, "total_minor"),
                                text(row, "currency"),
                                text(row, "reason")))
                .all();
    }

    /** The attempts of a tenant of which money is on its way back. */
    public Flux<Attempt> owing(String tenant) {
        return database.sql(
                        """
                        select a.* from wallets_attempt a
                         where a.tenant_id = :tenant
                           and exists (select 1 from wallets_refund r
                                        where r.attempt = a.attempt and r.state = 'refunding')
                        """)
                .bind("tenant", tenant)
                .map(AttemptStore::attempt)
                .all();
    }

    /** The refunds of a tenant that failed, oldest first. */
    public Flux<FailedRefund> failed(String tenant) {
        return database.sql(
                        """
                        select a.*, r.amount_minor as owed_minor, r.wanted_at
                          from wallets_refund r join wallets_attempt a on a.attempt = r.attempt
                         where a.tenant_id = :tenant and r.state = 'failed'
                         order by r.wanted_at
                        """)
                .bind("tenant", tenant)
                .map(row -> {
                    Attempt attempt = attempt(row);
                    return new FailedRefund(
                            attempt.owner().counter(),
                            attempt.sale(),
                            number(row, "owed_minor"),
                            moment(row, "wanted_at"));
                })
                .all();
    }

    /** The money is back; false when that was known already. */
    public Mono<Boolean> refunded(String refund, Instant now) {
        return end(refund, "refunded", now);
    }

    /** The wallet will not send it back: a person has to; false when that was known already. */
    public Mono<Boolean> failed(String refund, Instant now) {
        return end(refund, "failed", now);
    }

    private Mono<Boolean> end(String refund, String state, Instant now) {
        return database.sql(
                        """
                        update wallets_refund set state = :state, settled_at = :now
                         where refund = :refund and state = 'refunding'
                        """)
                .bind("refund", refund)
                .bind("state", state)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The attempt whatever its counter. */
    public Mono<Attempt> find(String attempt) {
        return database.sql("select * from wallets_attempt where attempt = :attempt")
                .bind("attempt", attempt)
                .map(AttemptStore::attempt)
                .one();
    }

    private static Attempt attempt(Readable row) {
        String transaction = row.get("transaction", String.class);
        State state = State.valueOf(text(row, "state").toUpperCase(Locale.ROOT));
        return new Attempt(
                text(row, "attempt"),
                new Attempt.Owner(text(row, "tenant_id"), text(row, "counter_id")),
                number(row, "amount_minor"),
                text(row, "currency"),
                text(row, "code"),
                new Standing(
                        state, number(row, "paid_minor"), transaction == null ? "" : transaction),
                moment(row, "ordered_at"));
    }
}
