package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assistcounter.fleet.TraceParts.figures;
import static org.assistcounter.fleet.TraceParts.found;
import static org.assistcounter.fleet.TraceParts.row;
import static org.assistcounter.fleet.TraceParts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.ledger.Finding;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.TenantKind;
import org.assistcounter.fleet.trace.UnitFold;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where lots went and what counties sold, from what real counters tell. */
@ExtendWith(RunningServer.class)
class TraceTest {
    private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"");

    private final RunningServer.Parts server = RunningServer.parts();
    private final TraceParts parts = new TraceParts(server);
    private final RegistryPeople people = new RegistryPeople(server);
    private final PersonsBrowser grower = people.supplier("lx-growers");
    private final PersonsBrowser province = people.office("610000");
    private final PersonsBrowser auditor = PersonsBrowser.of(server, "lx-auditor", Role.AUDITOR);

    @Test
    void followsALotToEverySlotSaleAndPacketThatIsLeft() {
        product("lx-apple");
        try (var one = SellingCounter.enrol(server, "LX-0001");
                var other = SellingCounter.enrol(server, "LX-0002")) {
            one.tells(List.of(counted(11, "lx-apple", "A/1", 5), counted(12, "lx-apple", "B", 3)));
            one.tells(sale(11, "lx-apple", "A/1").delivered());
            one.tells(sale(11, "lx-apple", "A/1").delivered());
            one.tells(sale(11, "lx-apple", "A/1").jammed());
            one.tells(sale(12, "lx-apple", "B").delivered());
            other.tells(sale(21, "lx-apple", "A/1").doubtful());
            other.tells(sale(21, "lx-apple", "A/1").unpaid());
        }
        parts.fold("lx-");

        String page = auditor.page("/lots/trace?product=lx-apple&lot=A%2F1&lang=en");
        assertThat(figures(page)).containsExactly("3", "2", "1", "¥30.00");
        assertThat(rows(page, "counter")).containsExactlyInAnyOrder("LX-0001", "LX-0002");
        String left = auditor.page("/lots/trace?product=lx-apple&lot=A%2F1&left=1");
        assertThat(rows(left, "counter")).containsExactly("LX-0001");
        assertThat(row(left, "counter", "LX-0001")).contains("<b>3</b>", ">2</a>");
        String sales = auditor.page("/lots/sales?product=lx-apple&lot=A%2F1");
        assertThat(rows(sales, "packet")).hasSize(3);
        String ofOne = auditor.page("/lots/sales?product=lx-apple&lot=A%2F1&counter=LX-0001");
        assertThat(rows(ofOne, "packet")).hasSize(2);
        assertThat(auditor.page("/lots/trace?product=lx-apple&lot=none&lang=en"))
                .contains("No slot is like that.");

        String lots = auditor.page("/products/lx-apple/sold?lang=en");
        assertThat(rows(lots, "key")).containsExactlyInAnyOrder("A/1", "B");
        assertThat(row(lots, "lot", "A/1")).contains("not entered", ">2</a>", ">1<", "¥30.00");

        String csv = text(auditor.file("/lots/trace.csv?product=lx-apple&lot=A%2F1"));
        assertThat(csv.lines().skip(1)).hasSize(2).anyMatch(line -> line.contains("LX-0001,"));
        String sold =
                text(auditor.file("/lots/sales.csv?product=lx-apple&lot=A%2F1&counter=LX-0001"));
        assertThat(sold.lines().skip(1)).hasSize(2).allMatch(line -> line.contains("LX-0001,"));
    }

    @Test
    void goesOnWhereAPartOfTheListEnded() {
        product("lx-many");
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < 103; i++) {
            facts.addAll(sale(100 + i, "lx-many", "M").delivered());
        }
        try (var counter = SellingCounter.enrol(server, "LX-0003")) {
            for (int i = 0; i < facts.size(); i += 60) {
                counter.tells(facts.subList(i, Math.min(i + 60, facts.size())));
            }
        }
        parts.fold("lx-");

        for (String list : List.of("/lots/trace", "/lots/sales")) {
            String row = list.endsWith("trace") ? "counter" : "packet";
            String first = auditor.page(list + "?product=lx-many&lot=M");
            assertThat(rows(first, row)).hasSize(100);
            String second = auditor.page(next(first));
            assertThat(rows(second, row)).hasSize(3).doesNotContain("");
            assertThat(second).doesNotContain("rel=\"next\"");
            if (row.equals("packet")) {
                assertThat(rows(second, row)).doesNotContainAnyElementsOf(rows(first, row));
            }
        }
        for (String odd :
                List.of("x", "%00", "a~b~99999999", "demonstration~ff~1~~", "~~~~", "a~0~1~0")) {
            assertThat(auditor.status("/lots/trace?product=lx-many&lot=M&after=" + odd))
                    .isEqualTo(200);
            assertThat(auditor.status("/lots/sales?product=lx-many&lot=M&after=" + odd))
                    .isEqualTo(200);
        }
    }

    @Test
    void sumsUpWhatEachLineCameTo() {
        product("lx-sum");
        try (var counter = SellingCounter.enrol(server, "LX-0004")) {
            counter.tells(sale(11, "lx-sum", "S").delivered());
            counter.tells(sale(11, "lx-sum", "S").doubtful());
            parts.fold("lx-");
            counter.tells(sale(11, "lx-sum", "S").delivered());
            Sales begun = sale(11, "lx-sum", "S");
            counter.tells(begun.paid());
            parts.fold("lx-");
            List<Fact> rest = begun.delivered();
            counter.tells(rest.subList(begun.paid().size(), rest.size()));
            counter.tells(sale(11, "lx-sum", "S").jammed());
            parts.fold("lx-");
        }

        for (String table :
                List.of(
                        "trace_lot where product",
                        "trace_slot where product",
                        "trace_day where product",
                        "trace_month where kind = 'product' and origin",
                        "trace_district where kind = 'product' and origin",
                        "trace_site where kind = 'product' and origin")) {
            assertThat(
                            parts.one(
                                    "select sum(delivered) || ' ' || sum(unproven) || ' '"
                                            + " || sum(amount_minor) from "
                                            + table
                                            + " = 'lx-sum'"))
                    .as(table)
                    .isEqualTo("3 1 4500");
        }
        assertThat(
                        parts.one(
                                "select count(*) || ' ' || count(*) filter (where not is_proven)"
                                        + " from trace_unit where product = 'lx-sum'"))
                .isEqualTo("4 1");
    }

    @Test
    void tellsWhatACountySoldAndWhereAndHowAProductSells() {
        product("lx-county");
        try (var counter = SellingCounter.enrol(server, "LX-0005")) {
            counter.tells(sale(11, "lx-county", "C").delivered());
            counter.tells(sale(11, "lx-county", "C").delivered());
        }
        parts.fold("lx-");
        parts.execute(
                "update catalogue_product set recognised_since = current_date - 30,"
                        + " recognised_until = current_date + 300"
                        + " where product_code = 'lx-county'");

        assertThat(province.page("/counties")).contains("data-county=\"611026\"");
        String county = province.page("/counties/611026?lang=en");
        assertThat(row(county, "product", "lx-county")).contains(">2<", "¥30.00", "¥21.08");
        assertThat(county).contains("data-district=");
        assertThat(row(province.page("/counties/611026?month=2025-02"), "product", "lx-county"))
                .contains(">0<");
        assertThat(province.status("/counties/611026?month=2999-99")).isEqualTo(200);
        assertThat(province.status("/counties/610102")).isEqualTo(404);
        assertThat(people.office("610700").status("/counties/611026")).isEqualTo(404);
        assertThat(grower.page("/counties")).contains("data-county=\"611026\"");

        var nobody = new PersonsBrowser(server, "x".repeat(43));
        assertThat(nobody.page("/directory/lx-county?lang=en")).contains("2 packets");
        assertThat(text(nobody.file("/directory.json?words=lx-c"))).contains("\"soldIn30Days\":2");
    }

    @Test
    void showsAnOperatorOnlyItsOwnSales() {
        product("lx-own");
        try (var counter = SellingCounter.enrol(server, "LX-0006")) {
            counter.tells(sale(11, "lx-own", "O").delivered());
        }
        parts.fold("lx-");
        var rival =
                new PersonsBrowser(
                        server,
                        people.person(
                                "lx-rival",
                                "lx-operator",
                                TenantKind.OPERATOR,
                                "",
                                Role.ADMINISTRATOR));

        for (String list : List.of("/lots/trace", "/lots/sales")) {
            String page = rival.page(list + "?product=lx-own&lot=O");
            assertThat(figures(page)).containsExactly("0", "0", "0", "¥0.00");
            assertThat(page).doesNotContain("LX-0006");
            String asked =
                    list
                            + "?product=lx-own&lot=O&counter=LX-0006&after=zz~ff~1"
                            + (list.endsWith("sales") ? "~0" : "");
            assertThat(rival.page(asked)).doesNotContain("data-");
        }
        assertThat(row(rival.page("/counties/611026"), "product", "lx-own")).contains(">0<");
        assertThat(province.page("/lots/sales?product=lx-own&lot=O"))
                .contains("LX-0006")
                .doesNotContain(
                        parts.one(
                                "select receipt_code from ledger_sale join ledger_sale_line"
                                        + " using (sale) where product = 'lx-own'"));
        assertThat(people.supplier("lx-others").status("/lots/trace?product=lx-own&lot=O"))
                .isEqualTo(404);
    }

    @Test
    void countsAPacketAsDeliveredOnceAPersonHasFoundOutThatItWas() {
        product("lx-case");
        try (var counter = SellingCounter.enrol(server, "LX-0007")) {
            counter.tells(sale(11, "lx-case", "C").doubtful());
        }
        parts.fold("lx-");
        assertThat(figures(auditor.page("/lots/trace?product=lx-case&lot=C")))
                .containsExactly("0", "0", "1", "¥0.00");
        var cases = server.bean(Cases.class);
        long id =
                Long.parseLong(
                        parts.one(
                                "select c.id::text from ledger_case c join ledger_sale_line l"
                                        + " using (sale) where l.product = 'lx-case'"));
        var file = cases.find("demonstration", id).blockOptional().orElseThrow();
        assertThat(cases.settle(file, Finding.DELIVERED).block()).isTrue();
        parts.fold("lx-");

        assertThat(figures(auditor.page("/lots/trace?product=lx-case&lot=C")))
                .containsExactly("0", "1", "0", "¥15.00");
        assertThat(parts.one("select is_proven::text from trace_unit where product = 'lx-case'"))
                .isEqualTo("true");
    }

    @Test
    void countsNothingAsLeftInACounterThatStandsNowhereAnyMore() {
        product("lx-gone");
        try (var counter = SellingCounter.enrol(server, "LX-0008")) {
            counter.tells(List.of(counted(11, "lx-gone", "G", 4)));
            server.bean(UnitFold.class).run().block();
            assertThat(figures(auditor.page("/lots/trace?product=lx-gone&lot=G"))).startsWith("4");
            parts.execute(
                    "update counters set status = 'suspended' where counter_id = '"
                            + counter.id().hex()
                            + "'");
        }

        String page = auditor.page("/lots/trace?product=lx-gone&lot=G&left=1");
        assertThat(figures(page)).startsWith("0");
        assertThat(rows(page, "counter")).isEmpty();
    }

    private static Sales sale(int slot, String product, String lot) {
        return Sales.of(PaymentWay.CARD, new Fact.SaleLine(1, slot, product, lot, 1500));
    }

    private static Fact counted(int slot, String product, String lot, int quantity) {
        return new Fact.StockCounted(slot, product, lot, quantity);
    }

    private static List<String> rows(String page, String kind) {
        return found(page, "<tr data-" + kind + "=\"([^\"]*)\"");
    }

    private static String next(String page) {
        var found = NEXT.matcher(page);
        assertThat(found.find()).as("a next page").isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private void product(String code) {
        if (grower.status("/suppliers/lx-growers-s") == 404) {
            assertThat(grower.posts("/suppliers", RegistryForms.supplier("lx-growers-s")))
                    .isEqualTo(303);
        }
        assertThat(grower.posts("/products", RegistryForms.product(code, "lx-growers-s")))
                .isEqualTo(303);
    }
}
