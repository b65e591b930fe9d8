package org.assistcounter.endtoend;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** The dashboard on a desk and on a phone, in both languages, to keep pictures of. */
final class StillDashboard {
    private static final Path PICTURES = Path.of("target/screens");
    private static final List<String> LANGUAGES = List.of("zh", "en");

    private final List<Sheet> sheets;

    private record Sheet(Page page, Look look, String language) {
        List<String> keep(String address, String name) {
            page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
            Layout.settle(page);
            String file =
                    "dashboard-%s-%dx%d-%s.png"
                            .formatted(name, look.width(), look.height(), language);
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
            return Layout.faults(page, look.targetMin()).stream()
                    .map(fault -> file + ": " + fault)
                    .toList();
        }
    }

    StillDashboard(Browsers browsers) {
        sheets =
                List.of(Look.DESK, Look.PHONE).stream()
                        .flatMap(look ->
                                LANGUAGES.stream()
                                        .map(language ->
                                                new Sheet(open(browsers, look), look, language)))
                        .toList();
    }

    private static Page open(Browsers browsers, Look look) {
        return look.isPhone()
                ? browsers.openPhone(look.width(), look.height())
                : browsers.open(look.width(), look.height());
    }

    /** Keeps pictures of a page and says what is drawn badly. */
    List<String> keep(String address, String name) {
        return sheets.stream().flatMap(sheet -> sheet.keep(address, name).stream()).toList();
    }

    /** The same of a page that shows what no address leads to. */
    List<String> keep(Page page, String name) {
        return keepAsItIs(page, name);
    }

    /** One picture of a page as somebody has it before them. */
    static List<String> keepAsItIs(Page page, String name) {
        page.waitForLoadState();
        page.evaluate("scrollTo(0, 0)");
        Layout.settle(page);
        String file = "dashboard-" + name + ".png";
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
        return Layout.faults(page, Look.of(page.viewportSize().width).targetMin()).stream()
                .map(fault -> file + ": " + fault)
                .toList();
    }
}
