package org.assistcounter.endtoend;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for what an eye would see at once: words cut off, on top of others or faint, small targets.
 */
final class Layout {
    private static final String SCRIPT = script();

    private Layout() {}

    /** Short movements come to their end, endless ones stand in their middle. */
    static void settle(Page page) {
        page.evaluate(SCRIPT + "; settle()");
    }

    static List<String> faults(Page page, int touchMin) {
        List<String> faults = new ArrayList<>();
        for (Object fault : (List<?>) page.evaluate(SCRIPT + "; faults(" + touchMin + ")")) {
            faults.add(String.valueOf(fault));
        }
        return faults;
    }

    private static String script() {
        try (InputStream script = Layout.class.getResourceAsStream("layout.js")) {
            if (script == null) {
                throw new IllegalStateException("layout.js is not there");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
