package org.assistcounter.fleet.operators.store;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps tenants in the table `tenants`. */
@Repository
public class TenantStore {

    private final DatabaseClient database;

    TenantStore(DatabaseClient database) {
        this.database = database;
    }

    /** Adds a tenant unless one has its id. */
    public Mono<Void> addIfMissing(String id, String zh, String en, Instant now) {
        return database.sql(
                        """
                        insert into tenants (tenant_id, name_zh, name_en, created_at)
                        values (:id, :zh, :en, :now)
                        on conflict (tenant_id) do nothing
                        """)
                .bind("id", id)
                .bind("zh", zh)
                .bind("en", en)
                .bind("now", now)
                .then();
    }
}
