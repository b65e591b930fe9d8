package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assistcounter.fleet.operators.Audit;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.PeopleDesk;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Tenant;
import org.assistcounter.fleet.operators.TenantDesk;
import org.assistcounter.fleet.operators.TenantKind;
import org.assistcounter.fleet.operators.Tenants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Organisations beside each other on one server, and who sees over their walls. */
@ExtendWith(RunningServer.class)
class TenantsTest {
    private static final Pattern LINK = Pattern.compile("(/welcome/[A-Za-z0-9_-]{43})");

    private final RunningServer.Parts server = RunningServer.parts();
    private final PersonsBrowser platform = PersonsBrowser.of(server, "tt-platform", Role.PLATFORM);

    @Test
    void addsAnOrganisationWithItsFirstAdministratorOrNeither() {
        var form = form("tt-coop", "supplier", "tt-first");

        Matcher link = LINK.matcher(platform.answered("/tenants", form));

        assertThat(link.find()).isTrue();
        assertThat(new CookieBrowser(server).get(link.group(1)).text()).contains("First of it");
        assertThat(platform.page("/tenants?lang=en"))
                .contains("data-tenant=\"tt-coop\"", "Cooperative", "Supplier", "610429");
        assertThat(platform.answered("/tenants", form)).contains("代号已被使用");
        assertThat(platform.answered("/tenants", form("tt-other", "supplier", "tt-first")))
                .contains("用户名已有人使用");
        assertThat(server.bean(Tenants.class).find("tt-other").blockOptional()).isEmpty();
        assertThat(platform.answered("/tenants", form("TT", "supplier", "tt-x"))).contains("代号为 2");
    }

    @Test
    void makesPeopleOnlyOfWhatAnOrganisationHas() {
        tenant("tt-growers", TenantKind.SUPPLIER);
        var administrator =
                new PersonsBrowser(server, person("tt-grower", "tt-growers", Role.ADMINISTRATOR));

        assertThat(administrator.page("/people?lang=en"))
                .contains("role.SUPPLIER")
                .doesNotContain("role.FINANCE");
        assertThat(
                        administrator.answered(
                                "/people",
                                Map.of("login", "tt-no", "name", "No", "role.FINANCE", "on")))
                .contains("本单位没有这种角色");
        assertThat(server.bean(People.class).find("tt-no").blockOptional()).isEmpty();
    }

    @Test
    void closesAnOrganisationForItsPeopleAtOnce() {
        tenant("tt-closing", TenantKind.OPERATOR);
        var inside = new PersonsBrowser(server, person("tt-inside", "tt-closing", Role.FINANCE));
        assertThat(inside.status("/books")).isEqualTo(200);

        assertThat(platform.posts("/tenants/tt-closing/close", Map.of())).isEqualTo(303);
        assertThat(inside.page("/books")).doesNotContain("tt-inside");
        assertThat(platform.posts("/tenants/tt-closing/close", Map.of())).isEqualTo(422);

        assertThat(platform.posts("/tenants/tt-closing/reopen", Map.of())).isEqualTo(303);
        assertThat(inside.status("/books")).isEqualTo(200);
        assertThat(platform.posts("/tenants/demonstration/close", Map.of())).isEqualTo(422);
    }

    @Test
    void letsAnAuditorSeeEverythingAndChangeNothing() {
        tenant("tt-audits", TenantKind.AUDITOR);
        tenant("tt-seen", TenantKind.OPERATOR);
        Operator insider = person("tt-insider", "tt-seen", Role.AUDITOR);
        var auditor = new PersonsBrowser(server, person("tt-auditor", "tt-audits", Role.AUDITOR));
        assertThat(auditor.page("/look-around")).contains("data-tenant=\"tt-seen\"");

        assertThat(auditor.posts("/look-around/tt-seen", Map.of())).isEqualTo(303);

        assertThat(auditor.page("/books?lang=en"))
                .contains("You are looking at another organisation: tt-seen");
        assertThat(new PersonsBrowser(server, insider).page("/audit"))
                .contains("looked-in", "tt-auditor");
        assertThat(auditor.status("/audit")).isEqualTo(200);
        assertThat(auditor.status("/people")).isEqualTo(403);
        assertThat(auditor.posts("/directives", Map.of())).isEqualTo(403);
        assertThat(auditor.posts("/look-around/tt-audits", Map.of())).isEqualTo(303);
        assertThat(auditor.page("/books?lang=en")).doesNotContain("another organisation");
    }

    @Test
    void endsALookWithTheRightToItAndWithWhatIsLookedAt() {
        tenant("tt-firm", TenantKind.AUDITOR);
        tenant("tt-shown", TenantKind.OPERATOR);
        Operator person = person("tt-leaves", "tt-firm", Role.AUDITOR);
        var browser = new PersonsBrowser(server, person);
        browser.posts("/look-around/tt-shown", Map.of());
        assertThat(browser.page("/books?lang=en")).contains("another organisation");

        platform.posts("/tenants/tt-shown/close", Map.of());
        assertThat(browser.page("/books?lang=en")).doesNotContain("another organisation");
        platform.posts("/tenants/tt-shown/reopen", Map.of());
        assertThat(browser.page("/books?lang=en")).contains("another organisation");

        Operator keeper = person("tt-keeps", "tt-firm", Role.ADMINISTRATOR);
        server.bean(PeopleDesk.class)
                .setRoles(keeper, person.id(), Set.of(Role.ADMINISTRATOR))
                .block();
        assertThat(browser.page("/books?lang=en")).doesNotContain("another organisation");
    }

    @Test
    void writesWhatAGuestDoesForThemselvesIntoTheirOwnAudit() {
        tenant("tt-guests", TenantKind.AUDITOR);
        tenant("tt-host", TenantKind.OPERATOR);
        Operator person = person("tt-guest", "tt-guests", Role.AUDITOR);
        var browser = new PersonsBrowser(server, person);
        browser.posts("/look-around/tt-host", Map.of());

        browser.posts("/account/tokens", Map.of("name", "x", "days", "1", "scope.SEE_FLEET", "on"));

        Audit audit = server.bean(Audit.class);
        assertThat(actions(audit, "tt-guests")).contains("token-made");
        assertThat(actions(audit, "tt-host")).contains("looked-in").doesNotContain("token-made");
    }

    private static List<String> actions(Audit audit, String tenant) {
        return audit.newest(tenant, Long.MAX_VALUE, "", 100)
                .map(line -> line.deed().action())
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void keepsAWallAroundAnOperatorsOwnAuditor() {
        tenant("tt-walled", TenantKind.OPERATOR);
        tenant("tt-beside", TenantKind.OPERATOR);
        var own = new PersonsBrowser(server, person("tt-own", "tt-walled", Role.AUDITOR));

        assertThat(own.page("/look-around?lang=en")).contains("does not look at others");
        assertThat(own.posts("/look-around/tt-beside", Map.of())).isEqualTo(404);
    }

    /** Whoever has more roles at home has no more of them elsewhere than to read. */
    @Test
    void takesAwayWhatAnAuditorMayAtHome() {
        tenant("tt-runs", TenantKind.PLATFORM);
        tenant("tt-run", TenantKind.OPERATOR);
        Operator both = person("tt-both", "tt-runs", Role.AUDITOR, Role.DISPATCHER, Role.PLATFORM);
        var browser = new PersonsBrowser(server, both);
        assertThat(browser.posts("/directives", Map.of())).isEqualTo(422);

        browser.posts("/look-around/tt-run", Map.of());

        assertThat(browser.posts("/directives", Map.of())).isEqualTo(403);
        assertThat(browser.status("/tenants")).isEqualTo(403);
        assertThat(browser.status("/books")).isEqualTo(200);
    }

    private static Map<String, String> form(String id, String kind, String login) {
        return Map.of(
                "id", id,
                "kind", kind,
                "zh", "合作社",
                "en", "Cooperative",
                "division", "610429",
                "login", login,
                "name", "First of it");
    }

    private void tenant(String id, TenantKind kind) {
        Operator by = person("tt-adds", "demonstration", Role.PLATFORM);
        var names = new Tenant.Names(id, id);
        server.bean(TenantDesk.class)
                .add(
                        by,
                        new Tenant(id, kind, names, "", false, 0),
                        new TenantDesk.First(id + ".first", id))
                .block();
    }

    private Operator person(String login, String tenant, Role... roles) {
        var person = new People.Newcomer(tenant, login, login, Set.of(roles), null);
        People people = server.bean(People.class);
        people.addIfMissing(UUID.randomUUID(), person).block();
        return people.find(login).blockOptional().orElseThrow();
    }
}
