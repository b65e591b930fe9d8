package org.assistcounter.fleet.operators.store;

import static org.assistcounter.fleet.database.Columns.id;
import static org.assistcounter.fleet.database.Columns.number;
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
import org.assistcounter.fleet.operators.Person;
import org.assistcounter.fleet.operators.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps people in the tables `people` and `person_roles`. */
@Repository
public class PersonStore {

    private static final String PEOPLE =
            """
            select p.person_id, p.tenant_id, p.login, p.name, p.is_disabled,
                   p.signed_in_at, f.secret is not null as has_factor,
                   i.ends_at as invited_until,
                   array(select r.role from person_roles r
                          where r.person_id = p.person_id order by r.role) as roles
              from people p
              left join second_factors f on f.person_id = p.person_id
              left join invitations i on i.person_id = p.person_id and i.ends_at > :now
             where p.tenant_id = :tenant
            """;

    private final DatabaseClient database;

    PersonStore(DatabaseClient database) {
        this.database = database;
    }

    /** A password hash, or none. */
    public record Hash(@Nullable String value) {}

    /**
     * A person and what a password is compared with.
     *
     * @param passwordHash empty without a password
     * @param credentials rises when all that the person has here ends
     */
    public record Known(Operator operator, String passwordHash, long credentials) {

        /** Stands for a login that nobody has. */
        public static final Known NOBODY =
                new Known(new Operator(new UUID(0, 0), "", "", "", Set.of(), false), "", 0);
    }

    /** Adds a person unless the login is taken; whether they were added. */
    public Mono<Boolean> addIfMissing(UUID id, People.Newcomer person, Hash hash, Instant now) {
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
                .flatMap(added ->
                        added == 1
                                ? addRoles(id, person.tenant(), person.roles()).thenReturn(true)
                                : Mono.just(false));
    }

    /** The person of a login, unless disabled. */
    public Mono<Known> find(String login) {
        return database.sql(
                        """
                        select o.*, coalesce(p.password_hash, '') as password_hash
                          from operators o join people p on p.person_id = o.person_id
                         where o.login = :login
                        """)
                .bind("login", login)
                .map(row ->
                        new Known(
                                operator(row),
                                text(row, "password_hash"),
                                number(row, "credentials")))
                .one();
    }

    /** Whose login this is, disabled or not. */
    public Mono<UUID> idOf(String login) {
        return database.sql("select person_id from people where login = :login")
                .bind("login", login)
                .map(row -> id(row, "person_id"))
                .one();
    }

    /** The people of a tenant who are not disabled, by name. */
    public Flux<Operator> of(String tenant) {
        return database.sql(
                        "select * from operators where tenant_id = :tenant order by name, login")
                .bind("tenant", tenant)
                .map(PersonStore::operator)
                .all();
    }

    /** All people of a tenant, those who may sign in first, by name. */
    public Flux<Person> list(String tenant, Instant now) {
        return database.sql(PEOPLE + " order by p.is_disabled, p.name, p.login")
                .bind("tenant", tenant)
                .bind("now", now)
                .map(PersonStore::person)
                .all();
    }

    /** One of them. */
    public Mono<Person> find(String tenant, UUID id, Instant now) {
        return database.sql(PEOPLE + " and p.person_id = :id")
                .bind("tenant", tenant)
                .bind("now", now)
                .bind("id", id)
                .map(PersonStore::person)
                .one();
    }

    /** Whether somebody who is not disabled can come in, or may choose a password. */
    public Mono<Boolean> isAnybodyThere(Instant now) {
        return database.sql(
                        """
                        select exists (select from operators o
                                         join people p on p.person_id = o.person_id
                                        where p.person_id in (table password_people)
                                           or exists (select from passkeys k
                                                       where k.person_id = p.person_id
                                                         and k.doubted_at is null)
                                           or exists (select from provider_accounts a
                                                        join providers v
                                                          on v.tenant_id = a.tenant_id
                                                         and v.issuer = a.issuer
                                                       where a.person_id = p.person_id)
                                           or exists (select from invitations i
                                                       where i.person_id = p.person_id
                                                         and i.ends_at > :now)) as x
                        """)
                .bind("now", now)
                .map(row -> required(row, "x", Boolean.class))
                .one();
    }

    /** Disables a person or lets them in again. */
    public Mono<Void> setDisabled(UUID id, boolean isDisabled) {
        return database.sql("update people set is_disabled = :disabled where person_id = :id")
                .bind("id", id)
                .bind("disabled", isDisabled)
                .then();
    }

    /** Another password for a person. */
    public Mono<Void> setPassword(UUID id, String hash) {
        return database.sql("update people set password_hash = :hash where person_id = :id")
                .bind("id", id)
                .bind("hash", hash)
                .then();
    }

    /** No password for a person any more. */
    public Mono<Void> forgetPassword(UUID id) {
        return database.sql("update people set password_hash = null where person_id = :id")
                .bind("id", id)
                .then();
    }

    /** Forgets by what else than a password a person comes in. */
    public Mono<Void> forgetOtherWays(UUID id) {
        return database.sql(
                        """
                        with others as (delete from passkeys where person_id = :id)
                        delete from provider_accounts where person_id = :id
                        """)
                .bind("id", id)
                .then();
    }

    /** The same password hashed in another way, unless it is another password by now. */
    public Mono<Void> renewHash(Known known, String hash) {
        return database.sql(
                        """
                        update people set password_hash = :hash
                         where person_id = :id and password_hash = :before
                        """)
                .bind("id", known.operator().id())
                .bind("hash", hash)
                .bind("before", known.passwordHash())
                .then();
    }

    /** Notes when a person signed in. */
    public Mono<Void> markSignedIn(UUID id, Instant now) {
        return database.sql("update people set signed_in_at = :now where person_id = :id")
                .bind("id", id)
                .bind("now", now)
                .then();
    }

    /** Another set of roles for a person. */
    public Mono<Void> setRoles(Operator person, Set<Role> roles) {
        return database.sql("delete from person_roles where person_id = :id")
                .bind("id", person.id())
                .then()
                .then(addRoles(person.id(), person.tenant(), roles));
    }

    /** One after another decides about the people of a tenant. */
    public Mono<Void> lock(String tenant) {
        return database.sql("select 1 from tenants where tenant_id = :tenant for no key update")
                .bind("tenant", tenant)
                .then();
    }

    /**
     * Ends sessions, sign-ins half way, tokens and the invitation of a person, and what is begun
     * meanwhile by what was good before.
     */
    public Mono<Void> endEverythingOf(UUID id) {
        return database.sql(
                        """
                        with other_credentials as (update people set credentials = credentials + 1
                                                    where person_id = :id),
                             sessions_ended as (delete from sessions where person_id = :id),
                             sign_ins_ended as (delete from sign_ins where person_id = :id),
                             visits_ended as (delete from provider_visits where person_id = :id),
                             tokens_ended as (delete from api_tokens where person_id = :id)
                        delete from invitations where person_id = :id
                        """)
                .bind("id", id)
                .then();
    }

    /** Forgets the second factor of a person, who sets up another at the next sign-in. */
    public Mono<Void> forgetSecondFactor(UUID id) {
        return database.sql("delete from second_factors where person_id = :id")
                .bind("id", id)
                .then();
    }

    private Mono<Void> addRoles(UUID id, String tenant, Set<Role> roles) {
        return database.sql(
                        """
                        insert into person_roles (person_id, tenant_id, role)
                        select :person, :tenant, unnest(:roles)
                        """)
                .bind("person", id)
                .bind("tenant", tenant)
                .bind("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .then();
    }

    private static Person person(Readable row) {
        return new Person(
                operator(row),
                required(row, "is_disabled", Boolean.class),
                required(row, "has_factor", Boolean.class),
                row.get("invited_until", Instant.class),
                row.get("signed_in_at", Instant.class));
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
