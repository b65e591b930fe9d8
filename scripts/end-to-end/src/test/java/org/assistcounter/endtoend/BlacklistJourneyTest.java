package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who is kept out by an office, says so, and is let in again by the province and another person.
 */
@Tag("slow")
@Order(14)
@ExtendWith(OwnFleet.class)
class BlacklistJourneyTest {
    private static final String PRODUCT = "out-walnut";
    private static final String PRODUCT_PAGE = "/products/" + PRODUCT;
    private static final String ENTRY = "[data-exclusion]";

    private final Province province;
    private final List<String> faults = new ArrayList<>();

    BlacklistJourneyTest(Province province) {
        this.province = province;
    }

    @Test
    void keepsOutHearsAnAppealAndLetsInByAnotherPersonOfTheProvince() {
        province.recognised("out-growers", PRODUCT, "6901234000023");
        Person second = province.of(Organisation.PROVINCE, "PROGRAMME", "province.second");
        try (Page finder = province.officer(Organisation.PROVINCE).desk();
                Page county = province.officer(Organisation.COUNTY).phone();
                Page grower = province.grower().desk();
                Page other = second.desk()) {
            keepsOut(finder);
            appeals(grower);
            mayNotAnswer(finder);
            mayNotAnswer(county);
            keep(county, "blacklist-phone");
            answers(other, "lift", "The second sample passed.");
            open(other, "/blacklist?which=lifted");
            assertThat(other.locator(ENTRY).textContent())
                    .contains("Lifted", "Answer: The second sample passed.");
            keep(other, "blacklist-lifted");
            open(grower, PRODUCT_PAGE);
            assertThat(grower.locator(".head .state-good").textContent())
                    .contains("recognised until");
        }
        assertThat(faults).isEmpty();
    }

    private void keepsOut(Page page) {
        open(page, PRODUCT_PAGE);
        page.click("#exclude summary");
        Locator form = page.locator("#exclude form");
        Forms.fill(form, "grounds", "quality", "reason", "no");
        Forms.send(form);
        Forms.told(page, "Say why");
        assertThat(page.locator("#exclude").getAttribute("open")).isNotNull();
        assertThat(form.locator("[name=reason]").inputValue()).isEqualTo("no");
        Forms.fill(form, "reason", "Aflatoxin above the limit in the market's sample.");
        keep(page, "exclude");
        Forms.send(form);
        page.locator(".head .state-bad").waitFor();
        keep(page, "product-excluded");
    }

    private void appeals(Page page) {
        open(page, PRODUCT_PAGE);
        page.click(".message a[href^='/blacklist']");
        assertThat(page.locator(ENTRY).textContent()).contains("Aflatoxin above the limit");
        page.click(ENTRY + " summary");
        Forms.fill(page.locator(ENTRY + " form"), "reason", "no");
        Forms.send(page.locator(ENTRY + " form"));
        Forms.told(page, "Say why");
        assertThat(page.locator(ENTRY + " textarea").inputValue()).isEqualTo("no");
        Forms.fill(page.locator(ENTRY + " form"), "reason", "The second sample has passed.");
        keep(page, "blacklist-appeal");
        Forms.send(page.locator(ENTRY + " form"));
        page.locator(ENTRY + " .state:text('Appealed')").waitFor();
    }

    /** Whoever has found it, and an office below the province. */
    private void mayNotAnswer(Page page) {
        open(page, "/blacklist");
        assertThat(page.locator(ENTRY).count()).isEqualTo(1);
        assertThat(page.locator(ENTRY + " details").count()).isZero();
    }

    private void answers(Page page, String answer, String reason) {
        open(page, "/blacklist?which=appealed");
        page.click(ENTRY + " summary");
        Forms.fill(page.locator(ENTRY + " form"), "reason", reason);
        keep(page, "blacklist-answer");
        page.click(ENTRY + " button[value=" + answer + "]");
        page.locator(ENTRY + " .state:text('Lifted')").waitFor();
    }

    private void open(Page page, String path) {
        page.navigate(province.address() + path);
    }

    private void keep(Page page, String name) {
        faults.addAll(StillDashboard.keepAsItIs(page, "journey-" + name));
    }
}
