package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Tenants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;

/** Whether anybody is there who can come in, which a server asks itself when it starts. */
@ExtendWith(RunningServer.class)
class WaysInTest {
    private static final RunningServer.Parts SERVER = RunningServer.parts();
    private static final UUID PERSON = UUID.nameUUIDFromBytes(new byte[] {29});
    private static final String ALONE =
            "update people set is_disabled = person_id <> '%s'".formatted(PERSON);
    private static final String PASSWORD = "update people set password_hash = 'a hash'";
    private static final String PASSKEY =
            """
            insert into passkeys (credential_id, person_id, tenant_id, name, attested, count,
                                  may_be_copied, is_copied, made_at)
            values (decode(repeat('29', 16), 'hex'), '%s', 'wi-coop', 'phone', '', 0, false, false,
                    now())
            """
                    .formatted(PERSON);
    private static final String PROVIDER =
            """
            insert into providers (tenant_id, issuer, client_id, client_secret, set_at)
            values ('wi-coop', 'https://one.example.org', 'we', '', now())
            """;
    private static final String ACCOUNT =
            """
            insert into provider_accounts (person_id, tenant_id, issuer, subject, bound_at)
            values ('%s', 'wi-coop', 'https://one.example.org', 'somebody', now())
            """
                    .formatted(PERSON);
    private static final String FORBIDDEN = "update providers set forbids_passwords = true";

    @BeforeAll
    static void hasSomebody() {
        SERVER.bean(Tenants.class).addIfMissing("wi-coop", "wi-coop", "wi-coop").block();
        var person =
                new People.Newcomer("wi-coop", "wi-alone", "wi-alone", Set.of(Role.AUDITOR), null);
        SERVER.bean(People.class).addIfMissing(PERSON, person).block();
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                way("nothing", false),
                way("a password", true, PASSWORD),
                way("a passkey only", true, PASSKEY),
                way(
                        "a passkey that is there twice",
                        false,
                        PASSKEY,
                        "update passkeys set doubted_at = now()"),
                way("an account at the provider only", true, PROVIDER, ACCOUNT),
                way("an account at a provider that has gone", false, ACCOUNT),
                way(
                        "an account at a provider before this one",
                        false,
                        PROVIDER,
                        ACCOUNT,
                        "update providers set issuer = 'https://two.example.org'"),
                way("a password that is forbidden", false, PASSWORD, PROVIDER, FORBIDDEN),
                way("an account besides", true, PASSWORD, PROVIDER, FORBIDDEN, ACCOUNT),
                way("a passkey besides", true, PASSWORD, PROVIDER, FORBIDDEN, PASSKEY),
                way(
                        "a passkey of who is kept out",
                        false,
                        PASSKEY,
                        "update people set is_disabled = true"),
                way(
                        "a passkey where all is closed",
                        false,
                        PASSKEY,
                        "update tenants set is_closed = true"));
    }

    private static Arguments way(String what, boolean isThere, String... sql) {
        return Arguments.arguments(what, isThere, List.of(sql));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void findsWhoCanComeIn(String what, boolean isThere, List<String> sql) {
        assertThat(isAnybodyThere(sql)).as(what).isEqualTo(isThere);
    }

    /** As if nobody else were there; all of it is taken back. */
    private static boolean isAnybodyThere(List<String> sql) {
        var all = new ArrayList<>(List.of(ALONE, "delete from invitations"));
        all.addAll(sql);
        var database = SERVER.bean(DatabaseClient.class);
        return SERVER.bean(TransactionalOperator.class)
                .execute(transaction -> {
                    transaction.setRollbackOnly();
                    return Flux.fromIterable(all)
                            .concatMap(each -> database.sql(each).then())
                            .then(SERVER.bean(People.class).isAnybodyThere());
                })
                .single()
                .blockOptional()
                .orElseThrow();
    }
}
