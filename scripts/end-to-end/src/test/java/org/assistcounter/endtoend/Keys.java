package org.assistcounter.endtoend;

import com.microsoft.playwright.Page;
import java.util.List;

/** The keys of an accessibility panel: four arrows, Enter and Esc. */
final class Keys {
    private static final int PRESSES_MAX = 60;
    private static final String DIRECTION =
            """
            key => {
                const target = document.querySelector(`[data-key="${key}"]`);
                const active = document.activeElement;
                if (!target || active === target) return target ? 'there' : 'gone';
                if (!active.matches('button, a')) return 'ArrowDown';
                const [from, to] = [active, target].map(one => one.getBoundingClientRect());
                const x = (to.left + to.right - from.left - from.right) / 2;
                const y = (to.top + to.bottom - from.top - from.bottom) / 2;
                return Math.abs(x) > Math.abs(y)
                    ? (x > 0 ? 'ArrowRight' : 'ArrowLeft') : (y > 0 ? 'ArrowDown' : 'ArrowUp');
            }
            """;

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** Presses arrows until the ring of focus is on it, and then Enter. */
    void enter(String target) {
        String direction = "";
        for (int i = 0; i < PRESSES_MAX; i++) {
            direction = (String) page.evaluate(DIRECTION, target);
            if (direction.equals("there")) {
                press("Enter");
                return;
            }
            if (List.of("ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight").contains(direction)) {
                press(direction);
            } else {
                page.waitForTimeout(100);
            }
        }
        throw new AssertionError("the arrows do not lead to " + target + " (" + direction + ")");
    }
}
