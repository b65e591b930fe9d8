package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Keeps a picture of every page of the dashboard, on a desk and on a phone, in both languages, when
 * there were sales, refunds and a case; and looks itself for what is drawn badly.
 */
@Tag("slow")
@Order(Integer.MAX_VALUE)
@ExtendWith(WholeChain.class)
class DashboardPicturesTest {
    private static final Path JOURNAL = Path.of("target/data/counter/journal.sqlite");
    private static final Path KEPT = Path.of("target/data/counter/kept.sqlite");
    private static final int QUESTIONS_MAX = 20;
    private static final int PAUSE_MILLIS = 1_000;
    private static Browsers browsers;
    private static StillDashboard dashboard;
    private static ScreenWalks walks;

    private final WholeChain.Running chain;

    DashboardPicturesTest(WholeChain.Running chain) {
        this.chain = chain;
    }

    @BeforeAll
    static void openPages(WholeChain.Running chain) {
        browsers = chain.browsers();
        dashboard = new StillDashboard(browsers);
        walks = new ScreenWalks(browsers, chain);
        walks.bringAbout("taken");
        walks.bringAbout("refund-on-its-way");
        walks.bringAbout("refund-case");
        chain.expectBooksToAgree();
        compare(chain.dashboardAddress() + "/reconciliation");
    }

    /** The page shows by itself how far the comparison is. */
    private static void compare(String address) {
        try (Page page = browsers.open(1440, 900)) {
            page.navigate(address);
            page.click("form[action='/reconciliation/run'] button");
            page.waitForSelector("#days tbody tr:nth-child(7)");
            page.waitForSelector("#days .state-good");
            assertThat(page.locator("#differences .calm").count()).isEqualTo(1);
        }
    }

    @AfterAll
    static void closePages() {
        browsers.closePages();
    }

    @ParameterizedTest
    @CsvSource({
        "/, front",
        "/counters/XA-0001, counter",
        "/counters/XX-9999, no-counter",
        "/books, books",
        "/cases, cases",
        "/cases/4711, no-case",
        "/certificates, certificates",
        "/reconciliation, reconciliation",
        "/reconciliation/999999, no-difference",
        "/doubts/999999, no-doubt",
        "/directives, directives",
        "/people, people",
        "/audit?check=true, audit",
        "/tenants, tenants",
        "/tenants/demonstration/provider, provider",
        "/recognition?which=province, recognition",
        "/products, products",
        "/products/zhashui-muer, product",
        "/products/new, product-form",
        "/suppliers, suppliers",
        "/suppliers/new, supplier-form",
        "/lots, lots",
        "/lots/new, lot-form",
        "/lots/trace?product=zhashui-muer&lot=L1, lot-trace",
        "/lots/sales?product=zhashui-muer&lot=L1, lot-sales",
        "/counties, counties",
        "/inspections, inspections",
        "/blacklist, blacklist",
        "/files, files",
        "/directory, directory",
        "/directory/zhashui-muer, directory-entry",
        "/trace, trace",
        "/look-around, look-around",
        "/welcome/none, no-welcome",
        "/sign-in, sign-in",
        "/sign-in?why=provider-unknown, sign-in-refused",
        "/sign-in?why=out-here, signed-out",
        "/account, account"
    })
    void drawsEveryPage(String path, String name) {
        assertThat(dashboard.keep(chain.dashboardAddress() + path, name)).isEmpty();
    }

    /** Whatever the demonstration has most of to show. */
    @ParameterizedTest
    @CsvSource({
        "/suppliers, '#suppliers td.what a', supplier",
        "/lots, '#lots td.what a', lot",
        "/counties, '#counties td.what a', county",
        "/recognition?which=returned, '#applications td.what a', application-returned",
        "/recognition?which=province, '#applications td.what a', application",
        "/products?which=excluded, '#products td.what a', product-excluded"
    })
    void drawsOneOfEachKind(String list, String link, String name) {
        String address = chain.dashboardAddress();
        try (Page page = browsers.open(1440, 900)) {
            page.navigate(address + list);
            String first = page.locator(link).first().getAttribute("href");
            assertThat(dashboard.keep(address + first, name)).isEmpty();
        }
    }

    /** What a form answers has no address of its own. */
    @Test
    void drawsTheTokenForNewKeysOnAPhone() {
        try (Page phone = browsers.openPhone(390, 844)) {
            phone.navigate(chain.dashboardAddress() + "/counters/XA-0001?lang=en");
            phone.locator("#renew textarea").fill("Keys are changed each year");
            phone.locator("#renew button").click();
            phone.locator("#token").waitFor();

            String token = phone.locator("#token .code").textContent();
            assertThat(phone.locator("#same-card .code").textContent())
                    .startsWith("renew ")
                    .contains(token);
            assertThat(phone.locator("#another-card .code").textContent())
                    .startsWith("enrol ")
                    .contains(token);
            assertThat(dashboard.keep(phone, "renewal")).isEmpty();
        }
    }

    /** From the line on the first page to the last fen, with a slip on the way. */
    @Test
    void settlesACase() {
        try (Page page = browsers.open(1440, 900)) {
            page.navigate(chain.dashboardAddress() + "/?lang=en");
            page.locator("[data-case] .what a[href^='/cases/']").first().click();
            String address = page.url();
            String code = page.locator("main").getAttribute("data-case");
            String claim = chain.dashboardAddress() + "/receipt/claim?code=" + code;
            List<String> faults = new ArrayList<>(dashboard.keep(claim, "claim"));
            asksForTheMoney(claim);
            faults.addAll(dashboard.keep(claim, "claim-asked"));
            page.reload();
            assertThat(page.locator("#claim").textContent()).contains("139 0000 0000");
            faults.addAll(dashboard.keep(address, "case-open"));

            page.locator("input[value=pay-back]").check();
            page.locator("textarea").fill("counted the slot, one too many");
            page.locator("#decide button").click();
            page.locator("#ruling").waitFor();
            faults.addAll(dashboard.keep(address, "case-owed"));

            page.locator("[name=reference]").fill("    ");
            page.locator("#ruling button").click();
            page.locator("[role=alert]").waitFor();
            assertThat(page.locator("[role=alert]").textContent()).contains("reference");
            page.locator("[name=reference]").fill("RF-20261128-01");
            page.locator("#ruling button").click();
            page.waitForURL(address);
            assertThat(page.locator("#ruling .steps").textContent()).contains("RF-20261128-01");
            faults.addAll(dashboard.keep(address, "case-settled"));
            faults.addAll(dashboard.keep(chain.dashboardAddress() + "/cases", "cases-settled"));
            assertThat(faults).isEmpty();
        }
    }

    private static void asksForTheMoney(String address) {
        try (Page phone = browsers.openPhone(390, 844)) {
            phone.navigate(address);
            phone.locator("#contact").fill("139 0000 0000");
            phone.locator("#said").fill("The screen went dark");
            phone.locator("button").click();
            phone.locator("main[data-state=ASKED]").waitFor();
        }
    }

    /** What a shopper's phone shows of a basket of which one item did not come. */
    @ParameterizedTest
    @CsvSource({
        "summary-returned, receipt-card, DELIVERED, RETURNED",
        "summary-on-its-way, receipt-wallet, DELIVERED, REFUNDED",
        "summary-case, receipt-case, DELIVERED, WITH_A_PERSON"
    })
    void drawsWhatAReceiptTellsOfEachItem(String state, String name, String good, String bad) {
        walks.bringAbout(state);
        String code = chain.album().view(state).path("receiptCode").asString();
        String address = chain.dashboardAddress() + "/receipt?code=" + code;
        try (Page page = browsers.openPhone(390, 844)) {
            awaitItem(page, address, good);
            awaitItem(page, address, bad);
            assertThat(page.locator(".items li").count()).isEqualTo(2);
        }

        assertThat(dashboard.keep(address, name)).isEmpty();
    }

    /** The page does not change by itself; a shopper asks again. */
    private static void awaitItem(Page page, String address, String standing) {
        Locator item = page.locator(".items [data-state=" + standing + "]");
        for (int asked = 0; asked < QUESTIONS_MAX; asked++) {
            page.navigate(address);
            if (item.count() == 1) {
                return;
            }
            page.waitForTimeout(PAUSE_MILLIS);
        }
        throw new AssertionError(standing + " never came: " + page.locator("main").textContent());
    }

    /** A counter whose memory was exchanged has another journal than the one the fleet knows. */
    @Test
    void drawsWhatWasRefusedAndWhoIsDoubted() throws IOException {
        chain.demonstration().crew().stop("agent");
        Files.move(JOURNAL, KEPT);
        try {
            chain.demonstration().crew().start("agent");
            String address = chain.dashboardAddress();
            String doubt;
            try (Page page = browsers.open(1440, 900)) {
                page.navigate(address + "/refused");
                page.waitForSelector("#refused tbody tr");
                page.navigate(address + "/doubts");
                doubt = page.locator("#open .at a").first().getAttribute("href");
            }
            assertThat(dashboard.keep(address + "/doubts", "doubts")).isEmpty();
            assertThat(dashboard.keep(address + doubt, "doubt")).isEmpty();
            assertThat(dashboard.keep(address + "/refused", "refused")).isEmpty();
            assertThat(dashboard.keep(address + "/", "front-refused")).isEmpty();
        } finally {
            chain.demonstration().crew().stop("agent");
            Files.deleteIfExists(JOURNAL);
            Files.move(KEPT, JOURNAL);
            chain.demonstration().crew().start("agent");
        }
        chain.awaitSelling();
    }
}
