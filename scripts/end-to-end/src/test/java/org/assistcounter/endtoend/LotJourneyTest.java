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

/** A lot on its way from its supplier to a van, and to whoever scans its label. */
@Tag("slow")
@Order(13)
@ExtendWith(OwnFleet.class)
class LotJourneyTest {
    private static final String PRODUCT = "lot-walnut";
    private static final String GTIN = "6901234000016";
    private static final String LOT = "26W-01/A";
    private static final String LABEL = "/01/0" + GTIN + "/10/26W-01%2FA";

    private final Province province;
    private final List<String> faults = new ArrayList<>();

    LotJourneyTest(Province province) {
        this.province = province;
    }

    @Test
    void bringsALotFromItsSupplierToAVanAndToAPhone() {
        province.recognised("lot-growers", PRODUCT, GTIN);
        try (Page grower = province.grower().desk();
                Page dispatcher = province.dispatcher().desk();
                Page passer = province.browsers().openPhone(390, 844)) {
            passer.navigate(province.address() + LABEL + "?lang=zh");
            keep(passer, "label-unknown");
            assertThat(passer.locator("main").textContent()).contains("没有登记");

            entersTheLot(grower);
            findsItByItsCode(dispatcher);
            movesWithTheKeyboard(dispatcher);
            cannotLoadWithoutAPromise(dispatcher);
            addsThePromise(grower);
            loads(dispatcher);
            scansTheLabel(passer);
        }
        assertThat(faults).isEmpty();
    }

    /** The promise is begun and not finished, so nothing is taken; then it is left for later. */
    private void entersTheLot(Page page) {
        page.navigate(province.address() + "/products/" + PRODUCT);
        page.click(".head a[href^='/lots/new']");
        Locator form = page.locator("main form");
        assertThat(form.locator("[name=product]").inputValue()).isEqualTo(PRODUCT);
        Forms.fill(form, Papers.lot(LOT));
        Forms.fill(form, "certificate", "CN-SX-611026-000137");
        Forms.send(form);
        Forms.told(page, "all four");
        assertThat(form.locator("[name=grower]").inputValue()).isEqualTo("朱家湾村三组");
        keep(page, "lot-refused");
        Forms.fill(form, "certificate", "");
        Forms.send(form);
        page.waitForURL("**/lots/one?**");
        assertThat(page.locator("#codes").textContent()).contains("EAN-13", GTIN, "(10)" + LOT);
        keep(page, "lot-new");
    }

    /** First with a digit that was read wrongly. */
    private void findsItByItsCode(Page page) {
        page.navigate(province.address() + "/lots");
        scan(page, "6901234000017");
        Forms.told(page, "check digit is wrong");
        keep(page, "lots-scan-refused");
        scan(page, "(01)0" + GTIN + "(10)" + LOT);
        page.waitForURL("**/lots/one?**");
    }

    private static void scan(Page page, String code) {
        page.locator("[name=words]").fill(code);
        page.keyboard().press("Enter");
    }

    private void movesWithTheKeyboard(Page page) {
        page.locator("#held [name=from]").focus();
        type(page, "Tab");
        type(page, "Tab");
        type(page, "Tab");
        page.keyboard().type("Xi'an 1");
        type(page, "Tab");
        page.keyboard().type("401");
        type(page, "Tab");
        page.keyboard().type("first delivery");
        type(page, "Enter");
        Forms.told(page, "not so many");
        assertThat(page.locator("#held [name=to-place]").inputValue()).isEqualTo("Xi'an 1");
        keep(page, "lot-too-many");
        page.locator("#held [name=quantity]").fill("300");
        type(page, "Enter");
        page.locator("#movements td:text-is('first delivery')").waitFor();
        assertThat(page.locator("#held").textContent()).contains("Xi'an 1", "300", "100");
    }

    private static void type(Page page, String key) {
        page.keyboard().press(key);
    }

    private void cannotLoadWithoutAPromise(Page page) {
        Locator form = page.locator("#held form");
        move(form, "120");
        Forms.told(page, "promise certificate is missing");
        keep(page, "lot-may-not-load");
    }

    private static void move(Locator form, String quantity) {
        Forms.fill(
                form,
                "from",
                "warehouse",
                "from-place",
                "Xi'an 1",
                "to",
                "van",
                "to-place",
                "陕A 12345",
                "quantity",
                quantity);
        Forms.send(form);
    }

    private void addsThePromise(Page page) {
        page.click("#change summary");
        Locator form = page.locator("#change form");
        Forms.fill(form, Papers.promise());
        keep(page, "lot-change");
        Forms.send(form);
        page.locator(".head .state:text('may be loaded')").waitFor();
    }

    private void loads(Page page) {
        move(page.locator("#held form"), "120");
        page.locator("#movements td:has-text('陕A 12345')").waitFor();
        keep(page, "lot-moved");
    }

    private void scansTheLabel(Page page) {
        page.navigate(province.address() + LABEL);
        assertThat(page.locator("main").textContent())
                .contains("示例·lot-growers", "朱家湾村三组", "CN-SX-611026-000137", "¥26.80");
        keep(page, "label-zh");
        page.click(".language");
        page.locator("h1:text-is('Where it comes from')").waitFor();
        assertThat(page.locator("main").textContent()).contains("86 households live by it");
        keep(page, "label-en");
    }

    private void keep(Page page, String name) {
        faults.addAll(StillDashboard.keepAsItIs(page, "journey-" + name));
    }
}
