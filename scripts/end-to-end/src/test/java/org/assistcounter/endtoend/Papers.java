package org.assistcounter.endtoend;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Files that somebody has at home, and what is entered about suppliers, products and lots. */
final class Papers {
    static final List<String> NEEDED = List.of("licence", "origin", "inspection");

    private Papers() {}

    static FilePayload pdf(String name) {
        return new FilePayload(
                name + ".pdf",
                "application/pdf",
                bytes("%PDF-1.7 " + name + " of the cooperative"));
    }

    static FilePayload csv(String name, String text) {
        return new FilePayload(name, "text/csv", bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Adds a paper to the product whose page is open. */
    static void add(Page page, String kind, String name) {
        Locator form = page.locator("#papers form");
        form.locator("[name=kind]").selectOption(kind);
        form.locator("[name=paper]").setInputFiles(pdf(name));
        Forms.send(form);
        page.locator("#papers a:text-is('" + name + ".pdf')").waitFor();
    }

    static String[] supplier(String id) {
        return new String[] {
            "id", id,
            "name-zh", "示例·" + id,
            "name-en", "Example " + id,
            "kind", "cooperative",
            "county-code", "611026",
            "village", "营盘镇朱家湾村",
            "licence", "93611026MA" + Integer.toHexString(id.hashCode()),
            "licence-until", "2099-12-31",
            "households", "86"
        };
    }

    static String[] product(String supplier, String code, String gtin) {
        return new String[] {
            "supplier", supplier,
            "code", code,
            "name-zh", "柞水核桃（" + code + "）",
            "name-en", "Zhashui walnuts (" + code + ")",
            "category", "nuts",
            "variety", "香玲",
            "gtin", gtin,
            "weight-grams", "500",
            "shelf-life-days", "180",
            "chilled", "否",
            "primary", "是",
            "season-from", "9",
            "season-to", "2",
            "yearly-kilograms", "42000",
            "households", "64",
            "price", "26.80",
            "ceiling", "29.80",
            "supplier-share", "19.50",
            "story-zh", "秦岭南坡，海拔一千米，九月白露前后打核桃，晒足二十天。",
            "story-en",
                    "From the south slope of the Qinling, a thousand metres up: knocked down in"
                            + " September and dried in the sun for twenty days."
        };
    }

    /** Without the promise of its growers. */
    static String[] lot(String code) {
        LocalDate packed = LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(8);
        return new String[] {
            "lot", code,
            "harvested-on", packed.minusDays(20).toString(),
            "packed-on", packed.toString(),
            "shelf-life-days", "180",
            "quantity", "400",
            "grower", "朱家湾村三组",
            "inspection", "SL-2026-0911"
        };
    }

    static String[] promise() {
        return new String[] {
            "certificate", "CN-SX-611026-000137",
            "promised-by", "营盘镇朱家湾村合作社",
            "contact", "0914-432 0000",
            "issued-on", LocalDate.now(ZoneId.of("Asia/Shanghai")).minusDays(8).toString()
        };
    }
}
