package org.assistcounter.endtoend;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;

/** What people do with forms. */
final class Forms {

    private Forms() {}

    /** Types into fields: their names, each with its value after it. */
    static void fill(Locator form, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            Locator field = form.locator("[name='" + fields[i] + "']:not([type=hidden])");
            boolean isChoice = "SELECT".equals(field.evaluate("field => field.tagName"));
            if (isChoice) {
                field.selectOption(fields[i + 1]);
            } else {
                field.fill(fields[i + 1]);
            }
        }
    }

    static void send(Locator form) {
        form.locator("button[type=submit]").click();
    }

    /** Waits until the page says in its alert that something was refused, and why. */
    static void told(Page page, String words) {
        Locator alert = page.locator("[role=alert]");
        try {
            alert.filter(new Locator.FilterOptions().setHasText(words)).waitFor();
        } catch (TimeoutError e) {
            throw new AssertionError(words + " is not in " + alert.allTextContents(), e);
        }
    }

    /** Waits until something is on the page; says what is there instead. */
    static void awaits(Page page, String selector) {
        try {
            page.locator(selector).first().waitFor();
        } catch (TimeoutError e) {
            throw new AssertionError(
                    selector + " is not in " + page.locator("main").first().innerText(), e);
        }
    }
}
