package org.assistcounter.endtoend;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Debian's Chromium, one for all test classes, which follow each other in one thread. A page knows
 * nothing of another.
 */
final class Browsers implements AutoCloseable {
    private static final List<String> FLAGS =
            List.of(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright = Playwright.create();
    private final Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                                    .setArgs(FLAGS));

    Page open(int width, int height) {
        return browser.newPage(new Browser.NewPageOptions().setViewportSize(width, height));
    }

    /** One for all test classes of a run. */
    static Browsers of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent("the browsers", _ -> new Browsers(), Browsers.class);
    }

    /** Goes on as who was signed in, with the cookies of then. */
    Page open(Look look, String language, String cookies) {
        BrowserContext own =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(look.width(), look.height())
                                .setIsMobile(look.isPhone())
                                .setHasTouch(look.isPhone())
                                .setLocale(language.equals("zh") ? "zh-CN" : "en-GB")
                                .setStorageState(cookies));
        Page page = own.newPage();
        page.onClose(_ -> own.close());
        return page;
    }

    /** As a phone shows it: bars that scroll lie over the page. */
    Page openPhone(int width, int height) {
        return browser.newPage(
                new Browser.NewPageOptions()
                        .setViewportSize(width, height)
                        .setIsMobile(true)
                        .setHasTouch(true));
    }

    /** What a test class has left open. */
    void closePages() {
        browser.contexts().forEach(BrowserContext::close);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
