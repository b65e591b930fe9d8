package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import org.assistcounter.fleet.operators.provider.Provider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps where organisations have their people's accounts in the table `providers`. */
@Repository
public class ProviderStore {

    private final DatabaseClient database;

    ProviderStore(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A provider with the secret that we have there.
     *
     * @param sealed in hex
     */
    public record Kept(Provider provider, String sealed) {}

    /** That of an organisation, unless it is closed. */
    public Mono<Kept> find(String tenant) {
        return database.sql(
                        """
                        select p.*, encode(p.client_secret, 'hex') as sealed
                          from providers p join tenants t on t.tenant_id = p.tenant_id
                         where p.tenant_id = :tenant and not t.is_closed
                        """)
                .bind("tenant", tenant)
                .map(row ->
                        new Kept(
                                new Provider(
                                        text(row, "tenant_id"),
                                        text(row, "issuer"),
                                        text(row, "client_id"),
                                        text(row, "acr")),
                                text(row, "sealed")))
                .one();
    }

    /** Keeps the one of an organisation. */
    public Mono<Void> put(Kept kept, Instant now) {
        return database.sql(
                        """
                        insert into providers (tenant_id, issuer, client_id, client_secret, acr,
                                               set_at)
                        values (:tenant, :issuer, :client, decode(:secret, 'hex'), :acr, :now)
                        on conflict (tenant_id) do update
                           set issuer = excluded.issuer, client_id = excluded.client_id,
                               client_secret = excluded.client_secret, acr = excluded.acr,
                               set_at = excluded.set_at
                        """)
                .bind("tenant", kept.provider().tenant())
                .bind("issuer", kept.provider().issuer())
                .bind("client", kept.provider().clientId())
                .bind("secret", kept.sealed())
                .bind("acr", kept.provider().acr())
                .bind("now", now)
                .then();
    }

    /** Removes it; whether there was one. */
    public Mono<Boolean> remove(String tenant) {
        return database.sql("delete from providers where tenant_id = :tenant")
                .bind("tenant", tenant)
                .fetch()
                .rowsUpdated()
                .map(removed -> removed == 1);
    }
}
