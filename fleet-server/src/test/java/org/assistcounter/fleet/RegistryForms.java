package org.assistcounter.fleet;

import java.util.HashMap;
import java.util.Map;

/** What is typed about suppliers and products. */
final class RegistryForms {

    private RegistryForms() {}

    static String licence(String id) {
        return "93611026" + Integer.toHexString(id.hashCode());
    }

    static Map<String, String> supplier(String id) {
        return Map.of(
                "id", id,
                "kind", "cooperative",
                "name-zh", "示例·" + id,
                "name-en", "Example " + id,
                "county-code", "611026",
                "village", "营盘镇",
                "licence", licence(id),
                "licence-until", "2099-12-31",
                "households", "36");
    }

    static Map<String, String> product(String code, String supplier) {
        Map<String, String> form = new HashMap<>();
        form.putAll(
                Map.of(
                        "code", code,
                        "supplier", supplier,
                        "name-zh", code + "-zh",
                        "name-en", code,
                        "category", "nuts",
                        "variety", "香玲",
                        "weight-grams", "500",
                        "shelf-life-days", "180",
                        "chilled", "否",
                        "primary", "否"));
        form.putAll(
                Map.of(
                        "season-from", "9",
                        "season-to", "2",
                        "yearly-kilograms", "20000",
                        "households", "30",
                        "story-zh", "秦岭南坡的核桃。",
                        "story-en", "Walnuts of the Qinling.",
                        "price", "12.80",
                        "ceiling", "15.00",
                        "supplier-share", "9.00"));
        return form;
    }
}
