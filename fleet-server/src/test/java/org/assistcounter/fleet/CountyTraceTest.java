package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assistcounter.fleet.trace.UnitFold;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** What counties sold and where, from what real counters tell. */
@ExtendWith(RunningServer.class)
class CountyTraceTest {
    private final RunningServer.Parts server = RunningServer.parts();
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
        fold();
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
        fold();

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
            fold();
            execute(
                    "update catalogue_supplier set county_code = '610922'"
                            + " where supplier_id = 'cy-moving-s'");
            counter.tells(sale("cy-moving").delivered());
            fold();
        }

        assertThat(sums("county", "610922")).isEqualTo("2 3000 2108, 2 3000 2108, 2 3000 2108");
        assertThat(sums("supplier", "cy-moving-s"))
                .isEqualTo("2 3000 2108, 2 3000 2108, 2 3000 2108");
        assertThat(row(province.page("/counties/610922"), "product", "cy-moving"))
                .contains(">2<", "¥30.00");
        execute(
                "update catalogue_supplier set county_code = '611026'"
                        + " where supplier_id = 'cy-moving-s'");
        fold();
        assertThat(sums("county", "610922")).isEqualTo("0 0 0, 0 0 0, 0 0 0");
    }

    @Test
    void countsForItsSupplierWhatWasSoldBeforeAProductWasRegistered() {
        supplier(grower, "cy-late-s");
        try (var counter = SellingCounter.enrol(server, "CY-0004")) {
            counter.tells(sale("cy-late").delivered());
        }
        fold();
        assertThat(sums("product", "cy-late")).isEqualTo("1 1500 0, 1 1500 0, 1 1500 0");
        product(grower, "cy-late", "cy-late-s");
        fold();

        assertThat(sums("product", "cy-late")).isEqualTo("1 1500 1054, 1 1500 1054, 1 1500 1054");
        assertThat(sums("supplier", "cy-late-s"))
                .isEqualTo("1 1500 1054, 1 1500 1054, 1 1500 1054");
    }

    /** By month, by district and by site: packets, amount, share. */
    private String sums(String kind, String origin) {
        return one(
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
        return one(
                "select division_code || ' ' || site_id from counters join sites using (site_id)"
                        + " where label = '"
                        + label
                        + "'");
    }

    private static Sales sale(String product) {
        return Sales.of(PaymentWay.CARD, new Fact.SaleLine(1, 11, product, "C", 1500));
    }

    private void fold() {
        Eventually.holds(() -> {
            server.bean(UnitFold.class).run().block();
            return one("select count(*)::text from ledger_sold where product like 'cy-%'")
                    .equals("0");
        });
    }

    private static List<String> figures(String page) {
        return Pattern.compile("<div class=\"figure\"[^>]*>([^<]*)<")
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private static String row(String page, String kind, String key) {
        int from = page.indexOf("data-" + kind + "=\"" + key + "\"");
        assertThat(from).as(key).isPositive();
        return page.substring(from, page.indexOf("</tr>", from));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static void supplier(PersonsBrowser keeper, String id) {
        assertThat(keeper.posts("/suppliers", RegistryForms.supplier(id))).isEqualTo(303);
    }

    private static void product(PersonsBrowser keeper, String code, String supplier) {
        assertThat(keeper.posts("/products", RegistryForms.product(code, supplier))).isEqualTo(303);
    }

    private void execute(String sql) {
        server.bean(DatabaseClient.class).sql(sql).then().block();
    }

    private String one(String sql) {
        return server.bean(DatabaseClient.class)
                .sql(sql)
                .map(row -> String.valueOf(row.get(0)))
                .first()
                .blockOptional()
                .orElseThrow();
    }
}
