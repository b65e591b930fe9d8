package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.TenantKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** Lots from their supplier to a counter. */
@ExtendWith(RunningServer.class)
class LotsTest {
    private final RunningServer.Parts server = RunningServer.parts();
    private final RegistryPeople people = new RegistryPeople(server);
    private final PersonsBrowser grower = people.supplier("lt-growers");
    private final PersonsBrowser county = people.office("611026");
    private final PersonsBrowser dispatcher =
            PersonsBrowser.of(server, "lt-dispatcher", Role.DISPATCHER);

    @Test
    void bringsGoodsFromTheSupplierToACounterAndCountsThem() {
        product("lt-apple", true, "6901234000016");
        String lot = lot("lt-apple", "26A/1", true);
        TestCounter.enrol(server, "LT-0001");

        assertThat(moved(lot, "supplier:", "warehouse:西安一库", "80")).isEmpty();
        assertThat(moved(lot, "warehouse:西安一库", "van:陕A 12345", "50")).isEmpty();
        assertThat(moved(lot, "van:陕A 12345", "counter:LT-0001", "20")).isEmpty();
        assertThat(moved(lot, "van:陕A 12345", "counter:LT-0001", "31")).contains("那里没有这么多");
        assertThat(moved(lot, "supplier:", "counter:LT-0001", "1")).contains("货物不能这样流转");

        assertThat(dispatcher.page(lot + "&lang=en"))
                .contains("may be loaded", "西安一库", ">30<", ">20<", "(10)26A/1", "/10/26A%2F1");
        assertThat(operator("lt-operator").page(lot)).doesNotContain("西安一库");
    }

    @Test
    void offersThePlacesOfBeforeAndTheCountersAndRefusesWhatIsNoCounterOfTheirs() {
        product("lt-offered", false, "");
        String lot = lot("lt-offered", "O1", false);
        TestCounter.enrol(server, "LT-0002");
        moved(lot, "supplier:", "warehouse:咸阳二库", "10");
        moved(lot, "warehouse:咸阳二库", "van:陕A 67890", "5");

        assertThat(offered(dispatcher.page(lot))).contains("咸阳二库", "陕A 67890", "LT-0002");
        assertThat(moved(lot, "van:陕A 67890", "counter:LT-9999", "1")).contains("没有这个编号的在用专柜");
        assertThat(moved(lot, "van:陕A 67890", "counter:LT-0002", "1")).isEmpty();

        var stranger = operator("lt-operator-2");
        assertThat(offered(stranger.page(lot))).isEmpty();
        moved(stranger, lot, "supplier:", "warehouse:W", "2");
        moved(stranger, lot, "warehouse:W", "van:V", "2");
        assertThat(offered(stranger.page(lot))).containsExactly("V", "W");
        assertThat(moved(stranger, lot, "van:V", "counter:LT-0002", "1")).contains("没有这个编号的在用专柜");
        assertThat(grower.page(lot)).doesNotContain("<datalist");
    }

    @Test
    void offersNoMoreThanTheLastHundredPlacesAndTwoHundredCounters() {
        product("lt-places", false, "");
        lot("lt-places", "M1", false);
        var mover = operator("lt-operator-3");
        execute(
                "insert into lots_movement (tenant_id, product_code, lot_code, from_kind,"
                        + " from_place, to_kind, to_place, quantity, reason, done_by, done_at)"
                        + " select 'lt-operator-3', 'lt-places', 'M1', 'supplier', '', 'warehouse',"
                        + " 'W' || n, 1, '', 'lt', now() from generate_series(1, 150) n");

        assertThat(offered(mover.page("/lots/one?product=lt-places&lot=M1")))
                .hasSize(100)
                .startsWith("W150", "W149")
                .doesNotContain("W50");
    }

    @Test
    void loadsNoLotWithoutTheCertificateThatIsDue() {
        product("lt-pear", true, "");
        String lot = lot("lt-pear", "P1", false);

        assertThat(moved(lot, "supplier:", "warehouse:W", "10")).isEmpty();
        assertThat(moved(lot, "warehouse:W", "van:V", "10")).contains("缺少承诺达标合格证");
        assertThat(grower.page("/lots?which=bare")).contains("P1");

        assertThat(grower.page(lot))
                .contains("name=\"version\" value=\"1\"", "name=\"quantity\" value=\"100\"");
        var added = lotForm("lt-pear", "P1", true);
        added.put("version", "1");
        assertThat(grower.posts(lot, added)).isEqualTo(303);
        assertThat(moved(lot, "warehouse:W", "van:V", "10")).isEmpty();
    }

    @Test
    void loadsNoLotOfWhatIsNotRecognisedOrFailedASample() {
        product("lt-nut", false, "");
        String lot = lot("lt-nut", "N1", false);
        moved(lot, "supplier:", "warehouse:W", "10");

        var sample =
                new HashMap<>(
                        Map.of(
                                "taken-on", today().toString(),
                                "laboratory", "省质检院",
                                "report", "R-1",
                                "result", "failed",
                                "findings", ""));
        assertThat(county.answered(deed(lot, "samples"), sample)).contains("请写明理由");
        sample.put("findings", "黄曲霉毒素超标");
        assertThat(county.posts(deed(lot, "samples"), sample)).isEqualTo(303);
        assertThat(county.answered(deed(lot, "samples"), sample)).contains("已经登记过");
        assertThat(moved(lot, "warehouse:W", "van:V", "1")).contains("抽检不合格");
        assertThat(moved(lot, "warehouse:W", "waste:", "10")).isEmpty();
        assertThat(county.page("/inspections?which=failed&lang=en"))
                .contains("黄曲霉毒素超标", "goal 98 %");

        execute(
                "update catalogue_product set recognised_until = current_date - 1"
                        + " where product_code = 'lt-nut'");
        assertThat(dispatcher.page(lot)).contains("产品未认定，或认定已过期");
    }

    @Test
    void refusesWhatCannotBe() {
        product("lt-wrong", true, "");
        assertThat(refused("lot", "批号一")).contains("GS1 允许的字符");
        assertThat(refused("lot", "x".repeat(21))).contains("GS1 允许的字符");
        assertThat(refused("best-before", "2199-01-01")).contains("保质期超过产品登记的天数");
        assertThat(refused("harvested-on", "2199-01-01")).contains("采收日期还没有到");
        assertThat(refused("quantity", "0")).contains("太小");
        assertThat(refused("contact", "")).contains("合格证须同时填写");
        assertThat(refused("product", "nothing")).contains("没有这个产品");
        assertThat(
                        people.supplier("lt-strangers")
                                .answered("/lots", lotForm("lt-wrong", "S", true)))
                .contains("没有这个产品");
        lot("lt-wrong", "W1", true);
        assertThat(grower.answered("/lots", lotForm("lt-wrong", "W1", true))).contains("已有同一批号");
    }

    @Test
    void findsTheLotOfACodeThatIsScanned() {
        product("lt-scan", false, "6901234000023");
        String lot = lot("lt-scan", "S+1", false);

        for (String code :
                new String[] {
                    "(01)06901234000023(10)S+1",
                    "]C1010690123400002310S+1",
                    "https://id.gs1.org/01/06901234000023/10/S%2B1?17=270100"
                }) {
            assertThat(dispatcher.leadsTo("/lots?words=" + encoded(code))).isEqualTo(lot);
        }
        assertThat(dispatcher.page("/lots?words=6901234000023")).contains("S+1");
        assertThat(dispatcher.page("/lots?words=6901234000024")).contains("校验码不对");
        assertThat(dispatcher.page("/lots?words=" + encoded("(01)06901234000023(11)260900(10)X")))
                .contains("须写明日");
        assertThat(dispatcher.page("/lots?words=" + encoded("(01)06901234000023(15)261300(10)X")))
                .contains("没有这个日期");
    }

    private void product(String code, boolean isPrimary, String gtin) {
        if (grower.status("/suppliers/lt-growers-s") == 404) {
            assertThat(grower.posts("/suppliers", RegistryForms.supplier("lt-growers-s")))
                    .isEqualTo(303);
        }
        var form = RegistryForms.product(code, "lt-growers-s");
        form.putAll(Map.of("primary", isPrimary ? "是" : "否", "gtin", gtin));
        assertThat(grower.posts("/products", form)).isEqualTo(303);
        execute(
                "update catalogue_product set recognised_since = current_date - 30,"
                        + " recognised_until = current_date + 300 where product_code = '"
                        + code
                        + "'");
    }

    /** Adds a lot; the address of its page. */
    private String lot(String product, String code, boolean hasCertificate) {
        assertThat(grower.posts("/lots", lotForm(product, code, hasCertificate))).isEqualTo(303);
        return "/lots/one?product=" + product + "&lot=" + encoded(code);
    }

    private Map<String, String> lotForm(String product, String code, boolean hasCertificate) {
        LocalDate today = today();
        Map<String, String> form = new HashMap<>();
        form.putAll(
                Map.of(
                        "product",
                        product,
                        "lot",
                        code,
                        "harvested-on",
                        today.minusDays(10).toString(),
                        "packed-on",
                        today.minusDays(8).toString(),
                        "shelf-life-days",
                        "180",
                        "best-before",
                        "",
                        "quantity",
                        "100",
                        "grower",
                        "示例村 3 组"));
        if (hasCertificate) {
            form.putAll(
                    Map.of(
                            "certificate", "SX-2026-1",
                            "promised-by", "示例农户",
                            "contact", "029-12345",
                            "issued-on", today.minusDays(8).toString()));
        }
        return form;
    }

    private String refused(String field, String value) {
        var form = lotForm("lt-wrong", "W9", true);
        form.put(field, value);
        return grower.answered("/lots", form);
    }

    /** A dispatcher of another operator. */
    private PersonsBrowser operator(String tenant) {
        return new PersonsBrowser(
                server,
                people.person(tenant + "-d", tenant, TenantKind.OPERATOR, "", Role.DISPATCHER));
    }

    private static List<String> offered(String page) {
        int from = page.indexOf("<datalist");
        assertThat(from).isPositive();
        String list = page.substring(from, page.indexOf("</datalist>"));
        return Pattern.compile("value=\"([^\"]*)\"")
                .matcher(list)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    /** What is said against going from a kind:place to another; empty when it is booked. */
    private String moved(String lot, String from, String to, String quantity) {
        return moved(dispatcher, lot, from, to, quantity);
    }

    private static String moved(
            PersonsBrowser mover, String lot, String from, String to, String quantity) {
        var form =
                Map.of(
                        "from", from.split(":", 2)[0],
                        "from-place", from.split(":", 2)[1],
                        "to", to.split(":", 2)[0],
                        "to-place", to.split(":", 2)[1],
                        "quantity", quantity);
        String page = mover.answered(deed(lot, "movements"), form);
        return page.contains("message-bad") ? page : "";
    }

    private static String deed(String lot, String deed) {
        return lot.replace("/lots/one", "/lots/one/" + deed);
    }

    private LocalDate today() {
        return server.bean(Registry.class).today();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void execute(String sql) {
        server.bean(DatabaseClient.class).sql(sql).fetch().rowsUpdated().block();
    }
}
