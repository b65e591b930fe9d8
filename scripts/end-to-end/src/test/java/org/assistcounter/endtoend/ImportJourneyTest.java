package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Suppliers by a spreadsheet: looked through first, mended, taken once. */
@Tag("slow")
@Order(16)
@ExtendWith(OwnFleet.class)
class ImportJourneyTest {
    private static final String GOOD =
            "file-one,合作社,示例·文件一,Example one,611026,营盘镇,9361A1,2099-12-31,12\n";

    private final Province province;
    private final List<String> faults = new ArrayList<>();

    ImportJourneyTest(Province province) {
        this.province = province;
    }

    @Test
    void tellsEachBadRowAndTakesTheMendedFileOnce() throws IOException {
        try (Page page = province.grower().desk();
                Page again = province.grower().phone()) {
            String header = header(page);
            look(
                    page,
                    header
                            + GOOD
                            + "file-two,合作社,示例·文件二,Example two,610928,城关镇,9361A2,2099-12-31,7\n"
                            + "file-three,合作社,示例·文件三,,611026,城关镇,9361A3,2099-02-30,many\n");
            page.locator("#run .state:text('not good')").waitFor();
            assertThat(page.locator("#run").textContent()).contains("Rows: 3, good: 1");
            Locator rows = page.locator("#run tbody tr");
            assertThat(rows.first().textContent()).contains("3", "no longer in use");
            assertThat(page.locator("#run tbody").textContent())
                    .contains("is empty", "is no day of the calendar", "is no whole number");
            assertThat(page.locator("#run button").count()).isZero();
            keep(page, "import-refused");

            String mended =
                    header
                            + GOOD
                            + "file-two,合作社,示例·文件二,Example two,610929,城关镇,9361A2,2099-12-31,7\n";
            look(again, mended);
            look(page, mended);
            page.locator("#run .state:text('not taken yet')").waitFor();
            keep(page, "import-good");
            page.click("#run button");
            page.locator("#run .state:text-is('taken')").waitFor();
            keep(page, "import-taken");
            again.click("#run button");
            again.locator("[role=alert]").waitFor();
            keep(again, "import-gone");
            page.navigate(province.address() + "/suppliers/file-two");
            assertThat(page.locator("h1").textContent()).isEqualTo("Example two");
        }
        assertThat(faults).isEmpty();
    }

    /** An export is the template. */
    private String header(Page page) throws IOException {
        page.navigate(province.address() + "/files");
        keep(page, "files");
        Download export = page.waitForDownload(() -> page.click("a[href='/files/suppliers.csv']"));
        Path kept = Path.of("target/screens/suppliers.csv");
        export.saveAs(kept);
        return Files.readAllLines(kept).getFirst() + "\n";
    }

    private void look(Page page, String text) {
        page.navigate(province.address() + "/files");
        page.selectOption("#import [name=kind]", "suppliers");
        page.locator("#import [name=paper]").setInputFiles(Papers.csv("suppliers.csv", text));
        Forms.send(page.locator("#import form"));
        page.locator("#run").waitFor();
    }

    private void keep(Page page, String name) {
        faults.addAll(StillDashboard.keepAsItIs(page, "journey-" + name));
    }
}
