package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.PasswordRule;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps who forbids passwords, in the table `providers`. */
@Repository
public class PasswordRuleStore {

    private final DatabaseClient database;

    PasswordRuleStore(DatabaseClient database) {
        this.database = database;
    }

    /** Whether an organisation forbids them. */
    public Mono<Boolean> isForbidden(String tenant) {
        return database.sql(
                        """
                        select exists (select from providers
                                        where tenant_id = :tenant and forbids_passwords) as x
                        """)
                .bind("tenant", tenant)
                .map(row -> required(row, "x", Boolean.class))
                .one();
    }

    /** One after another changes what holds in an organisation. */
    public Mono<Void> lock(String tenant) {
        return database.sql("select 1 from providers where tenant_id = :tenant for no key update")
                .bind("tenant", tenant)
                .then();
    }

    /**
     * What holds in somebody's organisation; empty where it has no provider.
     *
     * @param session the hash of the token by which they are here
     */
    public Mono<PasswordRule.Rule> of(Operator person, String session) {
        return database.sql(
                        """
                        select v.issuer, v.forbids_passwords,
                               exists (select from sessions s
                                         join provider_accounts a on a.person_id = s.person_id
                                        where s.token_hash = decode(:session, 'hex')
                                          and s.person_id = :person
                                          and s.way = 'organisation'
                                          and a.tenant_id = v.tenant_id
                                          and a.issuer = v.issuer) as has_come_by_it
                          from providers v
                         where v.tenant_id = :tenant
                        """)
                .bind("session", session)
                .bind("person", person.id())
                .bind("tenant", person.home())
                .map(row ->
                        new PasswordRule.Rule(
                                text(row, "issuer"),
                                required(row, "forbids_passwords", Boolean.class),
                                required(row, "has_come_by_it", Boolean.class)))
                .one();
    }

    /** Forbids or allows them; whether that changed anything. */
    public Mono<Boolean> set(String tenant, boolean areForbidden) {
        return database.sql(
                        """
                        update providers set forbids_passwords = :forbidden
                         where tenant_id = :tenant and forbids_passwords <> :forbidden
                        """)
                .bind("tenant", tenant)
                .bind("forbidden", areForbidden)
                .fetch()
                .rowsUpdated()
                .map(changed -> changed == 1);
    }
}
