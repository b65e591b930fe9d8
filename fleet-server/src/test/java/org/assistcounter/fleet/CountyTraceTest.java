package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assistcounter.fleet.TraceParts.figures;
import static org.assistcounter.fleet.TraceParts.row;
import static org.assistcounter.fleet.TraceParts.text;

import java.util.HashMap;
import java.util.Map;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What counties sold and where, from what real counters tell. */
@ExtendWith(RunningServer.class)
class CountyTraceTest {
    private final RunningServer.Parts server = RunningServer.parts();
    private final TraceParts parts = new TraceParts(server);
    private final RegistryPeople people = new RegistryPeople(server);
    private final PersonsBrowser lone = people.supplier("cy-lone");
    private final PersonsBrowser grower = people.supplier("cy-growers");
    private final PersonsBrowser other = people.supplier("cy-others");
    private final PersonsBrowser province = people.office("610000");

    @Test
    void leadsFromACountyToADistrictToASiteToItsProducts() {
        supplier(lone, "cy-lone-s");
        supplier(other, "cy-others-s");
        product(lone, "cy-there", "cy-lone-s");
        product(other, "cy-else", "cy-others-s");
        try (var counter = SellingCounter.enrol(server, "CY-0001")) {
            counter.tells(sale("cy-there").delivered());
            counter.tells(sale("cy-there").doubtful());
            counter.tells(sale("cy-else").delivered());
        }
        parts.fold("cy-");
        String at = where("CY-0001");
        String division = at.split(" ", -1)[0];
        String site = at.split(" ", -1)[1];

        String county = province.page("/counties/611026");
        assertThat(row(county, "district", division))
                .contains("/counties/611026/" + division + "?month=");
        String district = province.page("/counties/611026/" + division);
        assertThat(row(district, "site", site))
                .contains("/counties/611026/" + division + "/" + site + "?month=");
        String place = province.page("/counties/611026/" + division + "/" + site);
        assertThat(row(place, "product", "cy-there")).contains(">1<", "¥15.00", "¥10.54");
        assertThat(row(place, "product", "cy-else")).contains(">1<");

        String own = lone.page("/counties/611026/" + division + "/" + site);
        assertThat(own).contains("data-product=\"cy-there\"").doesNotContain("cy-else");
        assertThat(figures(own)).containsExactly("¥15.00", "1", "¥10.54", "1");
        assertThat(figures(lone.page("/counties/611026/" + division)))
                .containsExactly("¥15.00", "1", "¥10.54", "1");
        assertThat(figures(lone.page("/counties/611026")))
                .containsExactly("¥15.00", "1", "¥10.54", "1");
        assertThat(lone.page("/counties/611026/" + division + "/" + site + "?month=2025-03"))
                .doesNotContain("data-product");
        assertThat(lone.status("/counties/611026/" + division + "/nowhere")).isEqualTo(404);
        assertThat(lone.status("/counties/610102/" + division)).isEqualTo(404);
        String file = text(lone.file("/counties/611026/sold.csv?lang=en"));
        assertThat(file.lines().skip(1)).hasSize(1).first().asString().startsWith("cy-there,");
    }

    @Test
    void takesAnAddressThatNamesNothingForNothing() {
        supplier(grower, "cy-odd-s");
        String district = "/counties/611026/610102";

        assertThat(grower.status(district + "?division=%00&month=%00")).isEqualTo(200);
        assertThat(grower.status(district + "?county=%25")).isEqualTo(404);
        assertThat(grower.status(district + "/x?site=%00")).isEqualTo(404);
    }

    @Test
    void countsTheShareThatStoodWhenAPacketWasSold() {
        supplier(grower, "cy-share-s");
        product(grower, "cy-share", "cy-share-s");
        try (var counter = SellingCounter.enrol(server, "CY-0002")) {
            counter.tells(sale("cy-share").delivered());
            Map<String, String> less = new HashMap<>();
            less.putAll(RegistryForms.product("cy-share", "cy-share-s"));
            less.putAll(Map.of("supplier-share", "6.40", "version", "1"));
            assertThat(grower.posts("/products/cy-share", less)).isEqualTo(303);
            counter.tells(sale("cy-share").delivered());
        }
        parts.fold("cy-");

        // 15.00 × 9.00 / 12.80 and 15.00 × 6.40 / 12.80
        assertThat(row(province.page("/counties/611026"), "product", "cy-share"))
                .contains("¥30.00", "¥18.04");
    }

    @Test
    void takesWhatWasSoldAlongWhenASupplierMovesToAnotherCounty() {
        supplier(grower, "cy-moving-s");
        product(grower, "cy-moving", "cy-moving-s");
        try (var counter = SellingCounter.enrol(server, "CY-0003")) {
            counter.tells(sale("cy-moving").delivered());
            parts.fold("cy-");
            parts.execute(
                    "update catalogue_supplier set county_code = '610922'"
                            + " where supplier_id = 'cy-moving-s'");
            counter.tells(sale("cy-moving").delivered());
            parts.fold("cy-");
        }

        assertThat(sums("county", "610922")).isEqualTo("2 3000 2108, 2 3000 2108, 2 3000 2108");
        assertThat(sums("supplier", "cy-moving-s"))
                .isEqualTo("2 3000 2108, 2 3000 2108, 2 3000 2108");
        assertThat(row(province.page("/counties/610922"), "product", "cy-moving"))
                .contains(">2<", "¥30.00");
        parts.execute(
                "update catalogue_supplier set county_code = '611026'"
                        + " where supplier_id = 'cy-moving-s'");
        parts.fold("cy-");
        assertThat(sums("county", "610922")).isEqualTo("0 0 0, 0 0 0, 0 0 0");
    }

    @Test
    void countsForItsSupplierWhatWasSoldBeforeAProductWasRegistered() {
        supplier(grower, "cy-late-s");
        try (var counter = SellingCounter.enrol(server, "CY-0004")) {
            counter.tells(sale("cy-late").delivered());
        }
        parts.fold("cy-");
        assertThat(sums("product", "cy-late")).isEqualTo("1 1500 0, 1 1500 0, 1 1500 0");
        product(grower, "cy-late", "cy-late-s");
        parts.fold("cy-");

        assertThat(sums("product", "cy-late")).isEqualTo("1 1500 1054, 1 1500 1054, 1 1500 1054");
        assertThat(sums("supplier", "cy-late-s"))
                .isEqualTo("1 1500 1054, 1 1500 1054, 1 1500 1054");
    }

    /** By month, by district and by site: packets, amount, share. */
    private String sums(String kind, String origin) {
        return parts.one(
                """
                select string_agg(delivered || ' ' || amount || ' ' || share, ', ')
                  from (select sum(delivered) as delivered, sum(amount_minor) as amount,
                               sum(share_minor) as share
                          from (select 1 as n, delivered, amount_minor, share_minor
                                  from trace_month where kind = '%1$s' and origin = '%2$s'
                                union all
                                select 2, delivered, amount_minor, share_minor
                                  from trace_district where kind = '%1$s' and origin = '%2$s'
                                union all
                                select 3, delivered, amount_minor, share_minor
                                  from trace_site where kind = '%1$s' and origin = '%2$s') t
                         group by n) s
                """
                        .formatted(kind, origin));
    }

    private String where(String label) {
        return parts.one(
                "select division_code || ' ' || site_id from counters join sites using (site_id)"
                        + " where label = '"
                        + label
                        + "'");
    }

    private static Sales sale(String product) {
        return Sales.of(PaymentWay.CARD, new Fact.SaleLine(1, 11, product, "C", 1500));
    }

    private static void supplier(PersonsBrowser keeper, String id) {
        assertThat(keeper.posts("/suppliers", RegistryForms.supplier(id))).isEqualTo(303);
    }

    private static void product(PersonsBrowser keeper, String code, String supplier) {
        assertThat(keeper.posts("/products", RegistryForms.product(code, supplier))).isEqualTo(303);
    }
}
