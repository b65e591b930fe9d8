package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.assistcounter.fleet.operators.provider.Errand;
import org.assistcounter.fleet.operators.provider.Provider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps who was sent to a provider in the table `provider_visits`, by the hash of their token. */
@Repository
public class ProviderVisitStore {

    private final DatabaseClient database;

    ProviderVisitStore(DatabaseClient database) {
        this.database = database;
    }

    /** What somebody was sent for, and to where. */
    public record Visit(Errand errand, String issuer, String clientId) {}

    /** Adds one, and removes those that have ended. */
    public Mono<Void> add(String hash, Provider provider, Errand errand, Instant now, Instant end) {
        UUID person = errand instanceof Errand.Bind bind ? bind.person() : null;
        String invitation = errand instanceof Errand.Accept accept ? accept.invitation() : null;
        return database.sql(
                        """
                        with ended as (delete from provider_visits where ends_at < :now)
                        insert into provider_visits (token_hash, tenant_id, issuer, client_id,
                                                     person_id, credentials, invitation,
                                                     started_at, ends_at)
                        values (decode(:hash, 'hex'), :tenant, :issuer, :client, :person,
                                (select credentials from people where person_id = :person),
                                decode(:invitation, 'hex'), :now, :end)
                        """)
                .bind("hash", hash)
                .bind("tenant", provider.tenant())
                .bind("issuer", provider.issuer())
                .bind("client", provider.clientId())
                .bind("person", person == null ? Parameters.in(UUID.class) : Parameters.in(person))
                .bind("invitation", Parameters.in(R2dbcType.VARCHAR, invitation))
                .bind("now", now)
                .bind("end", end)
                .then();
    }

    /** Ends one and says what it was for; of two who come at once one gets it. */
    public Mono<Visit> take(String hash, String tenant, Instant now) {
        return database.sql(
                        """
                        delete from provider_visits
                         where token_hash = decode(:hash, 'hex') and tenant_id = :tenant
                           and ends_at > :now
                        returning issuer, client_id, person_id, credentials,
                                  encode(invitation, 'hex') as invitation
                        """)
                .bind("hash", hash)
                .bind("tenant", tenant)
                .bind("now", now)
                .map(row -> new Visit(errand(row), text(row, "issuer"), text(row, "client_id")))
                .one();
    }

    private static Errand errand(Readable row) {
        UUID person = row.get("person_id", UUID.class);
        String invitation = row.get("invitation", String.class);
        if (person != null) {
            Long credentials = row.get("credentials", Long.class);
            return new Errand.Bind(person, Objects.requireNonNullElse(credentials, -1L));
        }
        return invitation == null ? new Errand.SignIn() : new Errand.Accept(invitation);
    }
}
