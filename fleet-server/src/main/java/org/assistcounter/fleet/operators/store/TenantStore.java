package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.assistcounter.fleet.operators.Tenant;
import org.assistcounter.fleet.operators.TenantKind;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps organisations in the table `tenants`. */
@Repository
public class TenantStore {
    private static final String TENANTS =
            """
            select t.tenant_id, t.kind, t.name_zh, t.name_en, t.division_code, t.is_closed,
                   (select count(*) from people p
                     where p.tenant_id = t.tenant_id and not p.is_disabled) as people
              from tenants t
            """;

    private final DatabaseClient database;

    TenantStore(DatabaseClient database) {
        this.database = database;
    }

    /** Adds one unless the id is taken; whether it was added. */
    public Mono<Boolean> addIfMissing(Tenant tenant, Instant now) {
        return database.sql(
                        """
                        insert into tenants (tenant_id, kind, name_zh, name_en, division_code,
                                             created_at)
                        values (:id, :kind, :zh, :en, :division, :now)
                        on conflict (tenant_id) do nothing
                        """)
                .bind("id", tenant.id())
                .bind("kind", tenant.kind().word())
                .bind("zh", tenant.names().zh())
                .bind("en", tenant.names().en())
                .bind("division", tenant.division())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(added -> added == 1);
    }

    /** One of them. */
    public Mono<Tenant> find(String id) {
        return database.sql(TENANTS + " where t.tenant_id = :id")
                .bind("id", id)
                .map(TenantStore::tenant)
                .one();
    }

    /** All, by kind and id. */
    public Flux<Tenant> all() {
        return database.sql(TENANTS + " order by t.is_closed, t.kind, t.tenant_id")
                .map(TenantStore::tenant)
                .all();
    }

    /** Closes one or opens it again; whether that changed anything. */
    public Mono<Boolean> setClosed(String id, boolean isClosed) {
        return database.sql(
                        """
                        update tenants set is_closed = :closed
                         where tenant_id = :id and is_closed <> :closed
                        """)
                .bind("id", id)
                .bind("closed", isClosed)
                .fetch()
                .rowsUpdated()
                .map(changed -> changed == 1);
    }

    private static Tenant tenant(Readable row) {
        return new Tenant(
                text(row, "tenant_id"),
                TenantKind.of(text(row, "kind")),
                new Tenant.Names(text(row, "name_zh"), text(row, "name_en")),
                text(row, "division_code"),
                required(row, "is_closed", Boolean.class),
                number(row, "people"));
    }
}
