package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.fleet.complaints.Receipts;
import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms by which money in question is settled: who may send them, and what comes back. */
@ExtendWith(RunningServer.class)
class SettlingFormsTest {

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void letsFinanceSettleWhatATechnicianOnlySees() {
        try (var counter = SellingCounter.enrol(server, "SF-0001")) {
            String page = "/cases/" + doubtful(counter);
            var technician = PersonsBrowser.of(server, "sf-technician", Role.TECHNICIAN);
            var finance = PersonsBrowser.of(server, "sf-finance", Role.FINANCE);

            assertThat(technician.page(page)).contains("SF-0001").doesNotContain("<form");
            assertThat(technician.posts(page, "/decide", "finding", "pay-back")).isEqualTo(403);
            assertThat(technician.posts(page, "/pay-out", "reference", "RF-1")).isEqualTo(403);

            assertThat(finance.page(page)).contains("<form");
            assertThat(finance.posts(page, "/decide", "finding", "pay-back"))
                    .as("no reason is given")
                    .isEqualTo(422);
            assertThat(finance.posts(page, "/decide", "finding", "nonsense")).isEqualTo(422);
            assertThat(finance.posts(page, "/second", "decided", "nonsense")).isEqualTo(422);
            assertThat(finance.posts(page, "/pay-out", "way", "acquirer")).isEqualTo(422);
        }
    }

    @Test
    void showsToATechnicianThatSomebodyAskedAndNotWhom() {
        try (var counter = SellingCounter.enrol(server, "SF-0002")) {
            Sales sale = Sales.of(PaymentWay.CARD);
            counter.tells(sale.doubtful());
            server.bean(Receipts.class)
                    .ask(sale.id().receiptCode(), "139 1111 1111", "it stuck")
                    .block();
            String page = "/cases/" + caseOf(sale);

            assertThat(PersonsBrowser.of(server, "sf-technician-2", Role.TECHNICIAN).page(page))
                    .doesNotContain("139 1111 1111");
            assertThat(PersonsBrowser.of(server, "sf-finance-2", Role.FINANCE).page(page))
                    .contains("139 1111 1111");
        }
    }

    @Test
    void knowsNoCaseAndNoRefundThatIsNone() {
        var finance = PersonsBrowser.of(server, "sf-finance-3", Role.FINANCE);

        assertThat(finance.posts("/cases/999999", "/decide", "finding", "pay-back")).isEqualTo(404);
        assertThat(finance.posts("/refunds/none-1-r1", "/ask", "", "")).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/1/decide",
                "/cases/1/second",
                "/cases/1/decline",
                "/cases/1/pay-out",
                "/refunds/a-1-r1/ask",
                "/refunds/a-1-r1/sent",
                "/refunds/a-1-r1/not-owed"
            })
    void letsNobodyOrderAnythingWithoutATokenAgainstForgery(String form) {
        new WebCalls(server).client().post().uri(form).exchange().expectStatus().isForbidden();
    }

    private long doubtful(SellingCounter counter) {
        Sales sale = Sales.of(PaymentWay.CARD);
        counter.tells(sale.doubtful());
        return caseOf(sale);
    }

    private long caseOf(Sales sale) {
        return server.bean(Cases.class)
                .ofSale(sale.id().text())
                .single()
                .blockOptional()
                .orElseThrow()
                .id();
    }
}
