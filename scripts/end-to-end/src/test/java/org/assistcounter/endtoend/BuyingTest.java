package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** What a shopper does at the counter, with fingers, in a real browser. */
@Tag("slow")
@ExtendWith(WholeChain.class)
@Execution(ExecutionMode.SAME_THREAD)
class BuyingTest {
    private static final double SECOND = Duration.ofSeconds(1).toMillis();
    private static Browsers browsers;

    private final WholeChain.Running chain;

    BuyingTest(WholeChain.Running chain) {
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

    @AfterEach
    void booksAgree() {
        chain.expectBooksToAgree();
    }

    @Test
    void buysByCardInChineseAndSeesTheSaleArrive() {
        try (Page dashboard = dashboard();
                Screen screen = Screen.open(browsers, chain)) {
            screen.speak("zh").choose(11);
            String receipt =
                    screen.touch("way-card")
                            .await("card", "phase", "tap")
                            .path("receiptCode")
                            .asString();
            chain.bench().tapCard();

            screen.await("taken");

            expectArrival(dashboard, receipt);
            assertThat(screen.words().textContent()).contains("取货");
            assertThat(screen.words().textContent()).contains(receipt);
            screen.touch("done").await("browse");
        }
    }

    @Test
    void connectsItsScreenAnewWhenItIsShownNothing() {
        AtomicInteger connections = new AtomicInteger();
        try (Page page = browsers.open(1080, 1920)) {
            page.routeWebSocket(
                    Pattern.compile(".*/view"),
                    socket -> {
                        if (connections.incrementAndGet() > 1) {
                            socket.connectToServer();
                        }
                    });
            page.navigate(chain.screenAddress());

            page.waitForSelector(
                    "#view[data-kind='browse']",
                    new Page.WaitForSelectorOptions().setTimeout(40 * SECOND));

            assertThat(connections).hasValue(2);
        }
    }

    @Test
    void buysByCodeInEnglishAndSeesTheSaleArrive() {
        try (Page dashboard = dashboard();
                Screen screen = Screen.open(browsers, chain)) {
            screen.speak("en").choose(12);
            JsonNode scan = screen.touch("way-wechat").await("wallet", "phase", "scan");
            payOnThePhone(scan.path("qr").asString());

            screen.await("taken");

            expectArrival(dashboard, scan.path("receiptCode").asString());
            assertThat(screen.page().locator("html").getAttribute("lang")).isEqualTo("en");
            screen.touch("done").await("browse");
        }
    }

    @Test
    void buysByTheCodeOnAPhoneAfterTwoWrongOnes() {
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.choose(12);
            chain.bench().command("scan&code=6212345678901234567");
            screen.await("pay", "scan", "unknown-code");
            chain.bench().command("scan&code=" + ScreenWalks.PICKUP_CODE);
            screen.await("pay", "scan", "pickup-code");
            assertThat(screen.words().textContent()).contains("取货码");

            chain.bench().command("scan&code=287654321012345678");

            screen.await("taken");
            screen.touch("done").await("browse");
        }
    }

    @Test
    void paysNothingWhenTheCardIsDeclined() {
        long before = chain.cardFen();
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.choose(13);
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().command("deny");
            chain.bench().tapCard();

            JsonNode end = screen.await("unpaid");

            assertThat(end.path("reason").asString()).isEqualTo("declined");
            assertThat(chain.cardFen()).isEqualTo(before);
            screen.touch("done").await("browse");
        }
    }

    @Test
    void paysNothingWhenItIsCancelled() {
        long before = chain.cardFen();
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.choose(14);
            screen.touch("way-card").await("card", "phase", "tap");
            screen.touch("cancel");

            JsonNode end = screen.await("unpaid");

            assertThat(end.path("reason").asString()).isEqualTo("cancelled");
            assertThat(chain.cardFen()).isEqualTo(before);
            screen.touch("done").await("browse");
        }
    }

    @Test
    void givesTheMoneyBackOnceWhenTheSpiralJams() {
        long refundedBefore = chain.bench().state().path("refundedFen").asLong();
        long keptBefore = chain.cardFen();
        chain.bench().command("jam&selection=21");
        try (Screen screen = Screen.open(browsers, chain)) {
            long price = screen.choose(21).path("amountFen").asLong();
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().tapCard();

            screen.await("refund", "money", "returned");

            long refunded = chain.bench().state().path("refundedFen").asLong() - refundedBefore;
            assertThat(refunded).isEqualTo(price);
            assertThat(chain.cardFen()).isEqualTo(keptBefore);
            screen.touch("done").await("browse");
        } finally {
            chain.bench().command("clear-jam&selection=21");
        }
    }

    @Test
    void buysSeveralItemsByCardOneAfterTheOtherAsOneSale() {
        long before = chain.cardFen();
        try (Page dashboard = dashboard();
                Screen screen = Screen.open(browsers, chain)) {
            JsonNode pay = screen.fill(31, 32);
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().tapCard();
            screen.await("dispensing");
            screen.await("card", "phase", "tap");
            chain.bench().tapCard();

            JsonNode end = screen.await("summary", "money", "kept");

            long total = pay.path("amountFen").asLong();
            assertThat(end.path("amountFen").asLong()).isEqualTo(total);
            assertThat(chain.cardFen()).isEqualTo(before + total);
            expectArrival(dashboard, end.path("receiptCode").asString());
            screen.touch("done").await("browse");
        }
    }

    @Test
    void letsAShopperGoBackFromPayingAndTakeAnItemOut() {
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.fill(31, 32);
            screen.touch("back").await("basket");
            screen.page().locator("[data-key='remove-31']").click();
            screen.await(view -> view.path("lines").size() == 1);

            screen.touch("remove-32").await("browse");

            assertThat(screen.page().locator(".basket-bar").count()).isZero();
        }
    }

    private Page dashboard() {
        Page page = browsers.open(1280, 900);
        page.navigate(chain.dashboardAddress());
        return page;
    }

    /** It was not reloaded: the page is the one that was opened before the sale. */
    private static void expectArrival(Page dashboard, String receipt) {
        dashboard.waitForSelector(
                "[data-sale='" + receipt + "']",
                new Page.WaitForSelectorOptions().setTimeout(SECOND));
    }

    private static void payOnThePhone(String address) {
        try (Page phone = browsers.open(400, 800)) {
            phone.navigate(address);
            phone.locator("form button").first().click();
        }
    }
}
