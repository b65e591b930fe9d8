package org.assistcounter.endtoend;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import java.util.Objects;
import org.assistcounter.scripts.launcher.Demonstration;
import tools.jackson.databind.JsonNode;

/** A technician at the shopper's screen: asks for the keypad, signs in, mends, signs out. */
record Technician(Screen screen) {
    /** The demonstration's only good that is sold from a cooled compartment. */
    static final int CHILLED_SLOT = 63;

    private static final String CODE = Demonstration.SERVICE_CODE;
    private static final String WRONG_CODE = "402918";
    private static final double HOLD_MILLIS = 2_700;
    private static final double LOCKED_MILLIS = Duration.ofSeconds(100).toMillis();

    /** With a finger on the mark. */
    void hold() {
        screen.await("browse");
        wake();
        BoundingBox mark = Objects.requireNonNull(page().locator(".mark").boundingBox());
        page().mouse().move(mark.x + mark.width / 2, mark.y + mark.height / 2);
        page().mouse().down();
        page().waitForTimeout(HOLD_MILLIS);
        page().mouse().up();
        screen.await("keypad", "phase", "enter");
    }

    /** The stories of the origin begin where nobody touches anything. */
    private void wake() {
        Locator stories = page().locator("#attract");
        if (stories.isVisible()) {
            stories.click();
        }
    }

    /** With the keys of a keyboard. */
    void askByKeyboard() {
        screen.await("browse");
        page().keyboard().press("Control+Alt+s");
        screen.await("keypad", "phase", "enter");
    }

    void typeWrongCode() {
        touch(WRONG_CODE);
        screen.await("keypad", "phase", "wrong");
    }

    void touchCode() {
        touch(CODE);
    }

    JsonNode typeCode() {
        touchCode();
        return screen.await("service");
    }

    JsonNode typeCodeByKeyboard() {
        CODE.chars().forEach(digit -> page().keyboard().press(String.valueOf((char) digit)));
        page().keyboard().press("Enter");
        return screen.await("service");
    }

    private void touch(String code) {
        code.chars().forEach(digit -> click("digit-" + (char) digit));
        screen.touch("code");
    }

    /** Pressed twice, because food safety hangs on it. */
    void lift(int compartment) {
        click("lift-restocked-" + compartment);
        click("lift-restocked-" + compartment);
        screen.await(view -> view.path("locks").isEmpty());
    }

    void mend(int slot) {
        click("mended-" + slot);
        screen.await(view -> isService(view) && !isOff(view, slot));
    }

    void mendAll(JsonNode service) {
        for (JsonNode slot : service.path("slots")) {
            mend(slot.path("slot").asInt());
        }
    }

    void signOut() {
        screen.touch("sign-out").await("browse");
    }

    /** A minute in which it is too warm locks it. */
    void awaitTooWarm() {
        page().waitForSelector(
                        "[data-key='slot-" + CHILLED_SLOT + "'][data-gone]",
                        new Page.WaitForSelectorOptions().setTimeout(LOCKED_MILLIS));
    }

    /** What other tests did to the agent may have locked it already. */
    void unlockIfNeeded() {
        JsonNode shelf = screen.await("browse");
        for (JsonNode good : shelf.path("goods")) {
            if (good.path("slot").asInt() == CHILLED_SLOT && good.has("why")) {
                hold();
                JsonNode service = typeCode();
                lift(service.path("locks").get(0).path("compartment").asInt());
                signOut();
                return;
            }
        }
    }

    private static boolean isService(JsonNode view) {
        return view.path("kind").asString("").equals("service");
    }

    static boolean isOff(JsonNode service, int slot) {
        return service.path("slots").values().stream()
                .anyMatch(off -> off.path("slot").asInt() == slot);
    }

    private void click(String key) {
        page().locator("[data-key='" + key + "']").click();
    }

    private Page page() {
        return screen.page();
    }
}
