package org.assistcounter.fleet.wallets.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import java.util.Collection;
import org.assistcounter.fleet.wallets.Attempt;
import org.assistcounter.fleet.wallets.SilentGrant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the payments of counters that fell silent. */
@Repository
public class GrantStore {

    private final DatabaseClient database;

    GrantStore(DatabaseClient database) {
        this.database = database;
    }

    /** Attempts ordered before a moment of which no journal has told and which have no case. */
    public Flux<Attempt> unheard(Instant before) {
        return database.sql(
                        """
                        select a.* from wallets_attempt a
                         where a.ended is null and a.state in ('waiting', 'paid')
                           and a.ordered_at < :before
                           and not exists (select 1 from wallets_silent_grant g
                                            where g.attempt = a.attempt)
                         order by a.ordered_at
                        """)
                .bind("before", before)
                .map(AttemptStore::attempt)
                .all();
    }

    /** Opens a case unless a journal has told meanwhile; false then, or when there is one. */
    public Mono<Boolean> open(Attempt attempt, Instant now) {
        return database.sql(
                        """
                        insert into wallets_silent_grant (attempt, tenant_id, counter_id,
                               amount_minor, currency, opened_at)
                        select attempt, tenant_id, counter_id, paid_minor, currency, :now
                          from wallets_attempt
                         where attempt = :attempt and state = 'paid' and ended is null
                           for update
                        on conflict (attempt) do nothing
                        """)
                .bind("attempt", attempt.attempt())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Closes the cases of these attempts that are open, and names them. */
    public Flux<Attempt> close(Collection<AttemptStore.Ended> told, Instant now) {
        return database.sql(
                        """
                        with closed as (
                            update wallets_silent_grant g set closed_at = :now
                              from unnest(:attempts, :counters) as e (attempt, counter_id)
                             where g.attempt = e.attempt and g.counter_id = e.counter_id
                               and g.closed_at is null
                            returning g.attempt)
                        select a.* from wallets_attempt a join closed c on c.attempt = a.attempt
                        """)
                .bind("attempts", AttemptStore.words(told, AttemptStore.Ended::attempt))
                .bind("counters", AttemptStore.words(told, AttemptStore.Ended::counter))
                .bind("now", now)
                .map(AttemptStore::attempt)
                .all();
    }

    /** The open cases of a tenant, oldest first. */
    public Flux<SilentGrant> open(String tenant) {
        return database.sql(
                        """
                        select a.*, g.opened_at, g.owner
                          from wallets_silent_grant g
                          join wallets_attempt a on a.attempt = g.attempt
                         where g.tenant_id = :tenant and g.closed_at is null
                         order by g.opened_at
                        """)
                .bind("tenant", tenant)
                .map(row -> {
                    Attempt attempt = AttemptStore.attempt(row);
                    return new SilentGrant(
                            attempt.owner().counter(),
                            attempt.sale(),
                            number(row, "paid_minor"),
                            moment(row, "opened_at"),
                            text(row, "owner"));
                })
                .all();
    }
}
