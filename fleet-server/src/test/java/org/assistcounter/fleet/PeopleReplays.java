package org.assistcounter.fleet;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assistcounter.fleet.operators.ApiTokens;
import org.assistcounter.fleet.operators.Invitations;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.TenantKind;
import org.jspecify.annotations.Nullable;

/** Deeds about people, organisations, tokens and sign-ins. */
final class PeopleReplays {
    private static final String PASSWORD = "correct horse battery";
    private static final String CODE_PAGE = "/sign-in/code";
    private static final String SETUP_PAGE = "/sign-in/second-factor";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RunningServer.Parts server;
    private final PersonsBrowser keeper;
    private final PersonsBrowser platform;

    PeopleReplays(RunningServer.Parts server) {
        this.server = server;
        this.keeper = PersonsBrowser.of(server, "er-keeper", Role.ADMINISTRATOR);
        this.platform = PersonsBrowser.of(server, "er-platform", Role.PLATFORM);
    }

    Map<String, Supplier<Replay>> all() {
        return Map.ofEntries(
                Map.entry("person-invited", this::personInvited),
                Map.entry("person-linked", this::personLinked),
                Map.entry("person-disabled", this::personDisabled),
                Map.entry("person-enabled", this::personEnabled),
                Map.entry("roles-given", this::rolesGiven),
                Map.entry("token-made", this::tokenMade),
                Map.entry("token-ended", this::tokenEnded),
                Map.entry("tenant-added", this::tenantAdded),
                Map.entry("tenant-closed", this::tenantClosed),
                Map.entry("tenant-reopened", this::tenantReopened),
                Map.entry("invitation-accepted", this::invitationAccepted),
                Map.entry("second-factor-set-up", this::secondFactorSetUp),
                Map.entry("code-shown", this::codeShown));
    }

    private Replay personInvited() {
        String login = name();
        return Replay.audited(
                keeper.form("/people", Map.of("login", login, "name", login, "role.FINANCE", "on")),
                "person-invited",
                login,
                "select count(*) from people where login = '" + login + "'",
                invitations(login));
    }

    /** Of several links the last is good. */
    private Replay personLinked() {
        Operator person = person(null);
        return Replay.of(
                keeper.form("/people/" + person.id() + "/link", Map.of()),
                invitations(person.login()));
    }

    private Replay personDisabled() {
        Operator person = person(null);
        return Replay.audited(
                keeper.form("/people/" + person.id() + "/disable", Map.of()),
                "person-disabled",
                person.login());
    }

    private Replay personEnabled() {
        Operator person = person(null);
        keeper.posts("/people/" + person.id() + "/disable", Map.of());
        return Replay.audited(
                keeper.form("/people/" + person.id() + "/enable", Map.of()),
                "person-enabled",
                person.login());
    }

    private Replay rolesGiven() {
        Operator person = person(null);
        return Replay.audited(
                keeper.form("/people/" + person.id() + "/roles", Map.of("role.FINANCE", "on")),
                "person-roles",
                person.login());
    }

    private Replay tokenMade() {
        Operator person = person(null);
        return Replay.of(
                new PersonsBrowser(server, person)
                        .form(
                                "/account/tokens",
                                Map.of(
                                        "name", "books",
                                        "days", "30",
                                        "scope.SEE_FLEET", "on")),
                "select count(*) from api_tokens where person_id = '" + person.id() + "'",
                "select count(*) from audit where action = 'token-made' and person_id = '"
                        + person.id()
                        + "'");
    }

    private Replay tokenEnded() {
        Operator person = person(null);
        var tokens = server.bean(ApiTokens.class);
        tokens.make(person, new ApiTokens.Wish("books", Set.of(May.SEE_FLEET), 1)).block();
        UUID id = tokens.of(person).next().blockOptional().orElseThrow().id();
        return Replay.audited(
                new PersonsBrowser(server, person).form("/account/tokens/" + id + "/end", Map.of()),
                "token-ended",
                id.toString());
    }

    private Replay tenantAdded() {
        String id = name();
        return Replay.audited(
                platform.form(
                        "/tenants",
                        Map.of(
                                "id", id,
                                "kind", "supplier",
                                "zh", id,
                                "en", id,
                                "division", "610429",
                                "login", id + ".first",
                                "name", id)),
                "tenant-added",
                id,
                "select count(*) from people where tenant_id = '" + id + "'");
    }

    private Replay tenantClosed() {
        String id = tenant();
        return Replay.audited(
                platform.form("/tenants/" + id + "/close", Map.of()), "tenant-closed", id);
    }

    private Replay tenantReopened() {
        String id = tenant();
        platform.posts("/tenants/" + id + "/close", Map.of());
        return Replay.audited(
                platform.form("/tenants/" + id + "/reopen", Map.of()), "tenant-reopened", id);
    }

    private Replay invitationAccepted() {
        Operator person = person(null);
        String link =
                Invitations.address(
                        server.bean(Invitations.class).make(person).blockOptional().orElseThrow());
        return Replay.audited(
                new CookieBrowser(server).form(link, link, Map.of("password", PASSWORD)),
                "invitation-accepted",
                person.login(),
                "select count(*) from sign_ins where person_id = '" + person.id() + "'");
    }

    private Replay secondFactorSetUp() {
        Operator person = person(PASSWORD);
        CookieBrowser browser = halfWay(person);
        var app = AuthenticatorApp.scan(browser.get(SETUP_PAGE).text());
        return signedIn(person, browser.form(SETUP_PAGE, SETUP_PAGE, Map.of("code", app.code(0))));
    }

    private Replay codeShown() {
        Operator person = person(PASSWORD);
        CookieBrowser browser = halfWay(person);
        var app = AuthenticatorApp.scan(browser.get(SETUP_PAGE).text());
        browser.posts(SETUP_PAGE, SETUP_PAGE, Map.of("code", app.code(0)));
        CookieBrowser again = halfWay(person);
        return signedIn(person, again.form(CODE_PAGE, CODE_PAGE, Map.of("code", app.code(1))));
    }

    private static Replay signedIn(Operator person, Supplier<CookieBrowser.Answer> sending) {
        return Replay.audited(
                sending,
                "sign-in",
                person.login(),
                "select count(*) from sessions where person_id = '" + person.id() + "'");
    }

    private CookieBrowser halfWay(Operator person) {
        var browser = new CookieBrowser(server);
        browser.posts(
                "/sign-in", "/sign-in", Map.of("login", person.login(), "password", PASSWORD));
        return browser;
    }

    private Operator person(@Nullable String password) {
        String login = name();
        People people = server.bean(People.class);
        people.addIfMissing(
                        UUID.randomUUID(),
                        new People.Newcomer(
                                "demonstration", login, login, Set.of(Role.AUDITOR), password))
                .block();
        return people.find(login).blockOptional().orElseThrow();
    }

    private String tenant() {
        String id = name();
        new RegistryPeople(server).person(id + "-p", id, TenantKind.OPERATOR, "", Role.AUDITOR);
        return id;
    }

    private static String invitations(String login) {
        return "select count(*) from invitations i join people p on p.person_id = i.person_id"
                + " where p.login = '"
                + login
                + "'";
    }

    private static String name() {
        return "er-" + NUMBER.incrementAndGet();
    }
}
