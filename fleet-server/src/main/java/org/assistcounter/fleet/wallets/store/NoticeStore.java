package org.assistcounter.fleet.wallets.store;

import java.time.Instant;
import org.assistcounter.fleet.wallets.Notice;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps which notices of wallets were taken. */
@Repository
public class NoticeStore {

    private final DatabaseClient database;

    NoticeStore(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a notice; false when it is known. */
    public Mono<Boolean> add(Notice notice, String tenant, Instant now) {
        return database.sql(
                        """
                        insert into wallets_notice (wallet, event, tenant_id, attempt, at)
                        values (:wallet, :event, :tenant, :attempt, :now)
                        on conflict (wallet, event) do nothing
                        """)
                .bind("wallet", notice.wallet().word())
                .bind("event", notice.event())
                .bind("tenant", tenant)
                .bind("attempt", notice.attempt())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
