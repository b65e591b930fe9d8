package org.assistcounter.endtoend;

import java.util.Locale;

/** Who is in the province of the journeys: offices one above the other, and who deals with them. */
enum Organisation {
    PROVINCE("programme", "610000", "省帮扶办公室", "Province office"),
    CITY("programme", "611000", "商洛市帮扶办公室", "City office"),
    COUNTY("programme", "611026", "柞水县帮扶办公室", "County office"),
    FIRST("operator", "", "示例·第一家运营公司", "Example First Company"),
    GROWERS("supplier", "611026", "示例·营盘核桃合作社", "Example Walnut Cooperative"),
    COMPANY("operator", "", "示例·专柜运营公司", "Example Counter Company"),
    AUDIT("auditor", "", "示例·会计师事务所", "Example Auditors");

    private final String kind;
    private final String division;
    private final String zh;
    private final String en;

    Organisation(String kind, String division, String zh, String en) {
        this.kind = kind;
        this.division = division;
        this.zh = zh;
        this.en = en;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String administrator() {
        return id() + ".keeper";
    }

    /** What is typed to add it. */
    String[] form() {
        return new String[] {
            "kind", kind,
            "zh", zh,
            "en", en,
            "id", id(),
            "division", division,
            "name", "Keeper of " + id(),
            "login", administrator()
        };
    }
}
