package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A passkey on a phone, by the browser's own authenticator that is only simulated. */
@Tag("slow")
@ExtendWith(WholeChain.class)
class PasskeyTest {
    private static final String PASSWORD = "walnuts never sleep";
    private static Browsers browsers;
    private static StillDashboard dashboard;

    private final WholeChain.Running chain;

    PasskeyTest(WholeChain.Running chain) {
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
    void isMadeSignsInAndIsRemoved() {
        List<String> faults = new ArrayList<>();
        String link = invited("wang-fang");
        try (Page phone = browsers.openPhone(390, 844)) {
            hasAFingerprint(phone);
            AuthenticatorApp app = comesIn(phone, link);
            phone.navigate(chain.dashboardAddress() + "/account?lang=zh");
            makes(phone, app, faults);

            phone.click("form[action='/sign-out'] button");
            phone.locator("form[action='/sign-in/passkey'] button").waitFor();
            faults.addAll(dashboard.keep(phone, "sign-in-passkey"));
            phone.click("form[action='/sign-in/passkey'] button");
            phone.locator(".side-foot").waitFor();
            assertThat(phone.locator(".side-foot").textContent()).contains("Wang Fang");

            phone.navigate(chain.dashboardAddress() + "/account");
            removes(phone, app, faults);
            phone.click("form[action='/sign-out'] button");
            phone.click("form[action='/sign-in/passkey'] button");
            phone.locator("[role=alert]:visible").waitFor();
            assertThat(phone.locator("[role=alert]:visible").textContent()).contains("无效");
            faults.addAll(dashboard.keep(phone, "sign-in-passkey-refused"));
        }
        assertThat(faults).isEmpty();
    }

    /** The sensor finds everybody to be the owner (Web Authentication, level 2, section 11.2). */
    private static void hasAFingerprint(Page phone) {
        CDPSession session = phone.context().newCDPSession(phone);
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wish = new JsonObject();
        wish.add("options", options);
        session.send("WebAuthn.addVirtualAuthenticator", wish);
    }

    private static AuthenticatorApp comesIn(Page phone, String link) {
        phone.navigate(link + "?lang=zh");
        phone.fill("[name=password]", PASSWORD);
        phone.click("button[type=submit]");
        phone.locator(".qr").waitFor();
        phone.click(".by-hand summary");
        var app = new AuthenticatorApp(phone.locator("#secret").textContent());
        phone.fill("[name=code]", app.code(-1));
        phone.click("button[type=submit]");
        phone.locator(".side-foot").waitFor();
        return app;
    }

    private static void makes(Page phone, AuthenticatorApp app, List<String> faults) {
        String form = "form[action='/account/passkeys'] ";
        phone.fill(form + "[name=name]", "我的手机");
        phone.fill(form + "[name=code]", app.code(0));
        faults.addAll(dashboard.keep(phone, "passkey-form"));
        phone.click(form + "button");
        phone.locator("[data-passkey]").waitFor();
        assertThat(phone.locator("[data-passkey] strong").textContent()).isEqualTo("我的手机");
        faults.addAll(dashboard.keep(phone, "passkey-made"));
    }

    private static void removes(Page phone, AuthenticatorApp app, List<String> faults) {
        phone.click("[data-passkey] summary");
        phone.fill("[data-passkey] [name=code]", app.code(1));
        faults.addAll(dashboard.keep(phone, "passkey-remove"));
        phone.click("[data-passkey] .button-danger");
        phone.locator("[data-passkey]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private String invited(String login) {
        try (Page desk = browsers.open(1440, 900)) {
            desk.navigate(chain.dashboardAddress() + "/people?lang=en");
            desk.fill("#invite [name=name]", "Wang Fang");
            desk.fill("#invite [name=login]", login);
            desk.check("#invite [name='role.FINANCE']");
            desk.click("#invite button[type=submit]");
            return desk.locator("#link .code").textContent();
        }
    }
}
