package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** A technician at the counter, with fingers and with a keyboard, and what the fleet sees of it. */
@Tag("slow")
@ExtendWith(WholeChain.class)
@Execution(ExecutionMode.SAME_THREAD)
class ServiceTest {
    private static final int JAMMED_SLOT = 42;
    private static final double TOLD_MILLIS = Duration.ofSeconds(20).toMillis();
    private static final String LOCK = ".tasks :text('XA-0001, cooled compartment 1')";
    private static Browsers browsers;

    private final WholeChain.Running chain;

    ServiceTest(WholeChain.Running chain) {
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
    void liftsAColdChainLockAndTheCounterSellsAgain() {
        try (Page dashboard = dashboard();
                Screen screen = Screen.open(browsers, chain)) {
            Technician technician = new Technician(screen);
            chain.bench().command("air&milli=3000");
            technician.unlockIfNeeded();
            chain.bench().command("air&milli=15000");
            technician.awaitTooWarm();
            dashboard.waitForSelector(LOCK, soon());

            technician.hold();
            technician.typeWrongCode();
            JsonNode service = technician.typeCode();

            JsonNode lock = service.path("locks").get(0);
            assertThat(lock.path("reason").asString()).isEqualTo("too-warm");
            assertThat(lock.path("lots").get(0).path("good").path("slot").asInt())
                    .isEqualTo(Technician.CHILLED_SLOT);
            chain.bench().command("air&milli=3000");
            technician.lift(lock.path("compartment").asInt());
            technician.signOut();

            screen.choose(Technician.CHILLED_SLOT);
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().tapCard();
            screen.await("taken");
            screen.touch("done").await("browse");
            dashboard.waitForSelector(LOCK, soon().setState(gone()));
        }
    }

    /** As a counter is whose data folder is older than the service. */
    @Test
    void signsNobodyInWhereNoCodeWasSet() throws IOException {
        Path code = Path.of("target/data/counter/identity/service-code");
        Path aside = code.resolveSibling("service-code.aside");
        Files.move(code, aside);
        try (Screen screen = Screen.open(browsers, chain)) {
            Technician technician = new Technician(screen);
            technician.hold();
            technician.touchCode();

            screen.await("keypad", "phase", "unset");
            screen.touch("cancel").await("browse");
        } finally {
            Files.move(aside, code);
        }
    }

    @Test
    void switchesASlotOnAgainThatWasJammed() {
        chain.bench().command("jam&selection=" + JAMMED_SLOT);
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.choose(JAMMED_SLOT);
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().tapCard();
            screen.await("refund", "money", "returned");
            screen.touch("done").await("browse");
            chain.bench().command("clear-jam&selection=" + JAMMED_SLOT);
            Technician technician = new Technician(screen);

            technician.askByKeyboard();
            JsonNode service = technician.typeCodeByKeyboard();
            assertThat(Technician.isOff(service, JAMMED_SLOT)).isTrue();
            technician.mend(JAMMED_SLOT);
            technician.signOut();

            screen.choose(JAMMED_SLOT);
            screen.touch("way-card").await("card", "phase", "tap");
            chain.bench().tapCard();
            screen.await("taken");
            screen.touch("done").await("browse");
        }
    }

    private Page dashboard() {
        Page page = browsers.open(1280, 900);
        page.navigate(chain.dashboardAddress() + "/?lang=en");
        return page;
    }

    private static Page.WaitForSelectorOptions soon() {
        return new Page.WaitForSelectorOptions().setTimeout(TOLD_MILLIS);
    }

    private static WaitForSelectorState gone() {
        return WaitForSelectorState.DETACHED;
    }
}
