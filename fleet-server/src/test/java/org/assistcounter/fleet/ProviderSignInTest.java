package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** Sign-in by an organisation's own accounts, against a real provider. */
@ExtendWith(RunningServer.class)
class ProviderSignInTest {
    private static final String TENANT = "ps-coop";
    private static final RunningServer.Parts SERVER = RunningServer.parts();
    private static final RealProvider PROVIDER =
            RealProvider.start(
                    RunningServer.freePort(),
                    RunningServer.newDataDirectory(),
                    ProviderVisitor.back(SERVER, TENANT),
                    ProviderVisitor.back(SERVER, "ps-left"));

    private final ProviderVisitor visitor = new ProviderVisitor(SERVER, TENANT);

    @BeforeAll
    static void hasAProvider() {
        new ProviderVisitor(SERVER, TENANT).sets(PROVIDER.issuer(), RealProvider.SECRET);
    }

    @AfterAll
    static void stops() {
        PROVIDER.close();
    }

    @Test
    void bindsWhoWasInvitedAndSignsThemInFromThenOn() {
        String link = visitor.invitation(visitor.person("ps-li", null));
        assertThat(visitor.browser().get(link).text()).contains("使用本单位账号");

        accepts(link, "two-li");

        assertThat(visitor.whose()).isEqualTo("ps-li");
        assertThat(visitor.browser().get(link).status()).isEqualTo(404);
        visitor.browser().posts("/account", "/sign-out", Map.of());
        assertThat(visitor.whose()).isEmpty();

        var home = visitor.comesBack(PROVIDER.signsIn("two-li", visitor.goes()));

        assertThat(home.status()).isEqualTo(200);
        assertThat(ProviderVisitor.onwards(home)).isEqualTo("/");
        assertThat(visitor.whose()).isEqualTo("ps-li");
        assertThat(visitor.actions("ps-li"))
                .contains("sign-in", "account-bound", "invitation-accepted");
        assertThat(canComeByPassword("ps-li")).isFalse();
    }

    /** Staff show two factors, whoever has seen them. */
    @Test
    void asksForACodeWhereTheProviderHasSeenOneFactor() {
        var next = accepts(visitor.invitation(visitor.person("ps-one", null)), "one");
        assertThat(next).isEqualTo("/sign-in/second-factor");
        assertThat(visitor.whose()).isEmpty();

        var app = AuthenticatorApp.scan(visitor.browser().get(next).text());
        visitor.browser().posts(next, next, Map.of("code", app.code(0)));
        assertThat(visitor.whose()).isEqualTo("ps-one");

        var again = visitor.comesBack(PROVIDER.signsIn("one", visitor.goes()));
        assertThat(ProviderVisitor.onwards(again)).isEqualTo("/sign-in/code");
    }

    @Test
    void makesNobodyOfWhomTheProviderKnows() {
        visitor.person("ps-wang", ProviderVisitor.PASSWORD);

        var answer = visitor.comesBack(PROVIDER.signsIn("ps-wang", visitor.goes()));

        assertThat(answer.location()).isEqualTo("/sign-in?why=provider-unknown");
        assertThat(visitor.browser().get(answer.location() + "&lang=en").text())
                .contains("not connected with anybody here");
        assertThat(visitor.whose()).isEmpty();
        assertThat(visitor.actions("ps-wang")).contains("account-refused");
    }

    @Test
    void signsInAfterTheProviderHasChangedItsKeys() {
        accepts(visitor.invitation(visitor.person("ps-keys", null)), "two-keys");
        PROVIDER.changesItsKey();

        visitor.comesBack(PROVIDER.signsIn("two-keys", visitor.goes()));

        assertThat(visitor.whose()).isEqualTo("ps-keys");
    }

    @Test
    void bindsOnTheAccountPageWithACodeAndReleasesAgain() {
        visitor.person("ps-zhao", ProviderVisitor.PASSWORD);
        var app = visitor.signsInByPassword("ps-zhao");
        var browser = visitor.browser();
        assertThat(browser.posts("/account", "/account/organisation", Map.of()).location())
                .isEqualTo("/account?refused=code-wrong");

        var going = browser.posts("/account", "/account/organisation", Map.of("code", app.code(1)));
        var back = visitor.comesBack(PROVIDER.signsIn("two-zhao", ProviderVisitor.onwards(going)));

        assertThat(ProviderVisitor.onwards(back)).isEqualTo("/account#organisation");
        assertThat(browser.get("/account").text()).contains("two-zhao", PROVIDER.issuer());
        visitor.comesBack(PROVIDER.signsIn("two-zhao", visitor.goes()));
        assertThat(visitor.whose()).isEqualTo("ps-zhao");
        assertThat(canComeByPassword("ps-zhao")).isTrue();
    }

    @Test
    void bindsAnAccountToOnePersonOnly() {
        accepts(visitor.invitation(visitor.person("ps-mine", null)), "two-shared");
        var other = new ProviderVisitor(SERVER, TENANT);
        String link = other.invitation(other.person("ps-other", null));

        var answer = other.comesByInvitation(PROVIDER, link, "two-shared");

        assertThat(answer.location()).isEqualTo("/sign-in?why=provider-taken");
        assertThat(other.whose()).isEmpty();
        assertThat(other.browser().get(link).status()).isEqualTo(200);
    }

    @Test
    void takesNobodysOnlyWayInAway() {
        accepts(visitor.invitation(visitor.person("ps-only", null)), "two-only");

        var answer = visitor.browser().posts("/account", "/account/organisation/remove", Map.of());

        assertThat(answer.location()).isEqualTo("/account?refused=only-way");
        assertThat(visitor.browser().get(answer.location()).text()).contains("唯一的登录方式");
    }

    @Test
    void keepsOutWhoIsDisabledAndEndsTheirSession() {
        var person = visitor.person("ps-gone", null);
        accepts(visitor.invitation(person), "two-gone");
        assertThat(visitor.whose()).isEqualTo("ps-gone");

        SERVER.bean(People.class).disable(person.id()).block();

        assertThat(visitor.whose()).isEmpty();
        assertThat(visitor.comesBack(PROVIDER.signsIn("two-gone", visitor.goes())).location())
                .isEqualTo("/sign-in?why=provider-unknown");
        SERVER.bean(People.class).enable(person.id()).block();
        visitor.comesBack(PROVIDER.signsIn("two-gone", visitor.goes()));
        assertThat(visitor.whose()).isEqualTo("ps-gone");
    }

    @Test
    void endsWhatAProviderVouchedForWhenItIsRemoved() {
        var left = new ProviderVisitor(SERVER, "ps-left");
        assertThat(left.sets(PROVIDER.issuer(), RealProvider.SECRET)).doesNotContain("refusal");
        left.comesByInvitation(
                PROVIDER, left.invitation(left.person("ps-leaves", null)), "two-leaves");
        assertThat(left.whose()).isEqualTo("ps-leaves");
        String going = left.goes();

        PersonsBrowser.of(SERVER, "pv-platform", Role.PLATFORM)
                .posts("/tenants/ps-left/provider/remove", Map.of());

        assertThat(left.whose()).isEmpty();
        assertThat(left.comesBack(PROVIDER.signsIn("two-leaves", going)).location())
                .isEqualTo("/sign-in?why=provider-changed");
        assertThat(
                        left.browser()
                                .posts(
                                        "/sign-in",
                                        "/sign-in/organisation",
                                        Map.of("organisation", "ps-left"))
                                .location())
                .isEqualTo("/sign-in?why=provider-none");
    }

    @Test
    void saysAtSignOutThatTheProviderStillKnowsThem() {
        accepts(visitor.invitation(visitor.person("ps-out", null)), "two-out");

        var out = visitor.browser().posts("/account", "/sign-out", Map.of());

        assertThat(out.location()).isEqualTo("/sign-in?why=out-here");
        assertThat(visitor.browser().get(out.location() + "&lang=en").text())
                .contains("You are signed out here");
    }

    /** Fragments are found by the names of elements too: one more head would be on every page. */
    @Test
    void leadsOnByItselfOnTheWayOnly() {
        for (String page : List.of("/sign-in", "/welcome/none", "/account")) {
            assertThat(visitor.browser().get(page).text())
                    .contains("<title>")
                    .doesNotContain("http-equiv");
        }
        assertThat(visitor.goes()).startsWith(PROVIDER.issuer());
    }

    @Test
    void keepsNoSecretOfTheProviderThatWhoReadsTheDatabaseCouldUse() {
        byte[] kept =
                SERVER.bean(DatabaseClient.class)
                        .sql("select client_secret from providers where tenant_id = :tenant")
                        .bind("tenant", TENANT)
                        .map(row -> Columns.required(row, "client_secret", byte[].class))
                        .one()
                        .blockOptional()
                        .orElseThrow();

        assertThat(kept).hasSize(12 + RealProvider.SECRET.length() + 16);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1))
                .doesNotContain(RealProvider.SECRET);
        assertThat(
                        PersonsBrowser.of(SERVER, "pv-platform", Role.PLATFORM)
                                .page("/tenants/" + TENANT + "/provider"))
                .contains(PROVIDER.issuer(), ProviderVisitor.back(SERVER, TENANT))
                .doesNotContain(RealProvider.SECRET);
    }

    /** With an invitation's link; the page that is next. */
    private String accepts(String link, String login) {
        return ProviderVisitor.onwards(visitor.comesByInvitation(PROVIDER, link, login));
    }

    private static boolean canComeByPassword(String login) {
        return SERVER.bean(DatabaseClient.class)
                .sql("select password_hash is not null as x from people where login = :login")
                .bind("login", login)
                .map(row -> Columns.required(row, "x", Boolean.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
