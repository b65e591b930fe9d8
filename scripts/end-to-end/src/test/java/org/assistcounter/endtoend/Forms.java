package org.assistcounter.endtoend;

import com.microsoft.playwright.Locator;

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
}
