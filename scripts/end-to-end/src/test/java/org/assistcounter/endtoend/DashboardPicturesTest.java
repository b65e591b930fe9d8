package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static Browsers browsers;
    private static StillDashboard dashboard;

    private final WholeChain.Running chain;

    DashboardPicturesTest(WholeChain.Running chain) {
        this.chain = chain;
    }

    @BeforeAll
    static void openPages(WholeChain.Running chain) {
        browsers = new Browsers();
        dashboard = new StillDashboard(browsers);
        ScreenWalks walks = new ScreenWalks(browsers, chain);
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
    static void closeBrowser() {
        browsers.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/, front",
        "/counters/XA-0001, counter",
        "/counters/XX-9999, no-counter",
        "/books, books",
        "/reconciliation, reconciliation",
        "/reconciliation/999999, no-difference",
        "/sign-in, sign-in",
        "/account, account"
    })
    void drawsEveryPage(String path, String name) {
        assertThat(dashboard.keep(chain.dashboardAddress() + path, name)).isEmpty();
    }

    /** A counter whose memory was exchanged has another journal than the one the fleet knows. */
    @Test
    void drawsWhatWasRefused() throws IOException {
        chain.demonstration().crew().stop("agent");
        Files.move(JOURNAL, KEPT);
        try {
            chain.demonstration().crew().start("agent");
            try (Page page = browsers.open(1440, 900)) {
                page.navigate(chain.dashboardAddress() + "/refused");
                page.waitForSelector("#refused tbody tr");
            }
            String address = chain.dashboardAddress();
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
