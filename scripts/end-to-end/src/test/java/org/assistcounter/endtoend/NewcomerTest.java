package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From an administrator's invitation to a sign-in with a code, on a desk and on a phone. */
@Tag("slow")
@ExtendWith(WholeChain.class)
class NewcomerTest {
    private static final String PASSWORD = "walnuts never sleep";
    private static Browsers browsers;
    private static StillDashboard dashboard;

    private final WholeChain.Running chain;

    NewcomerTest(WholeChain.Running chain) {
        this.chain = chain;
    }

    @BeforeAll
    static void openPages(WholeChain.Running chain) {
        browsers = chain.browsers();
        dashboard = new StillDashboard(browsers);
    }

    @AfterAll
    static void closePages() {
        browsers.closePages();
    }

    @Test
    void comesInByALinkAndACodeAndIsKeptOut() {
        List<String> faults = new ArrayList<>();
        String link = invited("li-juan", faults);
        try (Page phone = browsers.openPhone(390, 844)) {
            phone.navigate(link + "?lang=zh");
            faults.addAll(dashboard.keep(phone, "welcome"));
            choosesAPassword(phone);
            faults.addAll(dashboard.keep(phone, "second-factor"));
            AuthenticatorApp app = connectsAnApp(phone);
            assertThat(phone.locator(".side-foot").textContent()).contains("Li Juan");

            phone.navigate(chain.dashboardAddress() + "/account");
            makesAToken(phone, faults);
            phone.click("form[action='/sign-out'] button");
            phone.locator("[name=login]").waitFor();
            phone.fill("[name=login]", "li-juan");
            phone.fill("[name=password]", PASSWORD);
            phone.click("button[type=submit]");
            phone.locator(".digits").waitFor();
            faults.addAll(dashboard.keep(phone, "code"));
            phone.fill("[name=code]", app.code(1));
            phone.click("button[type=submit]");
            phone.locator(".side-foot").waitFor();

            keptOut("li-juan");
            phone.navigate(chain.dashboardAddress() + "/account");
            assertThat(phone.locator(".who").textContent()).doesNotContain("li-juan");
        }
        assertThat(faults).isEmpty();
    }

    /** The first is too easy to guess. */
    private static void choosesAPassword(Page phone) {
        phone.fill("[name=password]", "li-juan-li-juan");
        phone.click("button[type=submit]");
        phone.locator("[role=alert]").waitFor();
        phone.fill("[name=password]", PASSWORD);
        phone.click("button[type=submit]");
        phone.locator(".qr").waitFor();
    }

    /** The first code is wrong, and the secret stays the same. */
    private static AuthenticatorApp connectsAnApp(Page phone) {
        phone.click(".by-hand summary");
        var app = new AuthenticatorApp(phone.locator("#secret").textContent());
        phone.fill("[name=code]", "000000");
        phone.click("button[type=submit]");
        phone.locator("[role=alert]").waitFor();
        phone.fill("[name=code]", app.code(0));
        phone.click("button[type=submit]");
        phone.locator(".side-foot").waitFor();
        return app;
    }

    private String invited(String login, List<String> faults) {
        try (Page phone = browsers.openPhone(390, 844)) {
            phone.navigate(chain.dashboardAddress() + "/people?lang=en");
            phone.fill("#invite [name=name]", "Li Juan");
            phone.fill("#invite [name=login]", login);
            phone.check("#invite [name='role.FINANCE']");
            phone.click("#invite button[type=submit]");
            String link = phone.locator("#link .code").textContent();
            faults.addAll(dashboard.keep(phone, "invited"));
            return link;
        }
    }

    private static void makesAToken(Page phone, List<String> faults) {
        phone.click("#tokens summary");
        phone.fill("#tokens [name=name]", "月报");
        phone.check("#tokens [name='scope.SEE_FLEET']");
        faults.addAll(dashboard.keep(phone, "token-form"));
        phone.click("#tokens .button-main");
        assertThat(phone.locator("#made").textContent()).startsWith("act_");
        faults.addAll(dashboard.keep(phone, "token-made"));
    }

    private void keptOut(String login) {
        try (Page desk = browsers.open(1440, 900)) {
            desk.navigate(chain.dashboardAddress() + "/people?lang=en");
            var row = desk.locator("[data-login='" + login + "']");
            row.locator("summary").click();
            row.locator(".button-danger").click();
            desk.locator("[data-login='" + login + "'] .state-off").waitFor();
        }
    }
}
