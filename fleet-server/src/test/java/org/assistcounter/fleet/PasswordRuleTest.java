package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.assistcounter.fleet.operators.ApiTokens;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Sessions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** An organisation forbids passwords: who may, whom it keeps out, and how it ends. */
@ExtendWith(RunningServer.class)
class PasswordRuleTest {
    private static final String PAGE = "/people/sign-in";
    private static final String FORBID = PAGE + "/forbid-passwords";
    private static final String ALLOW = PAGE + "/allow-passwords";
    private static final RunningServer.Parts SERVER = RunningServer.parts();
    private static final String[] TENANTS = {
        "pr-first", "pr-keeper", "pr-half", "pr-link", "pr-rescue", "pr-gone", "pr-only"
    };
    private static final RealProvider PROVIDER =
            RealProvider.start(
                    RunningServer.freePort(),
                    RunningServer.newDataDirectory(),
                    Arrays.stream(TENANTS)
                            .map(tenant -> ProviderVisitor.back(SERVER, tenant))
                            .toArray(String[]::new));

    @AfterAll
    static void stops() {
        PROVIDER.close();
    }

    @Test
    void isForbiddenByWhoIsHereByTheProviderOnly() {
        var keeper = of("pr-first");
        keeper.person("pr-first-keeper", ProviderVisitor.PASSWORD, Role.ADMINISTRATOR);
        var app = keeper.signsInByPassword("pr-first-keeper");
        assertThat(keeper.browser().get(PAGE + "?lang=en").text())
                .contains(PROVIDER.issuer(), "Passwords allowed", "id=\"come-by-it\"")
                .doesNotContain(FORBID);

        var refused = keeper.browser().posts("/account?lang=zh", FORBID, Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("只有以单位账号登录的管理员");
        assertThat(keeper.actions("pr-first-keeper")).doesNotContain("passwords-forbidden");
        var going =
                keeper.browser()
                        .posts("/account", "/account/organisation", Map.of("code", app.code(1)));
        keeper.comesBack(PROVIDER.signsIn("two-first", ProviderVisitor.onwards(going)));
        assertThat(keeper.browser().posts("/account", FORBID, Map.of()).status())
                .as("an account that is bound has not been used yet")
                .isEqualTo(422);
        keeper.comesBack(PROVIDER.signsIn("two-first", keeper.goes()));

        assertThat(keeper.browser().posts(PAGE, FORBID, Map.of()).location()).isEqualTo(PAGE);

        assertThat(keeper.browser().get(PAGE + "?lang=en").text()).contains("Passwords forbidden");
        assertThat(keeper.actions("pr-first-keeper")).contains("passwords-forbidden");
        assertThat(keeper.browser().posts("/account", FORBID, Map.of()).status()).isEqualTo(422);
        assertThat(keeper.browser().posts(PAGE, ALLOW, Map.of()).location()).isEqualTo(PAGE);
        assertThat(keeper.browser().posts("/account", ALLOW, Map.of()).status()).isEqualTo(422);
        assertThat(keeper.actions("pr-first-keeper").stream().filter("passwords-allowed"::equals))
                .hasSize(1);
    }

    @Test
    void takesNoPasswordAndSaysByWhatElseOneComesIn() {
        var keeper = keeper("pr-keeper");
        var li = new ProviderVisitor(SERVER, "pr-keeper");
        li.person("pr-li", ProviderVisitor.PASSWORD);
        var app = li.signsInByPassword("pr-li");
        var passkey = makesPasskey(li, app);
        var wang = new ProviderVisitor(SERVER, "pr-keeper");
        wang.person("pr-wang", ProviderVisitor.PASSWORD);
        String token = token(wang.find("pr-wang"));

        forbids(keeper);

        assertThat(li.whose()).as("who came by a password is out").isEmpty();
        var refused = shows(li, "pr-li", ProviderVisitor.PASSWORD);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text())
                .contains("密码正确", "name=\"organisation\" value=\"pr-keeper\"")
                .contains("action=\"/sign-in/passkey\"");
        assertThat(shows(wang, "pr-wang", ProviderVisitor.PASSWORD).text())
                .contains("密码正确")
                .doesNotContain("action=\"/sign-in/passkey\"");
        var wrong = shows(wang, "pr-wang", "no such password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text()).doesNotContain("密码正确");
        assertThat(keeper.actions("pr-wang")).contains("password-refused");
        assertThat(SERVER.bean(ApiTokens.class).use(token).map(Operator::login).block())
                .as("programs go on")
                .isEqualTo("pr-wang");
        String asked = li.browser().posts("/sign-in", "/sign-in/passkey/question", Map.of()).text();
        li.browser()
                .posts("/sign-in", "/sign-in/passkey", Map.of("credential", passkey.shown(asked)));
        assertThat(li.whose()).isEqualTo("pr-li");
    }

    /** What was begun by a password, or begins in the moment in which it is forbidden. */
    @Test
    void opensNothingToWhoIsHalfWay() {
        var keeper = keeper("pr-half");
        var half = new ProviderVisitor(SERVER, "pr-half");
        half.person("pr-half-way", ProviderVisitor.PASSWORD);
        assertThat(shows(half, "pr-half-way", ProviderVisitor.PASSWORD).location())
                .isEqualTo("/sign-in/second-factor");

        forbids(keeper);

        assertThat(half.browser().get("/sign-in/second-factor").location()).isEqualTo("/sign-in");
        Sessions sessions = SERVER.bean(Sessions.class);
        String late = sessions.begin(half.find("pr-half-way")).blockOptional().orElseThrow();
        assertThat(sessions.use(late).blockOptional()).isEmpty();
        assertThat(keeper.whose()).isEqualTo("pr-half-keeper");
    }

    @Test
    void leadsInvitationsToTheProvider() {
        var keeper = keeper("pr-link");
        forbids(keeper);
        var zhao = new ProviderVisitor(SERVER, "pr-link");
        String link = zhao.invitation(zhao.person("pr-zhao", null));

        String page = zhao.browser().get(link).text();
        assertThat(page)
                .contains("本单位人员使用单位账号登录", link + "/organisation")
                .doesNotContain("name=\"password\"");
        var refused =
                zhao.browser().posts(link, link, Map.of("password", ProviderVisitor.PASSWORD));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("密码没有设定");
        zhao.comesByInvitation(PROVIDER, link, "two-zhao");
        assertThat(zhao.whose()).isEqualTo("pr-zhao");
    }

    @Test
    void isAllowedAgainByThePlatformAndBothAuditsTellOfIt() {
        var keeper = keeper("pr-rescue");
        keeper.person("pr-locked", ProviderVisitor.PASSWORD);
        forbids(keeper);
        var platform = PersonsBrowser.of(SERVER, "pr-platform", Role.PLATFORM);
        assertThat(platform.page("/tenants/pr-rescue/provider")).contains("allow-passwords");

        assertThat(platform.posts("/tenants/pr-rescue/provider/allow-passwords", Map.of()))
                .isEqualTo(303);

        assertThat(platform.page("/tenants/pr-rescue/provider")).doesNotContain("allow-passwords");
        assertThat(keeper.actions("pr-rescue")).contains("passwords-allowed");
        assertThat(new ProviderVisitor(SERVER, "demonstration").actions("pr-platform"))
                .contains("passwords-allowed");
        var locked = new ProviderVisitor(SERVER, "pr-rescue");
        locked.signsInByPassword("pr-locked");
        assertThat(platform.posts("/tenants/pr-rescue/provider/allow-passwords", Map.of()))
                .isEqualTo(422);
    }

    @Test
    void endsWithTheProvider() {
        var keeper = keeper("pr-gone");
        keeper.person("pr-stays", ProviderVisitor.PASSWORD);
        forbids(keeper);

        PersonsBrowser.of(SERVER, "pr-platform", Role.PLATFORM)
                .posts("/tenants/pr-gone/provider/remove", Map.of());

        assertThat(keeper.actions("pr-gone")).contains("passwords-allowed");
        new ProviderVisitor(SERVER, "pr-gone").signsInByPassword("pr-stays");
        keeper.sets(PROVIDER.issuer(), RealProvider.SECRET);
        assertThat(shows(keeper, "pr-stays", ProviderVisitor.PASSWORD).location())
                .isEqualTo("/sign-in/code");
    }

    /** A password that opens nothing is no other way in. */
    @Test
    void takesNobodysOnlyWayInAway() {
        var keeper = keeper("pr-only");
        SERVER.bean(DatabaseClient.class)
                .sql("update people set password_hash = 'known' where login = 'pr-only-keeper'")
                .then()
                .block();
        assertThat(keeper.browser().get("/account").text())
                .contains("/account/organisation/remove");
        forbids(keeper);

        assertThat(keeper.browser().get("/account").text())
                .doesNotContain("/account/organisation/remove");
        assertThat(
                        keeper.browser()
                                .posts("/account", "/account/organisation/remove", Map.of())
                                .location())
                .isEqualTo("/account?refused=only-way");
    }

    private static ProviderVisitor of(String tenant) {
        var visitor = new ProviderVisitor(SERVER, tenant);
        assertThat(visitor.sets(PROVIDER.issuer(), RealProvider.SECRET)).doesNotContain("refusal");
        return visitor;
    }

    /** An administrator who has come by the provider. */
    private static ProviderVisitor keeper(String tenant) {
        var keeper = of(tenant);
        String login = tenant + "-keeper";
        String link = keeper.invitation(keeper.person(login, null, Role.ADMINISTRATOR));
        keeper.comesByInvitation(PROVIDER, link, "two-" + login);
        assertThat(keeper.whose()).isEqualTo(login);
        return keeper;
    }

    private static void forbids(ProviderVisitor keeper) {
        assertThat(keeper.browser().posts(PAGE, FORBID, Map.of()).location()).isEqualTo(PAGE);
    }

    private static CookieBrowser.Answer shows(
            ProviderVisitor visitor, String login, String password) {
        return visitor.browser()
                .posts("/sign-in", "/sign-in", Map.of("login", login, "password", password));
    }

    private static SoftPasskey makesPasskey(ProviderVisitor visitor, AuthenticatorApp app) {
        var passkey = new SoftPasskey(SERVER.origin());
        String asked =
                visitor.browser()
                        .posts(
                                "/account",
                                "/account/passkeys/question",
                                Map.of("code", app.code(1)))
                        .text();
        visitor.browser()
                .posts(
                        "/account",
                        "/account/passkeys",
                        Map.of("name", "Phone", "credential", passkey.made(asked)));
        return passkey;
    }

    private static String token(Operator person) {
        var wish = new ApiTokens.Wish("nightly", Set.of(May.SEE_FLEET), 1);
        return switch (SERVER.bean(ApiTokens.class).make(person, wish).block()) {
            case ApiTokens.Outcome.Made(String token) -> token;
            case null, default -> throw new AssertionError("no token was made");
        };
    }
}
