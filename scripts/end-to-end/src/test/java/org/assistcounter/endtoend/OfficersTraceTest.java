package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An officer's desk and phone: from a county to the sale that a shopper has just made. */
@Tag("slow")
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(WholeChain.class)
class OfficersTraceTest {
    private static final int TRIES = 60;

    private final WholeChain.Running chain;
    private final Browsers browsers;
    private final List<String> faults = new ArrayList<>();

    OfficersTraceTest(WholeChain.Running chain) {
        this.chain = chain;
        this.browsers = chain.browsers();
    }

    @AfterAll
    static void closePages(WholeChain.Running chain) {
        chain.browsers().closePages();
    }

    @Test
    void leadsFromACountyToASiteToItsProductsAndFromALotToTheSale() {
        new ScreenWalks(browsers, chain).bringAbout("taken");
        String receipt = chain.album().view("taken").path("receiptCode").asString();
        chain.expectBooksToAgree();
        try (Page desk = browsers.open(1440, 900);
                Page phone = browsers.openPhone(390, 844)) {
            desk.navigate(chain.dashboardAddress() + "/counties?lang=en");
            awaitCount(desk);
            keep(desk, phone, "counties-sold");
            desk.click("#counties tbody tr:first-child td.what a");
            keep(desk, phone, "county-sold");
            desk.click("#districts tbody tr:first-child td.what a");
            keep(desk, phone, "county-district");
            desk.click("#sites tbody tr:first-child td.what a");
            keep(desk, phone, "county-site");
            assertThat(desk.locator("#delivered").textContent()).isNotEqualTo("0");

            desk.navigate(chain.dashboardAddress() + "/trace?code=" + receipt);
            String product = desk.locator("[data-product]").getAttribute("data-product");
            desk.navigate(chain.dashboardAddress() + "/products/" + product + "/sold");
            keep(desk, phone, "product-sold");
            assertThat(lotOf(desk, receipt)).isNotEmpty();
            keep(desk, phone, "lot-sold-sales");
            desk.click("a:has(#remains)");
            keep(desk, phone, "lot-sold");
            assertThat(desk.locator("#delivered").textContent()).isNotEqualTo("0");
        }
        assertThat(faults).isEmpty();
    }

    /** What went out is counted a second behind. */
    private static void awaitCount(Page page) {
        String first = "#counties tbody tr:first-child td:nth-child(4)";
        for (int i = 0; i < TRIES && page.locator(first).textContent().equals("0"); i++) {
            page.waitForTimeout(500);
            page.reload();
        }
        assertThat(page.locator(first).textContent()).isNotEqualTo("0");
    }

    /** Opens the sales of lot after lot until the receipt is among them. */
    private String lotOf(Page desk, String receipt) {
        List<String> lots =
                desk.locator("#lots td.number a").all().stream()
                        .map(sales -> sales.getAttribute("href"))
                        .toList();
        for (String lot : lots) {
            desk.navigate(chain.dashboardAddress() + lot);
            if (desk.locator("#units td.code").allTextContents().contains(receipt)) {
                return lot;
            }
        }
        return "";
    }

    private void keep(Page desk, Page phone, String name) {
        faults.addAll(StillDashboard.keepAsItIs(desk, "journey-" + name));
        phone.navigate(desk.url());
        faults.addAll(StillDashboard.keepAsItIs(phone, "journey-" + name + "-phone"));
    }
}
