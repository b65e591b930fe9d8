package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.PeopleDesk;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Tenants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** How an administrator keeps the people of a tenant. */
@ExtendWith(RunningServer.class)
class PeopleTest {
    private static final Pattern LINK = Pattern.compile("(/welcome/[A-Za-z0-9_-]{43})");

    private final RunningServer.Parts server = RunningServer.parts();
    private final PersonsBrowser administrator =
            PersonsBrowser.of(server, "keeper", Role.ADMINISTRATOR);

    @Test
    void invitesSomebodyByALinkThatIsShownOnce() {
        String shown = invite("pt-zhang", "Zhang", "role.FINANCE");

        Matcher link = LINK.matcher(shown);
        assertThat(link.find()).isTrue();
        assertThat(new CookieBrowser(server).get(link.group(1)).text()).contains("Zhang");
        assertThat(administrator.page("/people?lang=en"))
                .contains("data-login=\"pt-zhang\"", "Invited, link good until")
                .doesNotContain("/welcome/");
        assertThat(find("pt-zhang").roles()).containsExactly(Role.FINANCE);
        assertThat(audited("pt-zhang")).containsExactly("person-invited");
    }

    @Test
    void saysWhyANewcomerIsNotAdded() {
        invite("pt-there", "There", "role.FINANCE");

        assertThat(invite("pt-there", "Other", "role.FINANCE")).contains("已有人使用");
        assertThat(invite("PT there", "Other", "role.FINANCE")).contains("用户名为 2 至 64");
        assertThat(invite("pt-nameless", " ", "role.FINANCE")).contains("请填写姓名");
        assertThat(invite("pt-turned", "gn\u202Eahz", "role.FINANCE")).contains("请填写姓名");
        assertThat(invite("pt-useless", "Useless", "none")).contains("至少选择一个角色");
    }

    @Test
    void changesRolesAndKeepsOutAndLetsInAgain() {
        Operator person = add("pt-wu", "demonstration", Role.TECHNICIAN);
        var browser = new PersonsBrowser(server, person);
        assertThat(browser.page("/account")).contains("技术员");

        assertThat(post(person, "/roles", "role.AUDITOR")).isEqualTo(303);
        assertThat(find("pt-wu").roles()).containsExactly(Role.AUDITOR);
        assertThat(browser.page("/account")).contains("审计");

        assertThat(post(person, "/disable", "x")).isEqualTo(303);
        assertThat(browser.page("/account")).doesNotContain("pt-wu");
        assertThat(administrator.page("/people?lang=en")).contains("Disabled");

        assertThat(post(person, "/link", "x")).isEqualTo(422);
        assertThat(post(person, "/enable", "x")).isEqualTo(303);
        assertThat(post(person, "/link", "x")).isEqualTo(200);
        assertThat(audited("pt-wu"))
                .containsExactly(
                        "person-roles", "person-disabled", "person-enabled", "person-linked");
    }

    @Test
    void letsNobodyChangeThemselves() {
        Operator keeper = find("keeper");

        assertThat(post(keeper, "/disable", "x")).isEqualTo(422);
        assertThat(post(keeper, "/link", "x")).isEqualTo(422);
        assertThat(post(keeper, "/roles", "role.FINANCE")).isEqualTo(422);
        assertThat(find("keeper").roles()).containsExactly(Role.ADMINISTRATOR);
    }

    /** Of two who keep each other out at once one stays. */
    @Test
    void keepsAnAdministratorWhenTwoDisableEachOther() {
        server.bean(Tenants.class).addIfMissing("pt-two", "两人", "Two").block();
        Operator one = add("pt-one", "pt-two", Role.ADMINISTRATOR);
        Operator other = add("pt-other", "pt-two", Role.ADMINISTRATOR);
        PeopleDesk desk = server.bean(PeopleDesk.class);

        Mono.zip(desk.disable(one, other.id()), desk.disable(other, one.id())).block();

        assertThat(server.bean(People.class).of("pt-two").count().block()).isEqualTo(1);
    }

    @Test
    void touchesNobodyOfAnotherTenant() {
        server.bean(Tenants.class).addIfMissing("elsewhere", "别处", "Elsewhere").block();
        Operator stranger = add("pt-stranger", "elsewhere", Role.FINANCE);

        assertThat(administrator.page("/people")).doesNotContain("pt-stranger");
        for (String deed : List.of("/disable", "/enable", "/link", "/roles")) {
            assertThat(post(stranger, deed, "role.AUDITOR")).as(deed).isEqualTo(422);
        }
        assertThat(find("pt-stranger").roles()).containsExactly(Role.FINANCE);
    }

    @Test
    void isNoPageForOthers() {
        var dispatcher = PersonsBrowser.of(server, "pt-dispatcher", Role.DISPATCHER);

        assertThat(dispatcher.posts("/people", Map.of("login", "x"))).isEqualTo(403);
        assertThat(dispatcher.page("/?lang=en")).doesNotContain("href=\"/people\"");
        assertThat(administrator.page("/?lang=en")).contains("href=\"/people\"");
    }

    private String invite(String login, String name, String role) {
        return administrator.answered("/people", Map.of("login", login, "name", name, role, "on"));
    }

    private int post(Operator person, String deed, String field) {
        return administrator.posts("/people/" + person.id() + deed, Map.of(field, "on"));
    }

    private Operator add(String login, String tenant, Role role) {
        var person = new People.Newcomer(tenant, login, login, Set.of(role), null);
        server.bean(People.class).addIfMissing(UUID.randomUUID(), person).block();
        return find(login);
    }

    private Operator find(String login) {
        return server.bean(People.class).find(login).blockOptional().orElseThrow();
    }

    private List<String> audited(String subject) {
        return server.bean(DatabaseClient.class)
                .sql("select action from audit where subject = :subject order by audit_id")
                .bind("subject", subject)
                .map(row -> String.valueOf(row.get("action", String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
