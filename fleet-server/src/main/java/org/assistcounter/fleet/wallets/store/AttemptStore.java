package org.assistcounter.fleet.wallets.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import org.assistcounter.fleet.wallets.Attempt;
import org.assistcounter.fleet.wallets.WalletGateway.Standing;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.WalletKind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps attempts. */
@Repository
public class AttemptStore {

    private final DatabaseClient database;

    AttemptStore(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a new attempt; false when it is known, which stays as it is. */
    public Mono<Boolean> add(Attempt attempt) {
        return database.sql(
                        """
                        insert into wallets_attempt (attempt, tenant_id, counter_id, amount_minor,
                               currency, state, wallet, is_scanned, code, ordered_at, asked_at)
                        values (:attempt, :tenant, :counter, :amount, :currency, 'waiting',
                               :wallet, :scanned, :code, :at, :at)
                        on conflict (attempt) do nothing
                        """)
                .bind("attempt", attempt.attempt())
                .bind("tenant", attempt.owner().tenant())
                .bind("counter", attempt.owner().counter())
                .bind("amount", attempt.amountMinor())
                .bind("currency", attempt.currency())
                .bind("wallet", attempt.means().wallet().word())
                .bind("scanned", attempt.means().isScanned())
                .bind("code", attempt.means().code())
                .bind("at", attempt.orderedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
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

    /** The wallet has an order that the shopper pays by scanning this. */
    public Mono<Void> show(String attempt, String code) {
        return database.sql(
                        """
                        update wallets_attempt set code = :code
                         where attempt = :attempt and state = 'waiting'
                        """)
                .bind("attempt", attempt)
                .bind("code", code)
                .then();
    }

    /** Whether the wallet may be asked now: the order is open, and the last time is a pace ago. */
    public Mono<Boolean> mayQuery(String attempt, Instant now, Duration pace) {
        return database.sql(
                        """
                        update wallets_attempt set asked_at = :now
                         where attempt = :attempt and state = 'waiting'
                           and (asked_at is null or asked_at <= :due)
                        """)
                .bind("attempt", attempt)
                .bind("now", now)
                .bind("due", now.minus(pace))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Whether the wallet may be told now to close it; the first time it may at once. */
    public Mono<Boolean> mayClose(String attempt, Instant now, Duration pace) {
        return database.sql(
                        """
                        update wallets_attempt set closing_at = :now
                         where attempt = :attempt and state = 'waiting'
                           and (closing_at is null or closing_at <= :due)
                        """)
                .bind("attempt", attempt)
                .bind("now", now)
                .bind("due", now.minus(pace))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Keeps what the wallet said. What is final stays, unless a payment is proved. */
    public Mono<Void> stand(String attempt, Standing standing) {
        return database.sql(
                        """
                        update wallets_attempt
                           set state = :state, paid_minor = :paid,
                               transaction = nullif(:transaction, '')
                         where attempt = :attempt
                           and (state = 'waiting' or (:state = 'paid' and state <> 'paid'))
                        """)
                .bind("attempt", attempt)
                .bind("state", standing.state().name().toLowerCase(Locale.ROOT))
                .bind("paid", standing.state() == State.PAID ? standing.amountMinor() : 0L)
                .bind("transaction", standing.transaction())
                .then();
    }

    /** How an attempt ended for its counter. */
    public record Ended(String attempt, String counter, String ended) {}

    /** The counters' journals have said how attempts ended for them; the first word counts. */
    public Mono<Void> end(Collection<Ended> all) {
        if (all.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(
                        """
                        update wallets_attempt a set ended = e.ended
                          from unnest(:attempts, :counters, :ended)
                               as e (attempt, counter_id, ended)
                         where a.attempt = e.attempt and a.counter_id = e.counter_id
                           and a.ended is null
                        """)
                .bind("attempts", words(all, Ended::attempt))
                .bind("counters", words(all, Ended::counter))
                .bind("ended", words(all, Ended::ended))
                .then();
    }

    static <T> String[] words(Collection<T> all, Function<T, String> word) {
        return all.stream().map(word).toArray(String[]::new);
    }

    /** Attempts that their counters gave up and that are not closed or refunded yet. */
    public Flux<Attempt> abandoned() {
        return database.sql(
                        """
                        select a.* from wallets_attempt a
                         where a.ended = 'abandoned' and a.state in ('waiting', 'paid')
                           and not exists (select 1 from wallets_refund r
                                            where r.attempt = a.attempt)
                         order by a.ordered_at
                        """)
                .map(AttemptStore::attempt)
                .all();
    }

    /** The attempt whatever its counter. */
    public Mono<Attempt> find(String attempt) {
        return database.sql("select * from wallets_attempt where attempt = :attempt")
                .bind("attempt", attempt)
                .map(AttemptStore::attempt)
                .one();
    }

    /** The attempt by which a sale of this counter was paid; empty when none was. */
    public Mono<Attempt> paidOf(String sale, String counter) {
        return database.sql(
                        """
                        select * from wallets_attempt
                         where split_part(attempt, '-', 1) = :sale and counter_id = :counter
                           and state = 'paid'
                         order by ended = 'approved' desc nulls last, attempt
                         limit 1
                        """)
                .bind("sale", sale)
                .bind("counter", counter)
                .map(AttemptStore::attempt)
                .one();
    }

    static Attempt attempt(Readable row) {
        String transaction = row.get("transaction", String.class);
        State state = State.valueOf(text(row, "state").toUpperCase(Locale.ROOT));
        return new Attempt(
                text(row, "attempt"),
                new Attempt.Owner(text(row, "tenant_id"), text(row, "counter_id")),
                number(row, "amount_minor"),
                text(row, "currency"),
                new Attempt.Means(
                        WalletKind.of(text(row, "wallet")),
                        required(row, "is_scanned", Boolean.class),
                        text(row, "code")),
                new Standing(
                        state, number(row, "paid_minor"), transaction == null ? "" : transaction),
                moment(row, "ordered_at"));
    }
}
