package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A shopper's phone: where the packet is from, and what else is recognised. No sign-in. */
@Tag("slow")
@Order(Integer.MAX_VALUE - 1)
@ExtendWith(WholeChain.class)
class ShopperTraceTest {
    private static final String COUNTY = "611026";

    private final WholeChain.Running chain;
    private final Browsers browsers;
    private final List<String> faults = new ArrayList<>();

    ShopperTraceTest(WholeChain.Running chain) {
        this.chain = chain;
        this.browsers = chain.browsers();
    }

    @AfterAll
    static void closePages(WholeChain.Running chain) {
        chain.browsers().closePages();
    }

    @Test
    void tellsWhereWhatWasBoughtIsFromInBothLanguages() {
        new ScreenWalks(browsers, chain).bringAbout("taken");
        String receipt = chain.album().view("taken").path("receiptCode").asString();
        chain.expectBooksToAgree();
        try (Page phone = browsers.openPhone(390, 844)) {
            phone.navigate(chain.dashboardAddress() + "/trace?lang=zh");
            phone.fill("[name=code]", "X".repeat(8));
            phone.keyboard().press("Enter");
            phone.locator("[role=status]:has-text('没有找到')").waitFor();
            keep(phone, "trace-unknown");

            phone.fill("[name=code]", receipt.toLowerCase(Locale.ROOT));
            phone.keyboard().press("Enter");
            phone.locator("[data-product]").waitFor();
            assertThat(phone.locator("[data-product]").textContent()).contains("归种植户和合作社");
            keep(phone, "trace-zh");
            phone.click(".language");
            phone.locator("h1:text-is('Where it comes from')").waitFor();
            assertThat(phone.locator("[data-product]").textContent())
                    .contains("goes to those who grow and make it");
            assertThat(phone.locator("[name=code]").inputValue()).isNotEmpty();
            keep(phone, "trace-en");
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void findsByCountyAndSeasonAndTakesTheListHome() throws IOException {
        try (Page phone = browsers.openPhone(390, 844)) {
            phone.navigate(chain.dashboardAddress() + "/directory?lang=zh");
            phone.selectOption("[name=within]", COUNTY);
            phone.selectOption("[name=month]", "10");
            phone.click("button[type=submit]");
            int found = phone.locator(".cards li").count();
            assertThat(found).isPositive();
            assertThat(phone.locator(".cards .seal").allTextContents())
                    .allMatch(seal -> seal.contains("柞水"));
            keep(phone, "directory-county");

            JsonNode all = JsonMapper.shared().readTree(Files.readString(taken(phone, "JSON")));
            assertThat(all.isArray() ? all.size() : all.path("products").size()).isEqualTo(found);
            assertThat(Files.readAllLines(taken(phone, "CSV"))).hasSize(found + 1);

            phone.click(".cards a >> nth=0");
            phone.locator(".story").waitFor();
            keep(phone, "directory-entry");
            phone.click("a[href*='within=']");
            assertThat(phone.locator(".cards li").count()).isGreaterThanOrEqualTo(found);
            phone.fill("[name=words]", "没有这种东西");
            phone.keyboard().press("Enter");
            phone.locator(".empty").waitFor();
            keep(phone, "directory-nothing");
            phone.navigate(chain.dashboardAddress() + "/01/06901234567892/10/NONE");
            phone.locator("[role=status]").waitFor();
            keep(phone, "label-of-nothing");
        }
        assertThat(faults).isEmpty();
    }

    private static Path taken(Page page, String kind) {
        String address = page.locator(".found a:text-is('" + kind + "')").getAttribute("href");
        Path kept = Path.of("target/screens/directory." + kind.toLowerCase(Locale.ROOT));
        String origin = page.url().replaceFirst("(https?://[^/]+).*", "$1");
        try {
            return Files.write(kept, page.request().get(origin + address).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(Page page, String name) {
        faults.addAll(StillDashboard.keepAsItIs(page, "journey-" + name));
    }
}
