package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.TenantKind;
import org.assistcounter.fleet.spreadsheets.Spreadsheets;
import org.assistcounter.fleet.spreadsheets.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The registry's lists: what their filters leave, and the files that they leave as. */
@ExtendWith(RunningServer.class)
class RegistryListsTest {
    private static final byte[] PAPER = "%PDF-1.7 a report".getBytes(StandardCharsets.ISO_8859_1);
    private static final Pattern LINK = Pattern.compile("href=\"(/files/[^\"]*|/lots/mov[^\"]*)\"");

    private final RunningServer.Parts server = RunningServer.parts();
    private final RegistryPeople people = new RegistryPeople(server);
    private final PersonsBrowser grower = people.supplier("rl-growers");
    private final PersonsBrowser stranger = people.supplier("rl-strangers");
    private final PersonsBrowser county = people.office("611026");
    private final PersonsBrowser elsewhere = people.office("610700");
    private final PersonsBrowser dispatcher =
            PersonsBrowser.of(server, "rl-dispatcher", Role.DISPATCHER);

    @Test
    void handsOutApplicationsAsTheQueueShowsThem() {
        product("rl-asked", "nuts");
        product("rl-withdrawn", "nuts");
        apply("rl-asked");
        apply("rl-withdrawn");
        String id = first("/recognition/([0-9]+)", grower.page("/products/rl-withdrawn"));
        grower.posts(
                "/recognition/" + id, Map.of("deed", "withdraw", "version", "1", "reason", ""));

        assertThat(csvOf(grower, "/recognition"))
                .anyMatch(row -> row.contains("rl-asked-zh,rl-asked,"))
                .noneMatch(row -> row.contains("rl-withdrawn"));
        assertThat(csvOf(county, "/recognition?words=rl-asked"))
                .hasSize(2)
                .anyMatch(has("县级审核,否,rl-asked-zh,rl-asked,柞水县,首次认定,"));
        assertThat(csvOf(county, "/recognition?which=&words=rl-withdrawn")).hasSize(2);
        assertThat(csv(elsewhere, "/files/recognition.csv")).noneMatch(has("rl-asked"));
        assertThat(csv(stranger, "/files/recognition.csv")).noneMatch(has("rl-asked"));
    }

    @Test
    void handsOutTheBlacklistWithoutFormulas() {
        supplier("rl-kept-out");
        county.posts(
                "/suppliers/rl-kept-out/exclude",
                Map.of("grounds", "price", "reason", "=HYPERLINK(\"http://x\")"));

        List<String> rows = csvOf(grower, "/blacklist?words=rl-kept-out");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1))
                .contains("示例·rl-kept-out", "rl-kept-out", "'=HYPERLINK", "of-611026");
        assertThat(csv(grower, "/files/blacklist.csv?words=rl-kept-out&which=lifted")).hasSize(1);
        assertThat(csv(stranger, "/files/blacklist.csv")).noneMatch(has("rl-kept-out"));
        Table table = (Table) Spreadsheets.read(grower.file("/files/blacklist.xlsx?lang=en"));
        assertThat(table.header()).contains("State", "Appeal", "Answer");
    }

    @Test
    void namesTheSupplierThatIsKeptOut() {
        supplier("rl-named");
        county.posts("/suppliers/rl-named/exclude", Map.of("grounds", "law", "reason", "涉嫌违法经营"));

        assertThat(grower.page("/blacklist?words=rl-named"))
                .contains("href=\"/suppliers/rl-named\">示例·rl-named</a>");
        assertThat(grower.page("/blacklist?words=rl-named&lang=en")).contains(">Example rl-named<");
    }

    @Test
    void handsOutSamplesOfTheFilterThatIsShown() {
        String lot = lot("rl-sampled");
        sample(lot, "R-good", "passed");
        sample(lot, "R-bad", "failed");

        assertThat(csvOf(county, "/inspections?words=rl-sampled")).hasSize(3);
        assertThat(csvOf(county, "/inspections?words=rl-sampled&which=failed"))
                .hasSize(2)
                .anyMatch(has("R-bad"));
        assertThat(csv(elsewhere, "/files/inspections.csv")).noneMatch(has("rl-sampled"));
        Table table =
                (Table) Spreadsheets.read(county.file("/files/inspections.xlsx?words=rl-sampled"));
        assertThat(table.rows()).hasSize(2);
    }

    @Test
    void handsOutAllMovementsOfALotAndToAnOperatorOnlyItsOwn() {
        String lot = lot("rl-moved");
        for (int i = 1; i <= 101; i++) {
            move(lot, i);
        }
        assertThat(csvOf(dispatcher, lot))
                .hasSize(102)
                .anyMatch(row -> row.matches(daysAgo(0) + " [0-9:]{5},供应商处,,仓库,RL-W,1,note 7,.*"));
        Table table = (Table) Spreadsheets.read(grower.file(file(lot, "xlsx")));
        assertThat(table.rows()).hasSize(101);

        var operator =
                new PersonsBrowser(
                        server,
                        people.person(
                                "rl-other",
                                "rl-operator",
                                TenantKind.OPERATOR,
                                "",
                                Role.DISPATCHER));
        assertThat(csv(operator, file(lot, "csv"))).hasSize(1);
        assertThat(stranger.status(file(lot, "csv"))).isEqualTo(404);
        assertThat(dispatcher.status("/lots/movements.csv")).isEqualTo(404);
    }

    @Test
    void cutsProductsByCategoryOverPagesAndFiles() {
        product("rl-a-nut", "nuts");
        product("rl-a-tea", "tea");
        for (int i = 0; i < 51; i++) {
            product("rl-c-" + i, "tea");
        }

        String tea = grower.page("/products?words=rl-&within=&category=tea");
        assertThat(tea)
                .contains("rl-a-tea-zh", "value=\"tea\" selected", "category=tea&amp;page=2")
                .doesNotContain("rl-a-nut-zh");
        assertThat(grower.page("/products?category=tea&words=rl-&page=2"))
                .contains("category=tea&amp;page=1")
                .doesNotContain("rl-a-nut-zh");
        assertThat(csvOf(grower, "/products?category=tea&words=rl-"))
                .hasSize(53)
                .noneMatch(has("rl-a-nut"));
        assertThat(grower.page("/products?category=guns&words=rl-a")).contains("rl-a-nut-zh");
    }

    /** The CSV file that a page links to. */
    private static List<String> csvOf(PersonsBrowser person, String page) {
        var link = LINK.matcher(person.page(page));
        assertThat(link.find()).as(page).isTrue();
        return csv(person, link.group(1).replace("&amp;", "&"));
    }

    private static List<String> csv(PersonsBrowser person, String address) {
        return new String(person.file(address), StandardCharsets.UTF_8).lines().toList();
    }

    private static Predicate<String> has(String part) {
        return row -> row.contains(part);
    }

    private static String file(String lot, String end) {
        return lot.replace("/lots/one", "/lots/movements." + end);
    }

    private void apply(String code) {
        Stream.of("licence", "origin", "inspection")
                .forEach(kind ->
                        grower.sends("/products/" + code + "/papers", kind, kind + ".pdf", PAPER));
        assertThat(grower.posts("/products/" + code + "/apply", Map.of())).isEqualTo(303);
    }

    private void supplier(String id) {
        assertThat(grower.posts("/suppliers", RegistryForms.supplier(id))).isEqualTo(303);
    }

    private void product(String code, String category) {
        if (grower.status("/suppliers/rl-growers-s") == 404) {
            supplier("rl-growers-s");
        }
        var form = RegistryForms.product(code, "rl-growers-s");
        form.put("category", category);
        assertThat(grower.posts("/products", form)).isEqualTo(303);
    }

    /** Adds a product and a lot of it; the address of its page. */
    private String lot(String product) {
        product(product, "nuts");
        Map<String, String> form = new HashMap<>();
        form.putAll(
                Map.of(
                        "product", product,
                        "lot", "L1",
                        "harvested-on", daysAgo(10),
                        "packed-on", daysAgo(8),
                        "shelf-life-days", "180",
                        "best-before", "",
                        "quantity", "1000",
                        "grower", "示例村 3 组"));
        assertThat(grower.posts("/lots", form)).isEqualTo(303);
        return "/lots/one?product=" + product + "&lot=L1";
    }

    private void sample(String lot, String report, String result) {
        assertThat(
                        county.posts(
                                lot.replace("/one", "/one/samples"),
                                Map.of(
                                        "taken-on",
                                        daysAgo(0),
                                        "laboratory",
                                        "省质检院",
                                        "report",
                                        report,
                                        "result",
                                        result,
                                        "findings",
                                        "黄曲霉毒素")))
                .isEqualTo(303);
    }

    private void move(String lot, int number) {
        assertThat(
                        dispatcher.posts(
                                lot.replace("/one", "/one/movements"),
                                Map.of(
                                        "from", "supplier",
                                        "to", "warehouse",
                                        "to-place", "RL-W",
                                        "quantity", "1",
                                        "reason", "note " + number)))
                .isEqualTo(303);
    }

    private String daysAgo(int days) {
        return server.bean(Registry.class).today().minusDays(days).toString();
    }

    private static String first(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
