package org.assistcounter.endtoend;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** The dashboard on a desk and on a phone, in both languages, to keep pictures of. */
final class StillDashboard {
    private static final Path PICTURES = Path.of("target/screens");
    private static final List<String> LANGUAGES = List.of("zh", "en");
    private static final Desk DESK = new Desk(1440, 900, 20);
    private static final Desk PHONE = new Desk(390, 844, 40);

    private final List<Sheet> sheets;

    /** A size, with the smallest edge that a pointer or a thumb hits there. */
    private record Desk(int width, int height, int touchMin) {
        Page open(Browsers browsers) {
            return width < height
                    ? browsers.openPhone(width, height)
                    : browsers.open(width, height);
        }
    }

    private record Sheet(Page page, Desk desk, String language) {
        List<String> keep(String address, String name) {
            page.navigate(address + (address.contains("?") ? "&" : "?") + "lang=" + language);
            Layout.settle(page);
            String file =
                    "dashboard-%s-%dx%d-%s.png".formatted(name, desk.width, desk.height, language);
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
            return Layout.faults(page, desk.touchMin).stream()
                    .map(fault -> file + ": " + fault)
                    .toList();
        }
    }

    StillDashboard(Browsers browsers) {
        sheets =
                List.of(DESK, PHONE).stream()
                        .flatMap(desk ->
                                LANGUAGES.stream()
                                        .map(language ->
                                                new Sheet(desk.open(browsers), desk, language)))
                        .toList();
    }

    /** Keeps pictures of a page and says what is drawn badly. */
    List<String> keep(String address, String name) {
        return sheets.stream().flatMap(sheet -> sheet.keep(address, name).stream()).toList();
    }

    /** The same of a phone that shows what no address leads to. */
    List<String> keep(Page phone, String name) {
        phone.waitForLoadState();
        Layout.settle(phone);
        Path file = PICTURES.resolve("dashboard-" + name + ".png");
        phone.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return Layout.faults(phone, PHONE.touchMin);
    }
}
