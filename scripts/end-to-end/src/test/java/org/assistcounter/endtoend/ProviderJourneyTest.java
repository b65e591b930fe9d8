package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.fleet.RealProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An organisation whose people come by its own accounts, and then by nothing else. */
@Tag("slow")
@ExtendWith(WholeChain.class)
class ProviderJourneyTest {
    private static final Organisation COOP = Organisation.GROWERS;
    private static final String ACCOUNT = "two-keeper";
    private static Browsers browsers;

    private final WholeChain.Running chain;
    private final List<String> faults = new ArrayList<>();

    ProviderJourneyTest(WholeChain.Running chain) {
        this.chain = chain;
    }

    @BeforeAll
    static void openPages(WholeChain.Running chain) {
        browsers = chain.browsers();
    }

    @AfterAll
    static void closePages() {
        browsers.closePages();
    }

    @Test
    void comesInByTheOrganisationsAccountAndByNoPasswordAnyMore() throws IOException {
        try (Page platform = browsers.open(Look.DESK.width(), Look.DESK.height())) {
            comesInByPassword(platform, invited(platform, "platform.wu", "AUDITOR"));
            isOfThePlatform("platform.wu");
            String link = added(platform);
            String settings = chain.dashboardAddress() + "/tenants/" + COOP.id() + "/provider";
            platform.navigate(settings + "?lang=en");
            try (RealProvider provider = provider(platform.locator("#back").textContent())) {
                isSet(platform, provider);
                journey(link);
            }
            platform.navigate(settings);
            faults.addAll(StillDashboard.keepAsItIs(platform, "provider-forbidden"));
            platform.click("#passwords button");
            platform.locator("#passwords")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        }
        assertThat(faults).isEmpty();
    }

    /** The demonstration's own organisation has nobody of that role who may change anything. */
    private void isOfThePlatform(String login) {
        int given =
                ServersDatabase.change(
                        chain.demonstration().ports().database(),
                        Path.of("target/data/fleet/postgresql/password"),
                        """
                        insert into person_roles (person_id, tenant_id, role)
                        select person_id, tenant_id, 'PLATFORM' from people where login = '%s'
                        """
                                .formatted(login));
        assertThat(given).isEqualTo(1);
    }

    private void journey(String link) {
        try (Page keeper = browsers.open(Look.DESK.width(), Look.DESK.height())) {
            acceptsByTheAccount(keeper, link);
            String clerk = invitedByKeeper(keeper, "clerk");
            String late = invitedByKeeper(keeper, "late");
            try (Page desk = browsers.open(Look.DESK.width(), Look.DESK.height())) {
                comesInByPassword(desk, clerk);
            }
            forbids(keeper);
            for (String language : List.of("en", "zh")) {
                try (Page desk = browsers.open(Look.DESK.width(), Look.DESK.height())) {
                    signsInAndOut(desk, "desk-" + language, language);
                    isRefused(desk, late, "desk-" + language, language);
                }
                try (Page phone = browsers.openPhone(Look.PHONE.width(), Look.PHONE.height())) {
                    signsInAndOut(phone, "phone-" + language, language);
                    isRefused(phone, late, "phone-" + language, language);
                }
            }
        }
    }

    private static RealProvider provider(String back) throws IOException {
        Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "provider");
        return RealProvider.start(freePort(), directory, back);
    }

    private void isSet(Page platform, RealProvider provider) {
        Forms.fill(
                platform.locator("form").first(),
                "issuer",
                provider.issuer(),
                "client",
                RealProvider.CLIENT,
                "secret",
                RealProvider.SECRET);
        platform.click("form >> nth=0 >> button[type=submit]");
        platform.locator(".state-good").waitFor();
        faults.addAll(StillDashboard.keepAsItIs(platform, "provider-set"));
    }

    private void acceptsByTheAccount(Page keeper, String link) {
        keeper.navigate(link + "?lang=en");
        keeper.click("#organisation button");
        atTheProvider(keeper);
        keeper.locator(".side-foot").waitFor();
    }

    /** Its page is its own. */
    private static void atTheProvider(Page page) {
        page.fill("[name=username]", ACCOUNT);
        page.fill("[name=password]", RealProvider.PASSWORD);
        page.click("button[type=submit]");
    }

    private void forbids(Page keeper) {
        keeper.navigate(chain.dashboardAddress() + "/people");
        keeper.click("a[href='/people/sign-in']");
        faults.addAll(StillDashboard.keepAsItIs(keeper, "passwords-allowed"));
        keeper.click("form[action='/people/sign-in/forbid-passwords'] button");
        keeper.locator("#rule.state-good").waitFor();
        faults.addAll(StillDashboard.keepAsItIs(keeper, "passwords-forbidden"));
    }

    private void signsInAndOut(Page page, String name, String language) {
        page.navigate(chain.dashboardAddress() + "/sign-in?lang=" + language);
        page.click("details.by-hand summary");
        page.fill("[name=organisation]", COOP.id());
        faults.addAll(StillDashboard.keepAsItIs(page, "sign-in-organisation-" + name));
        page.click("form[action='/sign-in/organisation'] button");
        atTheProvider(page);
        page.locator(".side-foot").waitFor();
        assertThat(page.locator(".side-foot").textContent()).contains(keeperName());
        faults.addAll(StillDashboard.keepAsItIs(page, "came-by-organisation-" + name));

        page.navigate(chain.dashboardAddress() + "/account");
        faults.addAll(StillDashboard.keepAsItIs(page, "account-organisation-" + name));
        page.click("form[action='/sign-out'] button");
        page.locator("[role=status]").waitFor();
        faults.addAll(StillDashboard.keepAsItIs(page, "out-of-organisation-" + name));
    }

    private void isRefused(Page page, String late, String name, String language) {
        page.navigate(chain.dashboardAddress() + "/sign-in?lang=" + language);
        page.fill("[name=login]", "clerk");
        page.fill("[name=password]", Province.PASSWORD);
        page.click("form[action='/sign-in'] button");
        page.locator("[name=organisation]").waitFor(attached());
        faults.addAll(StillDashboard.keepAsItIs(page, "no-passwords-" + name));
        page.click("form[action='/sign-in/organisation'] button");
        page.locator(".side-foot").waitFor();
        page.navigate(late);
        assertThat(page.locator("[name=password]").count()).isZero();
        faults.addAll(StillDashboard.keepAsItIs(page, "welcome-organisation-" + name));
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private static String keeperName() {
        return "Keeper of " + COOP.id();
    }

    private void comesInByPassword(Page page, String link) {
        page.navigate(link + "?lang=en");
        page.fill("[name=password]", Province.PASSWORD);
        page.click("button[type=submit]");
        page.click(".by-hand summary");
        var app = new AuthenticatorApp(page.locator("#secret").textContent());
        page.fill("[name=code]", app.code(0));
        page.click("button[type=submit]");
        page.waitForURL(url -> !url.contains("/sign-in/second-factor"));
    }

    private String added(Page platform) {
        platform.navigate(chain.dashboardAddress() + "/tenants");
        Forms.fill(platform.locator("#add form"), COOP.form());
        Forms.send(platform.locator("#add form"));
        return platform.locator("#link .code").textContent();
    }

    private String invitedByKeeper(Page keeper, String login) {
        return invited(keeper, login, "SUPPLIER");
    }

    private String invited(Page keeper, String login, String role) {
        keeper.navigate(chain.dashboardAddress() + "/people?lang=en");
        Forms.fill(keeper.locator("#invite"), "name", "The " + login, "login", login);
        keeper.check("#invite [name='role." + role + "']");
        Forms.send(keeper.locator("#invite form"));
        return keeper.locator("#link .code").textContent();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
