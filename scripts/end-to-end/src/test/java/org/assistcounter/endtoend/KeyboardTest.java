package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A shopper who has only keys, and one who touches everything. */
@Tag("slow")
@ExtendWith(WholeChain.class)
class KeyboardTest {
    private static final int TOUCHES = 80;
    private static final int HOME_AFTER_PRESSES = 120;
    private static final List<String> KEYS =
            List.of("ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Enter", "Escape");

    private static Browsers browsers;

    private final WholeChain.Running chain;

    KeyboardTest(WholeChain.Running chain) {
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

    @BeforeEach
    void sells() {
        chain.awaitSelling();
    }

    @AfterEach
    void booksAgree() {
        chain.awaitSelling();
        chain.expectBooksToAgree();
    }

    @Test
    void buysWithKeysAlone() {
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.await("browse");
            Keys keys = new Keys(screen.page());

            keys.enter("slot-34");
            screen.await("product");
            keys.press("Escape");
            screen.await("browse");
            keys.enter("slot-34");
            screen.await("product");
            keys.enter("buy");
            screen.await("pay");
            keys.enter("way-card");
            screen.await("card", "phase", "tap");
            chain.bench().tapCard();
            screen.await("taken");
            keys.press("Escape");
            screen.await("browse");
        }
    }

    @Test
    void asksForHelpWithKeysAlone() {
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.await("browse");
            Keys keys = new Keys(screen.page());
            Locator help = screen.page().locator("#help");

            keys.enter("help");
            help.waitFor();
            assertThat(help.textContent()).contains("小票码");
            keys.press("Enter");
            assertThat(help.isHidden()).isTrue();

            keys.enter("help");
            help.waitFor();
            keys.press("Escape");
            assertThat(help.isHidden()).isTrue();
        }
    }

    /** Whatever was touched, Esc leads home and no script has failed. */
    @Test
    void findsHomeFromWhereverAChildHasPlayed() {
        SplittableRandom random = new SplittableRandom(2026);
        List<String> errors = new ArrayList<>();
        try (Screen screen = Screen.open(browsers, chain)) {
            screen.await("browse");
            Page page = screen.page();
            page.onPageError(errors::add);
            for (int i = 0; i < TOUCHES; i++) {
                play(page, random);
                page.waitForTimeout(60);
            }

            assertThat(isHomeByEscape(page)).as("Esc leads home").isTrue();
            assertThat(errors).isEmpty();
            emptyBasket(screen);
        }
    }

    /** For the next shopper. */
    private static void emptyBasket(Screen screen) {
        Page page = screen.page();
        // What was touched last may still be on its way.
        page.waitForTimeout(1_000);
        if (page.locator("[data-key='basket']").count() > 0) {
            screen.touch("basket").await("basket");
            while (page.locator("#view[data-kind='basket']").count() > 0) {
                page.locator("[data-key^='remove-']").first().click();
                page.waitForTimeout(300);
            }
        }
    }

    private static void play(Page page, SplittableRandom random) {
        if (random.nextInt(3) == 0) {
            page.keyboard().press(KEYS.get(random.nextInt(KEYS.size())));
        } else {
            page.mouse().click(random.nextInt(1_080), random.nextInt(1_920));
        }
    }

    private static boolean isHomeByEscape(Page page) {
        for (int i = 0; i < HOME_AFTER_PRESSES; i++) {
            if (page.locator("#view[data-kind='browse']").count() > 0) {
                return true;
            }
            page.keyboard().press("Escape");
            page.waitForTimeout(500);
        }
        return false;
    }
}
