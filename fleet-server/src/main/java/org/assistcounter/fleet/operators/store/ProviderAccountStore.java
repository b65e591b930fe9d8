package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import java.time.Instant;
import java.util.UUID;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.provider.BoundAccount;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps whose account at a provider somebody is in the table `provider_accounts`. */
@Repository
public class ProviderAccountStore {

    private final DatabaseClient database;

    ProviderAccountStore(DatabaseClient database) {
        this.database = database;
    }

    /** Who has that account, unless disabled; notes that it was used. */
    public Mono<People.Recognised> use(String tenant, String issuer, String subject, Instant now) {
        return database.sql(
                        """
                        update provider_accounts a set used_at = :now
                          from operators p
                         where a.tenant_id = :tenant and a.issuer = :issuer
                           and a.subject = :subject
                           and p.person_id = a.person_id and p.tenant_id = a.tenant_id
                        returning p.*
                        """)
                .bind("tenant", tenant)
                .bind("issuer", issuer)
                .bind("subject", subject)
                .bind("now", now)
                .map(row ->
                        new People.Recognised(
                                PersonStore.operator(row), number(row, "credentials")))
                .one();
    }

    /** Whose it is, disabled or not. */
    public Mono<UUID> owner(String tenant, String issuer, String subject) {
        return database.sql(
                        """
                        select person_id from provider_accounts
                         where tenant_id = :tenant and issuer = :issuer and subject = :subject
                        """)
                .bind("tenant", tenant)
                .bind("issuer", issuer)
                .bind("subject", subject)
                .map(row -> required(row, "person_id", UUID.class))
                .one();
    }

    /** Somebody who may sign in and has had nothing ended since; otherwise empty. */
    public Mono<Operator> still(UUID person, long credentials) {
        return database.sql(
                        """
                        select * from operators
                         where person_id = :person and credentials = :credentials
                        """)
                .bind("person", person)
                .bind("credentials", credentials)
                .map(PersonStore::operator)
                .one();
    }

    /** Binds an account instead of any before; false where somebody else has it. */
    public Mono<Boolean> bind(Operator person, String issuer, String subject, Instant now) {
        return database.sql(
                        """
                        insert into provider_accounts (person_id, tenant_id, issuer, subject,
                                                       bound_at)
                        select :person, :tenant, :issuer, :subject, :now
                         where not exists (select from provider_accounts a
                                            where a.tenant_id = :tenant and a.issuer = :issuer
                                              and a.subject = :subject and a.person_id <> :person)
                        on conflict (person_id) do update
                           set issuer = excluded.issuer, subject = excluded.subject,
                               bound_at = excluded.bound_at, used_at = null
                        """)
                .bind("person", person.id())
                .bind("tenant", person.home())
                .bind("issuer", issuer)
                .bind("subject", subject)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(bound -> bound == 1);
    }

    /** The account of a person, and whether they can come in besides. */
    public Mono<BoundAccount> of(UUID person) {
        return database.sql(
                        """
                        select a.issuer, a.subject, a.bound_at, a.used_at,
                               p.person_id in (table password_people)
                                 or exists (select from passkeys k
                                             where k.person_id = p.person_id
                                               and k.doubted_at is null) as has_other
                          from provider_accounts a join people p on p.person_id = a.person_id
                         where a.person_id = :person
                        """)
                .bind("person", person)
                .map(row ->
                        new BoundAccount(
                                text(row, "issuer"),
                                text(row, "subject"),
                                moment(row, "bound_at"),
                                row.get("used_at", Instant.class),
                                required(row, "has_other", Boolean.class)))
                .one();
    }

    /** Binds a person to none any more; not where that was their only way in. */
    public Mono<Boolean> release(UUID person) {
        return database.sql(
                        """
                        delete from provider_accounts a using people p
                         where a.person_id = :person and p.person_id = a.person_id
                           and (p.person_id in (table password_people)
                             or exists (select from passkeys k
                                         where k.person_id = p.person_id
                                           and k.doubted_at is null))
                        """)
                .bind("person", person)
                .fetch()
                .rowsUpdated()
                .map(released -> released == 1);
    }
}
