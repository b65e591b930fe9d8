package org.assistcounter.fleet.wallets.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.wallets.Attempt;
import org.assistcounter.fleet.wallets.RefundPart;
import org.assistcounter.fleet.wallets.WalletGateway;
import org.assistcounter.fleet.wallets.WalletKind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps refunds. */
@Repository
public class RefundStore {

    private final DatabaseClient database;

    RefundStore(DatabaseClient database) {
        this.database = database;
    }

    /** Money that shall go back. */
    public record Wanted(String refund, String attempt, long amountMinor, String reason) {}

    /**
     * Wants money back; wanting it again changes nothing. What the wallet never paid, or more than
     * it paid, is kept as failed for a person and never sent: a journal cannot draw money.
     */
    public Mono<Void> want(Wanted refund, String counter, Instant now) {
        return wantAtOnce(List.of(new Asked(refund, counter)), now);
    }

    /** Money that a counter's journal wants back. */
    public record Asked(Wanted wanted, String counter) {}

    /**
     * The same for many. Of one attempt's refunds each is judged by the ones before it, so they go
     * one after another, and those of different attempts together.
     */
    public Mono<Void> want(Collection<Asked> all, Instant now) {
        List<List<Asked>> waves = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Asked each : all) {
            int wave = seen.merge(each.wanted().attempt(), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(each);
        }
        return Flux.fromIterable(waves).concatMap(wave -> wantAtOnce(wave, now)).then();
    }

    private Mono<Void> wantAtOnce(List<Asked> wave, Instant now) {
        return database.sql(
                        """
                        insert into wallets_refund (tenant_id, refund, attempt, amount_minor,
                               reason, state, wanted_at)
                        select a.tenant_id, w.refund, a.attempt, w.amount, w.reason,
                               case when a.state = 'paid' and a.paid_minor >= w.amount
                                         + coalesce((select sum(r.amount_minor)
                                                       from wallets_refund r
                                                      where r.attempt = a.attempt
                                                        and r.state not in ('failed', 'void')), 0)
                                    then 'refunding' else 'failed' end, :now
                          from unnest(:refunds, :attempts, :amounts, :reasons, :counters)
                               as w (refund, attempt, amount, reason, counter_id)
                          join wallets_attempt a
                            on a.attempt = w.attempt and a.counter_id = w.counter_id
                        on conflict (refund) do nothing
                        """)
                .bind("refunds", AttemptStore.words(wave, w -> w.wanted().refund()))
                .bind("attempts", AttemptStore.words(wave, w -> w.wanted().attempt()))
                .bind(
                        "amounts",
                        wave.stream().map(w -> w.wanted().amountMinor()).toArray(Long[]::new))
                .bind("reasons", AttemptStore.words(wave, w -> w.wanted().reason()))
                .bind("counters", AttemptStore.words(wave, Asked::counter))
                .bind("now", now)
                .then();
    }

    /**
     * A refund and who has to make it.
     *
     * @param again whether it is to be ordered though the wallet says that it failed
     */
    public record Owed(WalletGateway.Refund refund, WalletKind wallet, boolean again) {}

    /** The refunds that are under way, oldest first. */
    public Flux<Owed> refunding() {
        return database.sql(
                        """
                        select r.*, a.paid_minor as total_minor, a.currency, a.wallet
                          from wallets_refund r join wallets_attempt a on a.attempt = r.attempt
                         where r.state = 'refunding'
                         order by r.wanted_at
                        """)
                .map(row ->
                        new Owed(
                                new WalletGateway.Refund(
                                        text(row, "refund"),
                                        text(row, "attempt"),
                                        number(row, "amount_minor"),
                                        number(row, "total_minor"),
                                        text(row, "currency"),
                                        text(row, "reason")),
                                WalletKind.of(text(row, "wallet")),
                                required(row, "ordered_again", Boolean.class)))
                .all();
    }

    /** Whether the wallet may be asked now: the money is owed, and the last time is a pace ago. */
    public Mono<Boolean> mayAsk(String refund, Instant now, Duration pace) {
        return database.sql(
                        """
                        update wallets_refund set asked_at = :now
                         where refund = :refund and state = 'refunding'
                           and (asked_at is null or asked_at <= :due)
                        """)
                .bind("refund", refund)
                .bind("now", now)
                .bind("due", now.minus(pace))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** It was ordered again. */
    public Mono<Void> ordered(String refund) {
        return database.sql(
                        "update wallets_refund set ordered_again = false where refund = :refund")
                .bind("refund", refund)
                .then();
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

    /** How far the refunds of a sale are. */
    public Flux<RefundPart> parts(String sale) {
        return database.sql(
                        """
                        select refund, state, amount_minor from wallets_refund
                         where attempt like :attempts order by refund
                        """)
                .bind("attempts", sale + "-%")
                .map(row ->
                        new RefundPart(
                                text(row, "refund"),
                                RefundPart.State.of(text(row, "state")),
                                number(row, "amount_minor")))
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
}
