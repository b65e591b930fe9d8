package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Invitations;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Sessions;
import org.assistcounter.fleet.operators.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A browser of somebody whose organisation has a provider, and what is prepared for them. */
final class ProviderVisitor {
    static final String PASSWORD = "correct horse battery";
    private static final Pattern ONWARDS = Pattern.compile("content=\"0; url=([^\"]+)\"");
    private static final String SESSION = "assistcounter_session";

    private final RunningServer.Parts server;
    private final CookieBrowser browser;
    private final String tenant;

    ProviderVisitor(RunningServer.Parts server, String tenant) {
        this.server = server;
        this.browser = new CookieBrowser(server);
        this.tenant = tenant;
        server.bean(Tenants.class).addIfMissing(tenant, tenant, tenant).block();
    }

    CookieBrowser browser() {
        return browser;
    }

    static String back(RunningServer.Parts server, String tenant) {
        return server.origin() + "/sign-in/organisation/" + tenant + "/back";
    }

    /** The platform says which provider the organisation has; the page that comes back. */
    String sets(String issuer, String secret) {
        return PersonsBrowser.of(server, "pv-platform", Role.PLATFORM)
                .answered(
                        "/tenants/" + tenant + "/provider",
                        Map.of("issuer", issuer, "client", RealProvider.CLIENT, "secret", secret));
    }

    Operator person(String login, @Nullable String password) {
        return person(login, password, Role.AUDITOR);
    }

    Operator person(String login, @Nullable String password, Role role) {
        var person = new People.Newcomer(tenant, login, login, Set.of(role), password);
        server.bean(People.class).addIfMissing(UUID.randomUUID(), person).block();
        return find(login);
    }

    Operator find(String login) {
        return server.bean(People.class).find(login).blockOptional().orElseThrow();
    }

    String invitation(Operator person) {
        return Invitations.address(
                server.bean(Invitations.class).make(person).blockOptional().orElseThrow());
    }

    /** From the sign-in page on; where the provider's page is. */
    String goes() {
        return onwards(
                browser.posts("/sign-in", "/sign-in/organisation", Map.of("organisation", tenant)));
    }

    /** The address that a page of ours leads on to by itself. */
    static String onwards(CookieBrowser.Answer page) {
        Matcher found = ONWARDS.matcher(page.text());
        assertThat(found.find()).as("%s", page).isTrue();
        return HtmlUtils.htmlUnescape(found.group(1));
    }

    /** Takes an invitation by an account there; what comes of it. */
    CookieBrowser.Answer comesByInvitation(RealProvider provider, String link, String login) {
        var going = browser.posts(link, link + "/organisation", Map.of());
        return comesBack(provider.signsIn(login, onwards(going)));
    }

    /** With an app for codes that is set up at the first time. */
    AuthenticatorApp signsInByPassword(String login) {
        browser.posts("/sign-in", "/sign-in", Map.of("login", login, "password", PASSWORD));
        String page = "/sign-in/second-factor";
        var app = AuthenticatorApp.scan(browser.get(page).text());
        browser.posts(page, page, Map.of("code", app.code(0)));
        assertThat(whose()).isEqualTo(login);
        return app;
    }

    /** What the audit of the organisation says of somebody or something. */
    List<String> actions(String about) {
        return server.bean(Audit.class)
                .newest(tenant, Long.MAX_VALUE, about, 100)
                .map(line -> line.deed().action())
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    /** Follows the provider back. */
    CookieBrowser.Answer comesBack(String address) {
        URI uri = URI.create(address);
        return browser.get(uri.getRawPath() + "?" + uri.getRawQuery());
    }

    String whose() {
        return server.bean(Sessions.class)
                .use(browser.cookies().getOrDefault(SESSION, ""))
                .map(Operator::login)
                .blockOptional()
                .orElse("");
    }
}
