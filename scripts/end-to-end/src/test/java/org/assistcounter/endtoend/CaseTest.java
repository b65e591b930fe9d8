package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assistcounter.scripts.launcher.Shopper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Money whose fate only a person can decide, as the people who decide see it. */
@Tag("slow")
@ExtendWith(WholeChain.class)
class CaseTest {
    private static final int SLOT = 74;
    private static final double BACK_MILLIS = Duration.ofSeconds(45).toMillis();
    private static final Pattern AGE = Pattern.compile("just now|\\d+ min");
    private static Browsers browsers;

    private final WholeChain.Running chain;

    CaseTest(WholeChain.Running chain) {
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
    void showsTheCaseOfASaleWhoseMotorTurnedWhenThePowerFailed() {
        try (Page dashboard = browsers.open(1280, 900)) {
            dashboard.navigate(chain.dashboardAddress() + "/?lang=en");
            dashboard.evaluate("window.isTheSamePage = true");
            JsonNode sale = isKilledInTheMiddleOfATurn();

            Locator line = lineOf(dashboard, sale.path("receiptCode").asString());

            line.waitFor(new Locator.WaitForOptions().setTimeout(BACK_MILLIS));
            assertThat(dashboard.evaluate("window.isTheSamePage")).isEqualTo(true);
            assertThat(line.locator(".kind").textContent()).contains("Case to decide");
            assertThat(line.locator(".what").textContent())
                    .contains("Paid, and no proof of delivery")
                    .contains("XA-0001")
                    .contains("slot " + SLOT)
                    .contains(sale.path("good").path("name").path("en").asString());
            assertThat(line.locator(".money").textContent())
                    .isEqualTo(yuan(sale.path("amountFen").asLong()));
            assertThat(line.locator(".age").textContent().strip()).matches(AGE);
            assertThat(line.locator(".owner").textContent()).isEqualTo("Dispatcher");
        }
        chain.awaitSelling();
        chain.expectBooksToAgree();
    }

    private JsonNode isKilledInTheMiddleOfATurn() {
        try (Shopper shopper = chain.shopper()) {
            JsonNode sale = shopper.chooseCard(SLOT);
            chain.bench().tapCard();
            shopper.awaitKind("dispensing");
            chain.demonstration().crew().kill("agent");
            return sale;
        }
    }

    private static Locator lineOf(Page dashboard, String receipt) {
        return dashboard.locator("[data-case='" + receipt + "']");
    }

    private static String yuan(long fen) {
        return "¥%d.%02d".formatted(fen / 100, fen % 100);
    }
}
