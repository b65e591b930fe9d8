package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.id;
import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps people in the tables `people` and `person_roles`. */
@Repository
public class PersonStore {

    private final DatabaseClient database;

    PersonStore(DatabaseClient database) {
        this.database = database;
    }

    /** A password hash, or none. */
    public record Hash(@Nullable String value) {}

    /** A person and the hash that a password is compared with. */
    public record Known(Operator operator, @Nullable String passwordHash) {

        /** Stands for a login that nobody has. */
        public static final Known NOBODY =
                new Known(new Operator(new UUID(0, 0), "", "", "", Set.of(), false), null);
    }

    /** Adds a person unless the login is taken. */
    public Mono<Void> addIfMissing(UUID id, People.Newcomer person, Hash hash, Instant now) {
        return database.sql(
                        """
                        insert into people (person_id, tenant_id, login, name,
                                            password_hash, created_at)
                        values (:id, :tenant, :login, :name, :hash, :now)
                        on conflict (login) do nothing
                        """)
                .bind("id", id)
                .bind("tenant", person.tenant())
                .bind("login", person.login())
                .bind("name", person.name())
                .bind("hash", Parameters.in(R2dbcType.VARCHAR, hash.value()))
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .filter(added -> added == 1)
                .flatMap(added -> addRoles(id, person));
    }

    /** The person of a login, unless disabled. */
    public Mono<Known> find(String login) {
        return database.sql(
                        """
                        select person_id, tenant_id, login, name, password_hash,
                               array(select role from person_roles r
                                      where r.person_id = p.person_id) as roles
                          from people p
                         where login = :login and not is_disabled
                        """)
                .bind("login", login)
                .map(row -> new Known(operator(row), row.get("password_hash", String.class)))
                .one();
    }

    /** The people of a tenant who are not disabled, by name. */
    public Flux<Operator> of(String tenant) {
        return database.sql(
                        """
                        select person_id, tenant_id, login, name,
                               array(select role from person_roles r
                                      where r.person_id = p.person_id) as roles
                          from people p
                         where tenant_id = :tenant and not is_disabled
                         order by name, login
                        """)
                .bind("tenant", tenant)
                .map(PersonStore::operator)
                .all();
    }

    /** Whether somebody who is not disabled has a password. */
    public Mono<Boolean> isAnybodyThere() {
        return database.sql(
                        """
                        select exists (select from people
                                        where password_hash is not null and not is_disabled) as x
                        """)
                .map(row -> required(row, "x", Boolean.class))
                .one();
    }

    /** Disables a person. */
    public Mono<Void> disable(UUID id) {
        return database.sql("update people set is_disabled = true where person_id = :id")
                .bind("id", id)
                .then();
    }

    private Mono<Void> addRoles(UUID id, People.Newcomer person) {
        return Flux.fromIterable(person.roles())
                .concatMap(role -> addRole(id, person.tenant(), role))
                .then();
    }

    private Mono<Void> addRole(UUID id, String tenant, Role role) {
        return database.sql(
                        """
                        insert into person_roles (person_id, tenant_id, role)
                        values (:id, :tenant, :role)
                        """)
                .bind("id", id)
                .bind("tenant", tenant)
                .bind("role", role.name())
                .then();
    }

    static Operator operator(Readable row) {
        Set<Role> roles =
                Arrays.stream(required(row, "roles", String[].class))
                        .map(Role::valueOf)
                        .collect(Collectors.toUnmodifiableSet());
        String login = text(row, "login");
        return new Operator(
                id(row, "person_id"),
                text(row, "tenant_id"),
                login,
                text(row, "name"),
                roles,
                login.equals(Operator.DEMONSTRATION_LOGIN));
    }
}
