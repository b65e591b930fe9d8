package org.assistcounter.endtoend;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The counter's own page, shown views by us instead of by the counter, in one size and language.
 * Its clock stands, so that nothing is forgotten and no story begins while we look.
 */
final class StillScreen {
    private static final Path PICTURES = Path.of("target/screens");
    private static final List<Panel> PANELS = List.of(new Panel(1080, 1920), new Panel(800, 480));
    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final int IDLE_MILLIS = 46_000;
    private static final int RETRY_MILLIS = 400;
    private static final int FRAME_MILLIS = 50;

    private final Page page;
    private final Panel panel;
    private final String language;
    private @Nullable WebSocketRoute counter;
    private long revision;

    /** The sizes a screen is drawn for, with the smallest edge that a finger hits. */
    private record Panel(int width, int height) {
        int touchMin() {
            return height > width ? 88 : 56;
        }
    }

    private StillScreen(Browsers browsers, String address, Panel panel, String language) {
        this.panel = panel;
        this.language = language;
        page = browsers.open(panel.width(), panel.height());
        page.clock().install();
        page.clock().pauseAt(Instant.now().plusSeconds(60).toString());
        page.routeWebSocket("**/view", route -> counter = route);
        page.navigate(address);
        awaitLink();
    }

    private void awaitLink() {
        page.waitForCondition(() -> counter != null);
    }

    /** Both panels, both languages. */
    static List<StillScreen> all(Browsers browsers, String address) {
        return PANELS.stream()
                .flatMap(panel ->
                        LANGUAGES.stream()
                                .map(words -> new StillScreen(browsers, address, panel, words)))
                .toList();
    }

    StillScreen show(JsonNode view) {
        link().send(((ObjectNode) view.deepCopy()).put("revision", ++revision).toString());
        String kind = view.path("kind").asString();
        page.waitForSelector("#view[data-kind='" + kind + "']");
        if (!page.locator("html").getAttribute("lang").startsWith(language)) {
            press("language");
        }
        return this;
    }

    private WebSocketRoute link() {
        return Objects.requireNonNull(counter);
    }

    private void press(String key) {
        page.locator("[data-key='" + key + "']").click();
    }

    /**
     * Switches contrast, and on the upright panel, which has what a seated shopper cannot reach,
     * the height. A second time switches them back.
     */
    void lowerOrRaise() {
        press("contrast");
        if (panel.height > panel.width) {
            press("lower");
        }
    }

    /** Only the goods of one category; "null" is all of them. */
    void choose(String category) {
        press("category-" + category);
    }

    /** Nobody touches it until the stories begin. */
    void idle() {
        page.clock().fastForward(IDLE_MILLIS);
        page.waitForSelector("#attract:not([hidden])");
    }

    void wake() {
        page.locator("#attract").click();
    }

    StillScreen help() {
        press("help");
        page.waitForSelector("#help:not([hidden])");
        return this;
    }

    void helped() {
        press("help-close");
    }

    /** Takes the counter away, as its death does. */
    void lose() {
        link().close();
        counter = null;
        page.waitForSelector("#away:not([hidden])");
    }

    /** The page looks for its counter again by itself. */
    void find() {
        page.clock().runFor(RETRY_MILLIS);
        awaitLink();
    }

    /** Keeps a picture and says what is drawn badly. */
    List<String> picture(String state) {
        page.clock().runFor(FRAME_MILLIS);
        Layout.settle(page);
        String name = "%s-%dx%d-%s.png".formatted(state, panel.width, panel.height, language);
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)));
        return Layout.faults(page, panel.touchMin()).stream()
                .map(fault -> name + ": " + fault)
                .toList();
    }
}
