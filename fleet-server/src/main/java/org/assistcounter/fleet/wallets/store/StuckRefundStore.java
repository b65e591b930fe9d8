package org.assistcounter.fleet.wallets.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.assistcounter.fleet.wallets.Attempt;
import org.assistcounter.fleet.wallets.FailedRefund;
import org.assistcounter.fleet.wallets.StuckRefund;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps how refunds end that no wallet makes. Only what failed can end so. */
@Repository
public class StuckRefundStore {

    private static final String STUCK =
            """
            select a.*, r.refund, r.state as refund_state, r.amount_minor as owed_minor,
                   r.wanted_at, r.owner, r.reason, r.reference, r.ended_by
              from wallets_refund r join wallets_attempt a on a.attempt = r.attempt
            """;

    private final DatabaseClient database;

    StuckRefundStore(DatabaseClient database) {
        this.database = database;
    }

    /** The refunds of a tenant that failed or were wanted before a moment, oldest first. */
    public Flux<FailedRefund> stuck(String tenant, Instant before) {
        return database.sql(
                        STUCK
                                + """
                                 where a.tenant_id = :tenant
                                   and (r.state = 'failed'
                                        or (r.state = 'refunding' and r.wanted_at < :before))
                                 order by r.wanted_at
                                """)
                .bind("tenant", tenant)
                .bind("before", before)
                .map(StuckRefundStore::failed)
                .all();
    }

    /** A refund of a tenant with its attempt; empty when it has none of this number. */
    public Mono<StuckRefund> find(String tenant, String refund) {
        return database.sql(STUCK + " where a.tenant_id = :tenant and r.refund = :refund")
                .bind("tenant", tenant)
                .bind("refund", refund)
                .map(row -> {
                    String reference = row.get("reference", String.class);
                    String by = row.get("ended_by", String.class);
                    return new StuckRefund(
                            failed(row),
                            AttemptStore.attempt(row),
                            text(row, "refund_state"),
                            text(row, "reason"),
                            reference == null || by == null
                                    ? null
                                    : new StuckRefund.End(reference, by));
                })
                .one();
    }

    /** Has the wallet asked again, unless it was never paid that much; false then. */
    public Mono<Boolean> askAgain(String refund) {
        return database.sql(
                        """
                        update wallets_refund f
                           set state = 'refunding', settled_at = null, ordered_again = true
                         where f.refund = :refund and f.state = 'failed'
                           and exists (select 1 from wallets_attempt a
                                        where a.attempt = f.attempt and a.state = 'paid'
                                          and a.paid_minor >= f.amount_minor
                                              + coalesce((select sum(r.amount_minor)
                                                            from wallets_refund r
                                                           where r.attempt = a.attempt
                                                             and r.state <> 'failed'
                                                             and r.state <> 'void'), 0))
                        """)
                .bind("refund", refund)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Whether the same transfer was given for another refund. */
    public Mono<Boolean> isUsed(String tenant, String reference) {
        return database.sql(
                        """
                        select exists (select 1 from wallets_refund
                                        where tenant_id = :tenant and state = 'sent'
                                          and reference = :reference) as used
                        """)
                .bind("tenant", tenant)
                .bind("reference", reference)
                .map(row -> required(row, "used", Boolean.class))
                .one();
    }

    /** Ends a refund that failed; false when it is not failed any more. */
    public Mono<Boolean> end(String refund, String state, StuckRefund.End end, Instant now) {
        return database.sql(
                        """
                        update wallets_refund
                           set state = :state, reference = :reference, ended_by = :by,
                               settled_at = :now
                         where refund = :refund and state = 'failed'
                        """)
                .bind("refund", refund)
                .bind("state", state)
                .bind("reference", end.reference())
                .bind("by", end.by())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static FailedRefund failed(Readable row) {
        Attempt attempt = AttemptStore.attempt(row);
        return new FailedRefund(
                text(row, "refund"),
                attempt.owner().counter(),
                attempt.sale(),
                number(row, "owed_minor"),
                moment(row, "wanted_at"),
                text(row, "owner"),
                text(row, "refund_state").equals("failed"));
    }
}
