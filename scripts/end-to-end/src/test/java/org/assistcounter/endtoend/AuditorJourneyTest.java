package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An auditor looks around in another organisation, sees everything and changes nothing. */
@Tag("slow")
@Order(15)
@ExtendWith(OwnFleet.class)
class AuditorJourneyTest {
    private static final int FORBIDDEN = 403;
    private static final String PRODUCT = "audited-walnut";
    private static final List<String> PAGES =
            List.of(
                    "/suppliers",
                    "/suppliers/audited-growers",
                    "/products",
                    "/products/" + PRODUCT,
                    "/lots",
                    "/recognition",
                    "/inspections",
                    "/files",
                    "/blacklist");

    private final Province province;
    private final List<String> faults = new ArrayList<>();

    AuditorJourneyTest(Province province) {
        this.province = province;
    }

    @Test
    void seesTheRegistryOfAnotherAndFindsNothingToPress() {
        province.recognised("audited-growers", PRODUCT, "6901234000030");
        Person auditor = province.of(Organisation.AUDIT, "AUDITOR", "auditor");
        try (Page page = auditor.desk();
                Page keeper = province.keeper(Organisation.GROWERS).desk()) {
            page.click("a[href='/look-around']");
            keep(page, "look-around");
            page.click("[data-tenant=growers] button");
            open(page, "/suppliers");
            assertThat(page.locator("#guest").textContent()).contains("growers");
            for (String path : PAGES) {
                open(page, path);
                assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
                assertThat(page.locator("main form[method=post]").count()).as(path).isZero();
                assertThat(page.locator("main a[href$='/new']").count()).as(path).isZero();
            }
            open(page, "/products/" + PRODUCT);
            keep(page, "product-audited");
            refusesForgedForms(page);

            open(keeper, "/audit");
            assertThat(keeper.locator("[data-action=looked-in]").first().textContent())
                    .contains("auditor");
            keep(keeper, "audit-of-growers");
        }
        assertThat(faults).isEmpty();
    }

    /** With the proof of the auditor's own session, as their own page could send it. */
    private void refusesForgedForms(Page page) {
        open(page, "/account");
        String proof = page.locator("[name=_csrf]").first().inputValue();
        for (String path :
                List.of(
                        "/products/" + PRODUCT + "/apply",
                        "/suppliers",
                        "/files/take",
                        "/people",
                        "/tenants")) {
            assertThat(sent(page, path, proof)).as(path).isEqualTo(FORBIDDEN);
            assertThat(sent(page, path, "forged")).as(path).isEqualTo(FORBIDDEN);
        }
    }

    private int sent(Page page, String path, String proof) {
        APIResponse answer =
                page.request()
                        .post(
                                province.address() + path,
                                RequestOptions.create()
                                        .setForm(FormData.create().set("_csrf", proof)));
        return answer.status();
    }

    private void open(Page page, String path) {
        page.navigate(province.address() + path);
    }

    private void keep(Page page, String name) {
        faults.addAll(StillDashboard.keepAsItIs(page, "journey-" + name));
    }
}
