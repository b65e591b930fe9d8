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

/** A product on its way from its supplier through three offices to the public. */
@Tag("slow")
@Order(12)
@ExtendWith(OwnFleet.class)
class RecognitionJourneyTest {
    private static final String SUPPLIER = "yingpan";
    private static final String PRODUCT = "yingpan-walnut";
    private static final String GOOD_GTIN = "6901234567892";
    private static final String WRONG_GTIN = "6901234567891";

    private final Province province;
    private final List<String> faults = new ArrayList<>();

    RecognitionJourneyTest(Province province) {
        this.province = province;
    }

    @Test
    void bringsAProductFromItsSupplierToTheDirectory() {
        try (Page grower = comesIn();
                Page county = province.officer(Organisation.COUNTY).desk();
                Page city = province.officer(Organisation.CITY).phone();
                Page capital = province.officer(Organisation.PROVINCE).desk()) {
            entersTheSupplier(grower);
            entersTheProduct(grower);
            addsPapersAndApplies(grower);
            String application = returnedByTheCounty(county);
            mends(grower, application);

            assertThat(queue(city)).isZero();
            passes(county, application, "City check");
            keep(city, "recognition-city");
            assertThat(queue(city)).isEqualTo(1);
            passesOnAPhone(city, application);
            passes(capital, application, "Published");
            keep(capital, "application-published");

            province.daysGoBy();
            recognised(grower);
        }
        assertThat(faults).isEmpty();
    }

    /** By an invitation, with a password and an app of their own. */
    private Page comesIn() {
        String link = province.invited(Organisation.GROWERS, "SUPPLIER", "walnut.grower");
        Page page = province.comesIn("walnut.grower", link).desk();
        page.navigate(province.address() + "/recognition");
        keep(page, "recognition-empty");
        return page;
    }

    /** First with a county that is no more and a licence that has ended. */
    private void entersTheSupplier(Page page) {
        page.navigate(province.address() + "/suppliers");
        keep(page, "suppliers-empty");
        page.click(".head a[href='/suppliers/new']");
        Locator form = page.locator("main form");
        Forms.fill(form, Papers.supplier(SUPPLIER));
        Forms.fill(form, "county-code", "610928", "licence-until", "2020-01-01");
        Forms.send(form);
        Forms.told(page, "county code is no longer in use");
        Forms.fill(form, "county-code", "611026");
        Forms.send(form);
        Forms.told(page, "licence is out of date");
        assertThat(form.locator("[name=village]").inputValue()).isEqualTo("营盘镇朱家湾村");
        keep(page, "supplier-refused");

        Forms.fill(form, "licence-until", "2099-12-31");
        Forms.send(form);
        page.waitForURL("**/suppliers/" + SUPPLIER);
        assertThat(page.locator("h1").textContent()).isEqualTo("Example yingpan");
        keep(page, "supplier-new");
    }

    /** The barcode was read wrongly, and the price is above the ceiling. */
    private void entersTheProduct(Page page) {
        page.click(".head a[href^='/products/new']");
        Locator form = page.locator("main form");
        assertThat(form.locator("[name=supplier]").inputValue()).isEqualTo(SUPPLIER);
        Forms.fill(form, Papers.product(SUPPLIER, PRODUCT, WRONG_GTIN));
        Forms.send(form);
        Forms.told(page, "wrong check digit");
        assertThat(form.locator("[name=gtin]").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(form.locator("[name=story-zh]").inputValue()).contains("秦岭南坡");
        keep(page, "product-refused");

        Forms.fill(form, "gtin", GOOD_GTIN, "price", "31.00");
        Forms.send(form);
        Forms.told(page, "above the ceiling");
        Forms.fill(form, "price", "26.80");
        Forms.send(form);
        page.waitForURL("**/products/" + PRODUCT);
        keep(page, "product-new");
    }

    /** It is told what is missing, and sees where it stands and until when. */
    private void addsPapersAndApplies(Page page) {
        Forms.send(page.locator("#applications form"));
        Forms.told(page, "licence is missing");
        assertThat(page.locator("[role=alert]").textContent())
                .contains("proof of origin", "inspection report");
        page.navigate(province.address() + "/products/" + PRODUCT);
        Papers.NEEDED.forEach(kind -> Papers.add(page, kind, kind));
        Forms.send(page.locator("#applications form"));
        page.locator("#applications .state:text('County check')").waitFor();
        page.click("#applications td.what a");
        assertThat(page.locator(".lead").first().textContent()).contains("dealt with by 20");
        assertThat(page.locator(".stages [aria-current]").textContent()).contains("County check");
        keep(page, "application-supplier");
    }

    private String returnedByTheCounty(Page page) {
        assertThat(queue(page)).isEqualTo(1);
        assertThat(page.locator("[data-application] .when time").textContent()).startsWith("20");
        keep(page, "recognition-county");
        page.click("[data-application] .what a");
        String address = page.url();
        page.check("#decide input[value=return]");
        Forms.send(page.locator("#decide form"));
        Forms.told(page, "Say why");
        assertThat(page.locator("#decide input[value=return]").isChecked()).isTrue();
        page.fill("#decide textarea", "The inspection report is older than a year.");
        keep(page, "application-county");
        Forms.send(page.locator("#decide form"));
        page.locator(".head .state:text('Returned')").waitFor();
        return address;
    }

    private void mends(Page page, String application) {
        page.navigate(province.address() + "/recognition");
        page.click("[data-application] .what a");
        assertThat(page.url()).isEqualTo(application);
        assertThat(page.locator("#steps").textContent()).contains("older than a year");
        keep(page, "application-returned");
        page.click("#product header a");
        Papers.add(page, "inspection", "inspection-2026");
        page.navigate(application);
        page.check("#decide input[value=mended]");
        page.fill("#decide textarea", "This year's report is added.");
        Forms.send(page.locator("#decide form"));
        page.locator(".head .state:text('County check')").waitFor();
    }

    private static void passes(Page page, String application, String then) {
        page.navigate(application);
        page.check("#decide input[value=pass]");
        Forms.send(page.locator("#decide form"));
        page.locator(".head .state:text('" + then + "')").waitFor();
    }

    /** From the queue, in Chinese. */
    private void passesOnAPhone(Page page, String application) {
        page.click("[data-application] .what a");
        assertThat(page.url()).isEqualTo(application);
        keep(page, "application-phone");
        page.check("#decide input[value=pass]");
        Forms.send(page.locator("#decide form"));
        page.locator(".head .state:text('省级审核')").waitFor();
        assertThat(queue(page)).isZero();
    }

    private void recognised(Page page) {
        page.navigate(province.address() + "/products/" + PRODUCT);
        for (int looked = 0; looked < 50 && !isRecognised(page); looked++) {
            page.waitForTimeout(100);
            page.reload();
        }
        assertThat(isRecognised(page)).isTrue();
        keep(page, "product-recognised");
        page.navigate(province.address() + "/directory/" + PRODUCT);
        assertThat(page.locator("main").textContent()).contains("Zhashui walnuts", "¥26.80");
    }

    private static boolean isRecognised(Page page) {
        return page.locator(".head .state-good:has-text('recognised until')").count() == 1;
    }

    private int queue(Page page) {
        page.navigate(province.address() + "/recognition");
        return page.locator("[data-application]").count();
    }

    private void keep(Page page, String name) {
        faults.addAll(StillDashboard.keepAsItIs(page, "journey-" + name));
    }
}
