package org.assistcounter.fleet.demonstration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assistcounter.fleet.catalogue.Supplier;
import org.assistcounter.fleet.catalogue.SupplierKind;
import org.assistcounter.fleet.operators.Tenants;
import org.assistcounter.protocol.shelf.Bilingual;

/** Makes up the suppliers of a county. */
record SupplierSample(Place place, List<Village> villages, LocalDate day) {
    /** The organisation of suppliers that have people of their own. */
    static final String OWN_PEOPLE = "coop-demo";

    private static final Set<String> OF_OWN_PEOPLE = Set.of("zhashui-1", "ziyang-1", "mizhi-1");
    private static final int OF_VISITOR_EACH = 5;
    private static final int IN_COUNTY_MAX = 3;
    private static final Map<String, Bilingual> TRADES =
            Map.of(
                    "fruit", new Bilingual("林果", "Orchard"),
                    "dried-fruit", new Bilingual("果干", "Dried Fruit"),
                    "nuts", new Bilingual("干果", "Nut"),
                    "grain", new Bilingual("杂粮", "Grain"),
                    "tea", new Bilingual("茶叶", "Tea"),
                    "mushroom", new Bilingual("食用菌", "Mushroom"),
                    "honey", new Bilingual("蜂业", "Beekeeping"),
                    "preserved", new Bilingual("山货", "Hill Food"),
                    "dairy", new Bilingual("奶业", "Dairy"));

    /** The one of the catalogue's goods, which counters name to shoppers. */
    Supplier known(int number, Bilingual name) {
        return supplier(number, SupplierKind.COOPERATIVE, name, true);
    }

    /** One that is in no other file. */
    Supplier invented(int number, String category) {
        SupplierKind kind = kind(draw(number).between("kind", 0, 99));
        Bilingual village = village(number).name();
        Bilingual trade = TRADES.getOrDefault(category, new Bilingual("农产品", "Farm"));
        var name =
                new Bilingual(
                        "示例·" + place.name().zh() + village.zh() + trade.zh() + zh(kind),
                        "Example "
                                + place.name().en()
                                + " "
                                + village.en()
                                + " "
                                + trade.en()
                                + " "
                                + en(kind));
        return supplier(number, kind, name, false);
    }

    private Supplier supplier(int number, SupplierKind kind, Bilingual name, boolean isKnown) {
        Draw draw = draw(number);
        boolean isEnded = !isKnown && draw.isIn("licence", 6);
        LocalDate until =
                isEnded
                        ? day.minusDays(draw.between("ended", 5, 200))
                        : day.plusDays(draw.between("until", 40, 3_600));
        return new Supplier(
                id(number),
                tenant(number),
                kind,
                name,
                new Supplier.Origin(
                        place.code(), day.getYear(), "示例镇" + village(number).name().zh() + "村"),
                new Supplier.Licence("SL%s%06d".formatted(place.code(), number), until),
                new Supplier.Reach(households(draw, kind), 1));
    }

    private Draw draw(int number) {
        return new Draw(id(number));
    }

    private String id(int number) {
        return place.slug() + "-" + number;
    }

    private String tenant(int number) {
        if (OF_OWN_PEOPLE.contains(id(number))) {
            return OWN_PEOPLE;
        }
        boolean isVisitors =
                (place.number() * IN_COUNTY_MAX + number) % OF_VISITOR_EACH == OF_VISITOR_EACH - 1;
        return isVisitors ? Tenants.DEMONSTRATION : "";
    }

    private Village village(int number) {
        List<Village> here = villages.stream().filter(each -> place.isIn(each.counties())).toList();
        int first = new Draw(place.slug()).between("village", 0, here.size() - 1);
        return here.get((first + number) % here.size());
    }

    private static SupplierKind kind(int percent) {
        if (percent < 55) {
            return SupplierKind.COOPERATIVE;
        }
        return percent < 80 ? SupplierKind.HOUSEHOLD_GROUP : SupplierKind.COMPANY;
    }

    private static int households(Draw draw, SupplierKind kind) {
        return switch (kind) {
            case COOPERATIVE -> draw.between("households", 35, 180);
            case HOUSEHOLD_GROUP -> draw.between("households", 6, 28);
            case COMPANY -> draw.between("households", 60, 320);
        };
    }

    private static String zh(SupplierKind kind) {
        return switch (kind) {
            case COOPERATIVE -> "合作社";
            case HOUSEHOLD_GROUP -> "农户组";
            case COMPANY -> "有限公司";
        };
    }

    private static String en(SupplierKind kind) {
        return switch (kind) {
            case COOPERATIVE -> "Cooperative";
            case HOUSEHOLD_GROUP -> "Household Group";
            case COMPANY -> "Company";
        };
    }
}
