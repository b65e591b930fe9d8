package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A price that is changed at the fleet: on the shopper's screen, in the sale, on the pages. */
@Tag("slow")
@ExtendWith(WholeChain.class)
class PricesTest {
    private static final int SLOT = 11;
    private static final String PRODUCT = "xunyi-pingguo";
    private static final int LISTED = 990;
    private static final int RAISED = 1_090;
    private static final double TOLD_MILLIS = Duration.ofSeconds(20).toMillis();
    private static Browsers browsers;

    private final WholeChain.Running chain;

    PricesTest(WholeChain.Running chain) {
        this.chain = chain;
    }

    @BeforeAll
    static void openBrowser(WholeChain.Running chain) {
        browsers = chain.browsers();
    }

    @AfterAll
    static void closePages() {
        browsers.closePages();
    }

    @Test
    void aPriceIsRaisedAndShownAndPaidAndPutBack() {
        try (Page desk = browsers.open(1280, 900);
                Screen screen = Screen.open(browsers, chain)) {
            screen.await("browse");
            try {
                wants(desk, "set", "10.90");
                screen.await(view -> priceFen(view) == RAISED);
                buy(screen);
                shown(desk, "#sold-by .state-good");
                shown(desk, "#sales :text('¥10.90')");
            } finally {
                wants(desk, "card", "");
            }
            screen.await(view -> priceFen(view) == LISTED);
        }
        chain.expectBooksToAgree();
    }

    private void wants(Page desk, String pricing, String yuan) {
        desk.navigate(chain.dashboardAddress() + "/directives?lang=en");
        desk.selectOption("[name=product]", PRODUCT);
        desk.selectOption("[name=pricing]", pricing);
        desk.fill("[name=price]", yuan);
        desk.fill("[name=counter]", "XA-0001");
        desk.click("#change button");
        desk.waitForSelector("#changes tbody tr");
        assertThat(desk.locator("[role=alert]").count()).isZero();
    }

    private void buy(Screen screen) {
        screen.choose(SLOT);
        screen.touch("way-card").await("card", "phase", "tap");
        chain.bench().tapCard();
        screen.await("taken");
        screen.touch("done").await("browse");
    }

    private void shown(Page desk, String selector) {
        desk.navigate(chain.dashboardAddress() + "/counters/XA-0001?lang=en");
        desk.waitForSelector(selector, new Page.WaitForSelectorOptions().setTimeout(TOLD_MILLIS));
    }

    private static int priceFen(JsonNode view) {
        for (JsonNode good : view.path("goods")) {
            if (good.path("slot").asInt() == SLOT) {
                return good.path("priceFen").asInt();
            }
        }
        return -1;
    }
}
