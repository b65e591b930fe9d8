package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** What everybody sees of recognised products, and where a packet is from. */
@ExtendWith(RunningServer.class)
class DirectoryTest {
    private final RunningServer.Parts server = RunningServer.parts();
    private final RegistryPeople people = new RegistryPeople(server);
    private final PersonsBrowser grower = people.supplier("dt-growers");
    private final PersonsBrowser nobody = new PersonsBrowser(server, "x".repeat(43));

    @Test
    void listsWhatIsRecognisedTodayAndNothingElse() {
        product("dt-pear", Map.of("season-from", "9", "season-to", "2"), true);
        product("dt-plum", Map.of("season-from", "6", "season-to", "7"), true);
        product("dt-unknown", Map.of(), false);

        assertThat(nobody.page("/directory?words=dt-"))
                .contains("dt-pear-zh", "dt-plum-zh")
                .doesNotContain("dt-unknown-zh");
        assertThat(nobody.page("/directory?words=dt-&month=1"))
                .contains("dt-pear-zh")
                .doesNotContain("dt-plum-zh");
        assertThat(nobody.page("/directory?words=dt-&within=610700")).contains("没有符合条件的产品");
        assertThat(nobody.page("/directory?words=dt-&within=611000&category=nuts&lang=en"))
                .contains("Zhashui", "households live by it");
        assertThat(nobody.page("/directory/dt-pear?lang=en")).contains("Walnuts of the Qinling");
        assertThat(nobody.status("/directory/dt-unknown")).isEqualTo(404);
        assertThat(nobody.status("/directory?month=99&page=-3&within=%00&words=%25%00"))
                .isEqualTo(200);

        execute(
                "update catalogue_product set recognised_until = current_date - 2"
                        + " where product_code = 'dt-plum'");
        assertThat(nobody.page("/directory?words=dt-plum")).doesNotContain("dt-plum-zh");
    }

    @Test
    void isReadByPrograms() {
        product("dt-file", Map.of(), true);

        String json =
                new String(nobody.file("/directory.json?words=dt-file"), StandardCharsets.UTF_8);
        assertThat(json)
                .contains(
                        "\"code\":\"dt-file\"",
                        "\"priceFen\":1280",
                        "\"code\":\"611026\"",
                        "\"seasonFrom\":9");
        String csv =
                new String(nobody.file("/directory.csv?words=dt-file"), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF").contains("产品编号", "dt-file", "12.80", "柞水县");
    }

    @Test
    void tellsAShopperWhereAPacketIsFrom() {
        product("dt-label", Map.of("gtin", "6901234000030"), true);
        assertThat(
                        grower.posts(
                                "/lots",
                                Map.of(
                                        "product", "dt-label",
                                        "lot", "L/1",
                                        "harvested-on", "2026-01-02",
                                        "packed-on", "2026-01-03",
                                        "shelf-life-days", "180",
                                        "quantity", "50",
                                        "grower", "示例村 3 组")))
                .isEqualTo(303);

        assertThat(nobody.page("/01/06901234000030/10/L%2F1?lang=en"))
                .contains("示例村 3 组", "2026-01-02", "70 %", "¥9.00");
        assertThat(nobody.page("/01/06901234000030/10/none")).contains("这一批没有登记");
        assertThat(nobody.status("/01/06901234000031/10/x")).isEqualTo(404);
        assertThat(nobody.status("/01/x/10/x")).isEqualTo(404);
    }

    @Test
    void tellsTheSameByTheReceipt() {
        product("dt-sold", Map.of(), true);
        try (var counter = SellingCounter.enrol(server, "DT-0001")) {
            Sales sale = Sales.of(PaymentWay.CARD, new Fact.SaleLine(1, 11, "dt-sold", "S1", 1500));
            counter.tells(sale.doubtful());
            String receipt =
                    server.bean(DatabaseClient.class)
                            .sql(
                                    "select receipt_code from ledger_sale where counter_id = '"
                                            + counter.id().hex()
                                            + "'")
                            .map(row -> String.valueOf(row.get(0)))
                            .first()
                            .blockOptional()
                            .orElseThrow();

            assertThat(nobody.page("/trace?code=" + receipt + "&lang=en"))
                    .contains("data-product=\"dt-sold\"", "Nobody has entered this lot", "¥15.00")
                    .doesNotContain("DT-0001");
            assertThat(nobody.page("/trace?code=AAAA-AAAA")).contains("没有找到");
            assertThat(nobody.status("/trace")).isEqualTo(200);
        }
    }

    private void product(String code, Map<String, String> changed, boolean isRecognised) {
        if (grower.status("/suppliers/dt-growers-s") == 404) {
            assertThat(grower.posts("/suppliers", RegistryForms.supplier("dt-growers-s")))
                    .isEqualTo(303);
        }
        var form = RegistryForms.product(code, "dt-growers-s");
        form.putAll(changed);
        assertThat(grower.posts("/products", form)).isEqualTo(303);
        if (isRecognised) {
            execute(
                    "update catalogue_product set recognised_since = current_date - 30,"
                            + " recognised_until = current_date + 300 where product_code = '"
                            + code
                            + "'");
        }
    }

    private void execute(String sql) {
        server.bean(DatabaseClient.class).sql(sql).fetch().rowsUpdated().block();
    }
}
