package org.assistcounter.endtoend;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shopper's screen in a real browser: fingers on it, and the views that were pushed to it. */
final class Screen implements AutoCloseable {
    private static final int TOUCHES_MAX = 5;
    private static final double PATIENCE_MILLIS = Duration.ofSeconds(45).toMillis();

    private final Page page;
    private final Album album;
    private final Deque<JsonNode> unseen = new ArrayDeque<>();
    private int refusals;
    private JsonNode view = JsonMapper.shared().createObjectNode();

    private Screen(Page page, Album album) {
        this.page = page;
        this.album = album;
    }

    static Screen open(Browsers browsers, WholeChain.Running chain) {
        Screen screen = new Screen(browsers.open(1080, 1920), chain.album());
        screen.page.onWebSocket(
                socket -> socket.onFrameReceived(frame -> screen.received(frame.text())));
        screen.page.navigate(chain.screenAddress());
        return screen;
    }

    private void received(String text) {
        JsonNode frame = JsonMapper.shared().readTree(text);
        if (frame.has("refused")) {
            refusals++;
            return;
        }
        view = frame;
        unseen.add(frame);
        album.keep(frame);
    }

    Page page() {
        return page;
    }

    /**
     * Touches what the screen names so and waits until it moves on. A view that changed under the
     * finger makes the touch stale; like a shopper, it is repeated.
     */
    Screen touch(String key) {
        String before = state();
        refusals = 0;
        unseen.clear();
        finger(key);
        int answered = 0;
        while (state().equals(before)) {
            page.waitForCondition(
                    () -> !state().equals(before) || refusals > 0,
                    new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));
            if (state().equals(before) && answered++ < TOUCHES_MAX) {
                refusals = 0;
                finger(key);
            }
        }
        return this;
    }

    private void finger(String key) {
        page.locator("[data-key='" + key + "']").first().click();
    }

    private String state() {
        return view.path("kind").asString("") + " " + view.path("phase").asString("");
    }

    Screen speak(String language) {
        String now = page.locator("html").getAttribute("lang").startsWith("zh") ? "zh" : "en";
        if (!now.equals(language)) {
            finger("language");
        }
        return this;
    }

    /** Waits until a view of this kind is drawn. */
    JsonNode await(String kind) {
        await(view -> view.path("kind").asString("").equals(kind));
        page.waitForSelector(
                "#view[data-kind='" + kind + "']",
                new Page.WaitForSelectorOptions().setTimeout(PATIENCE_MILLIS));
        return view;
    }

    JsonNode await(String kind, String field, String value) {
        return await(view ->
                view.path("kind").asString("").equals(kind)
                        && view.path(field).asString("").equals(value));
    }

    JsonNode await(Predicate<JsonNode> wanted) {
        JsonNode[] found = new JsonNode[] {view};
        page.waitForCondition(
                () -> {
                    while (!unseen.isEmpty() && !wanted.test(found[0])) {
                        found[0] = unseen.remove();
                    }
                    return wanted.test(found[0]);
                },
                new Page.WaitForConditionOptions().setTimeout(PATIENCE_MILLIS));
        return found[0];
    }

    /** From the shelf to the ways to pay. */
    JsonNode choose(int slot) {
        await("browse");
        touch("slot-" + slot);
        await("product");
        touch("buy");
        return await("pay");
    }

    /** Several items into the basket, and from there to the ways to pay. */
    JsonNode fill(int... slots) {
        for (int slot : slots) {
            await("browse");
            touch("slot-" + slot);
            await("product");
            touch("add");
        }
        await("browse");
        touch("basket");
        await("basket");
        touch("checkout");
        return await("pay");
    }

    Locator words() {
        return page.locator("#view");
    }

    @Override
    public void close() {
        page.close();
    }
}
