package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.id;
import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assistcounter.fleet.operators.ApiToken;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps tokens of programs in the table `api_tokens`, by their hash. */
@Repository
public class ApiTokenStore {

    private final DatabaseClient database;

    ApiTokenStore(DatabaseClient database) {
        this.database = database;
    }

    /** Adds one; false where the person may not sign in any more. */
    public Mono<Boolean> add(Operator person, ApiToken token, String hash, Instant now) {
        return database.sql(
                        """
                        insert into api_tokens (token_id, person_id, tenant_id, name, token_hash,
                                                scopes, credentials, made_at, ends_at)
                        select :id, p.person_id, p.tenant_id, :name, decode(:hash, 'hex'),
                               :scopes, p.credentials, :now, :end
                          from operators p
                         where p.person_id = :person
                        """)
                .bind("id", token.id())
                .bind("person", person.id())
                .bind("name", token.name())
                .bind("hash", hash)
                .bind("scopes", token.scopes().stream().map(May::name).toArray(String[]::new))
                .bind("now", now)
                .bind("end", token.endsAt())
                .fetch()
                .rowsUpdated()
                .map(added -> added == 1);
    }

    /** One after another makes tokens for a person, so that none is counted too late. */
    public Mono<Void> lock(UUID person) {
        return database.sql("select 1 from people where person_id = :person for no key update")
                .bind("person", person)
                .then();
    }

    /** How many of a person have not ended. */
    public Mono<Long> count(UUID person, Instant now) {
        return database.sql(
                        """
                        select count(*) as n from api_tokens
                         where person_id = :person and ends_at > :now
                        """)
                .bind("person", person)
                .bind("now", now)
                .map(row -> number(row, "n"))
                .one();
    }

    /** Those of a person that have not ended, the newest first. */
    public Flux<ApiToken> of(UUID person, Instant now) {
        return database.sql(
                        """
                        select token_id, name, scopes, ends_at, used_at from api_tokens
                         where person_id = :person and ends_at > :now
                         order by made_at desc
                        """)
                .bind("person", person)
                .bind("now", now)
                .map(row ->
                        new ApiToken(
                                id(row, "token_id"),
                                text(row, "name"),
                                scopes(row),
                                moment(row, "ends_at"),
                                row.get("used_at", Instant.class)))
                .all();
    }

    /** Whose it is and what it allows, and that it was used now; empty when it has ended. */
    public Mono<Operator> use(String hash, Instant now) {
        return database.sql(
                        """
                        update api_tokens t set used_at = :now
                          from operators p
                         where t.token_hash = decode(:hash, 'hex') and t.ends_at > :now
                           and p.person_id = t.person_id and p.credentials = t.credentials
                        returning p.*, t.scopes
                        """)
                .bind("hash", hash)
                .bind("now", now)
                .map(row -> PersonStore.operator(row).within(scopes(row)))
                .one();
    }

    /** Ends one of a person; whether there was one. */
    public Mono<Boolean> end(UUID person, UUID token) {
        return database.sql(
                        """
                        delete from api_tokens
                         where person_id = :person and token_id = :token
                        """)
                .bind("person", person)
                .bind("token", token)
                .fetch()
                .rowsUpdated()
                .map(ended -> ended == 1);
    }

    private static Set<May> scopes(Readable row) {
        return Arrays.stream(required(row, "scopes", String[].class))
                .map(May::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
