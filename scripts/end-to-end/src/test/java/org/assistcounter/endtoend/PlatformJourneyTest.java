package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first hour of an installation: its first person, the first organisation, its people. */
@Tag("slow")
@Order(11)
@ExtendWith(OwnFleet.class)
class PlatformJourneyTest {
    private static final double NOTICED_MILLIS = 10_000;

    private final Province province;
    private final List<String> faults = new ArrayList<>();

    PlatformJourneyTest(Province province) {
        this.province = province;
    }

    @Test
    void bringsInTheFirstAdministratorAnOrganisationAndItsPeople() {
        Person platform = province.platform();
        try (Page page = platform.desk()) {
            page.navigate(province.fleet().administratorLink());
            assertThat(page.locator("h1").textContent()).contains("used up");
            keep(page, "link-used");
            page.navigate(province.address() + "/");
            keep(page, "platform-front");
            Person keeper = keeper(page);
            try (Page office = keeper.desk()) {
                endsAnOpenPage(office);
            }
        }
        assertThat(faults).isEmpty();
    }

    /** The short name is taken at first. */
    private Person keeper(Page page) {
        page.navigate(province.address() + "/tenants");
        Locator form = page.locator("#add form");
        Forms.fill(form, Organisation.FIRST.form());
        Forms.fill(form, "id", "operator");
        Forms.send(form);
        Forms.told(page, "taken");
        assertThat(form.locator("[name=zh]").inputValue()).isEqualTo("示例·第一家运营公司");
        keep(page, "tenants-refused");
        Forms.fill(form, "id", Organisation.FIRST.id());
        Forms.send(form);
        String link = page.locator("#link .code").textContent();
        keep(page, "tenant-added");
        return province.comesIn(Organisation.FIRST.administrator(), link);
    }

    /** Whoever is kept out while a page of theirs is open is out at once. */
    private void endsAnOpenPage(Page office) {
        office.navigate(province.address() + "/people");
        Forms.fill(office.locator("#invite"), "name", "Counter technician", "login", "technician");
        office.check("#invite [name='role.TECHNICIAN']");
        Forms.send(office.locator("#invite form"));
        String link = office.locator("#link .code").textContent();
        try (Page page = province.comesIn("technician", link).desk()) {
            usesATokenUntilItEnds(page);
            page.navigate(province.address() + "/");
            keep(page, "technician-front");
            office.navigate(province.address() + "/people");
            Locator row = office.locator("[data-login=technician]");
            row.locator("summary").click();
            keep(office, "people-change");
            row.locator(".button-danger").click();
            row.locator(".state-off").waitFor();
            page.waitForURL("**/sign-in", new Page.WaitForURLOptions().setTimeout(NOTICED_MILLIS));
        }
    }

    private void usesATokenUntilItEnds(Page page) {
        page.navigate(province.address() + "/account");
        page.click("#tokens summary");
        Locator form = page.locator("#tokens form[action='/account/tokens']");
        Forms.fill(form, "name", "Nightly report", "days", "30");
        form.locator("[name='scope.SEE_FLEET']").check();
        Forms.send(form);
        String token = page.locator("#made").textContent();
        keep(page, "token-made");
        assertThat(asked("/books/balances", token)).isEqualTo(200);
        assertThat(asked("/people", token)).isEqualTo(403);
        page.click("[data-token] .button-danger");
        page.locator("[data-token]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(asked("/books/balances", token)).isEqualTo(401);
    }

    /** As a program does, which has no cookies. */
    private int asked(String path, String token) {
        try (var program = province.browsers().open(100, 100)) {
            return program.request()
                    .get(
                            province.address() + path,
                            RequestOptions.create()
                                    .setHeader("Authorization", "Bearer " + token)
                                    .setMaxRedirects(0))
                    .status();
        }
    }

    private void keep(Page page, String name) {
        faults.addAll(StillDashboard.keepAsItIs(page, "journey-" + name));
    }
}
