package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.TenantKind;
import org.assistcounter.fleet.trace.UnitFold;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** A lot's page lays what was moved to counters beside what their journals tell. */
@ExtendWith(RunningServer.class)
class AtCountersTest {
    private final RunningServer.Parts server = RunningServer.parts();
    private final RegistryPeople people = new RegistryPeople(server);
    private final PersonsBrowser grower = people.supplier("ac-growers");
    private final PersonsBrowser dispatcher =
            PersonsBrowser.of(server, "ac-dispatcher", Role.DISPATCHER);

    @Test
    void saysWhereMoreOrLessIsThereThanWasMovedAndShowsThoseFirst() {
        lot("ac-apple", "A/1");
        try (var agrees = SellingCounter.enrol(server, "AC-0001");
                var more = SellingCounter.enrol(server, "AC-0002");
                var fewer = SellingCounter.enrol(server, "AC-0003");
                var unseen = SellingCounter.enrol(server, "AC-0004")) {
            agrees.tells(List.of(counted(5)));
            agrees.tells(sale().delivered());
            more.tells(List.of(counted(9)));
            more.tells(sale().delivered());
            fewer.tells(List.of(counted(6)));
            fewer.tells(sale().doubtful());
            assertThat(unseen.id()).isNotNull();
        }
        held("demonstration", "AC-0001", 5);
        held("demonstration", "AC-0002", 4);
        held("demonstration", "AC-0003", 8);
        held("demonstration", "AC-0004", 3);
        fold();

        String page = dispatcher.page("/lots/one?product=ac-apple&lot=A%2F1&lang=en");
        assertThat(found(page, "data-counter=\"(AC-[0-9]+)\""))
                .containsExactly("AC-0002", "AC-0004", "AC-0003", "AC-0001");
        assertThat(found(page, "data-standing=\"([a-z]+)\""))
                .containsExactly("more", "unseen", "fewer", "agrees");
        assertThat(page)
                .contains(
                        "3 of 4 counters differ",
                        "5 more than moved there",
                        "neither sold nor left there");
        assertThat(found(page, "data-counter=\"AC-0002.*?<td class=\"number\"[^>]*>([0-9]+)<"))
                .containsExactly("4");
    }

    @Test
    void showsAnOperatorOnlyItsOwnCountersAndNobodyMoreThanAHundred() {
        lot("ac-many", "M");
        var other =
                new PersonsBrowser(
                        server,
                        people.person(
                                "ac-other",
                                "ac-operator",
                                TenantKind.OPERATOR,
                                "",
                                Role.DISPATCHER));
        execute(
                "insert into lots_held (tenant_id, product_code, lot_code, kind, place, quantity)"
                        + " select 'demonstration', 'ac-many', 'M', 'counter', 'ACM-' || n, n"
                        + " from generate_series(1, 120) n");
        held("ac-many", "M", "ac-operator", "ACO-1", 1);

        String all = grower.page("/lots/one?product=ac-many&lot=M&lang=en");
        assertThat(found(all, "data-counter=\"(AC[^\"]*)\""))
                .hasSize(100)
                .startsWith("ACM-120", "ACM-119");
        assertThat(all).contains("121 of 121 counters differ");
        assertThat(
                        found(
                                other.page("/lots/one?product=ac-many&lot=M"),
                                "data-counter=\"(AC[^\"]*)\""))
                .containsExactly("ACO-1");
    }

    private static Sales sale() {
        return Sales.of(PaymentWay.CARD, new Fact.SaleLine(1, 11, "ac-apple", "A/1", 1500));
    }

    private static Fact counted(int quantity) {
        return new Fact.StockCounted(11, "ac-apple", "A/1", quantity);
    }

    /** As goods that were moved lie at a counter. */
    private void held(String tenant, String label, int quantity) {
        held("ac-apple", "A/1", tenant, label, quantity);
    }

    private void held(String product, String lot, String tenant, String label, int quantity) {
        execute(
                "insert into lots_held (tenant_id, product_code, lot_code, kind, place, quantity)"
                        + " values ('%s', '%s', '%s', 'counter', '%s', %d)"
                                .formatted(tenant, product, lot, label, quantity));
    }

    private void lot(String product, String lot) {
        if (grower.status("/suppliers/ac-growers-s") == 404) {
            assertThat(grower.posts("/suppliers", RegistryForms.supplier("ac-growers-s")))
                    .isEqualTo(303);
        }
        assertThat(grower.posts("/products", RegistryForms.product(product, "ac-growers-s")))
                .isEqualTo(303);
        execute(
                "insert into lots_lot (product_code, lot_code, harvested_on, packed_on,"
                    + " shelf_life_days, best_before, quantity, at_supplier, grower, inspection,"
                    + " certificate, promised_by, contact, changed_by, changed_at) values ('"
                        + product
                        + "', '"
                        + lot
                        + "', current_date - 10, current_date - 8, 180, current_date + 170, 1000,"
                        + " 0, '示例村 3 组', '', '', '', '', 'ac', now())");
    }

    private void fold() {
        Eventually.holds(() -> {
            server.bean(UnitFold.class).run().block();
            return server.bean(DatabaseClient.class)
                    .sql("select 1 from ledger_sold where product like 'ac-%'")
                    .fetch()
                    .first()
                    .blockOptional()
                    .isEmpty();
        });
    }

    private static List<String> found(String page, String form) {
        return Pattern.compile(form, Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(each -> each.group(1))
                .toList();
    }

    private void execute(String sql) {
        server.bean(DatabaseClient.class).sql(sql).then().block();
    }
}
