package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assistcounter.fleet.complaints.Claim;
import org.assistcounter.fleet.complaints.Complaints;
import org.assistcounter.fleet.complaints.Receipts;
import org.assistcounter.fleet.complaints.Settlements;
import org.assistcounter.fleet.ledger.CaseRules.Payout;
import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.ledger.Finding;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** A shopper with a receipt code asks for the money of a card. */
@ExtendWith(RunningServer.class)
class ClaimTest {
    private static final String PHONE = "139 0000 0000";

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void asksIsPaidOnceAndForgotten() {
        try (var counter = SellingCounter.enrol(server, "CL-0001")) {
            Sales sale = Sales.of(PaymentWay.CARD);
            counter.tells(sale.doubtful());
            String code = sale.id().receiptCode();
            assertThat(page(code)).contains("ASKABLE", "¥9.90");

            ask(code, PHONE, "nothing came out").expectStatus().isSeeOther();

            assertThat(page(code)).contains("\"ASKED\"").doesNotContain(PHONE);
            assertThat(claims(sale)).extracting(Claim::contact).containsExactly(PHONE);
            server.bean(Receipts.class).forgetSettled().block();
            assertThat(claims(sale)).as("still in question").hasSize(1);

            long id = caseOf(sale);
            Operator operator = operator();
            complaints().decide(operator, id, Finding.PAY_BACK, "counted").block();
            assertThat(page(code)).as("owed, not sent").contains("\"ASKED\"", "¥9.90");
            complaints().payOut(operator, id, Payout.TRANSFER, "TR-CL-0001").block();

            assertThat(page(code)).contains("\"SENT\"", "¥9.90");
            server.bean(Receipts.class).forgetSettled().block();
            assertThat(claims(sale)).as("forgotten").isEmpty();
            ask(code, "somebody else", "");
            assertThat(claims(sale)).as("nothing to ask for any more").isEmpty();
        }
    }

    @Test
    void hasNothingToAskForWhenTheGoodsCame() {
        try (var counter = SellingCounter.enrol(server, "CL-0002")) {
            Sales sale = Sales.of(PaymentWay.CARD);
            counter.tells(sale.delivered());

            assertThat(page(sale.id().receiptCode())).contains("NOTHING").doesNotContain("<form");
            ask(sale.id().receiptCode(), PHONE, "");
            assertThat(claims(sale)).isEmpty();
        }
    }

    @Test
    void wantsToKnowHowToReachTheShopper() {
        try (var counter = SellingCounter.enrol(server, "CL-0003")) {
            Sales sale = Sales.of(PaymentWay.CARD);
            counter.tells(sale.doubtful());

            ask(sale.id().receiptCode(), " 12 ", "").expectStatus().isEqualTo(422);

            assertThat(page(sale.id().receiptCode())).contains("ASKABLE");
        }
    }

    @Test
    void keepsAFewWordsBesideEachOtherAndNoMoreThanTheirLength() {
        try (var counter = SellingCounter.enrol(server, "CL-0004")) {
            Sales sale = Sales.of(PaymentWay.CARD);
            counter.tells(sale.doubtful());

            ask(sale.id().receiptCode(), PHONE, "first");
            for (int i = 0; i < Claim.OF_A_SALE_MAX + 3; i++) {
                ask(sale.id().receiptCode(), "x".repeat(500), i + "<script>" + "y".repeat(500));
            }

            assertThat(claims(sale)).hasSize(Claim.OF_A_SALE_MAX);
            assertThat(claims(sale).getFirst().contact()).as("not written over").isEqualTo(PHONE);
            assertThat(claims(sale).getLast().contact()).hasSize(Claim.CONTACT_MAX);
            assertThat(claims(sale).getLast().said()).hasSize(Claim.SAID_MAX);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZZZ-ZZZZ", "x", "'; drop", "<script>", ""})
    void knowsNothingOfACodeThatIsNone(String code) {
        assertThat(page(code)).contains("NOTHING").doesNotContain("<script>");
        ask(code, PHONE, "").expectStatus().isSeeOther();
    }

    private WebTestClient.ResponseSpec ask(String code, String contact, String said) {
        return new WebCalls(server)
                .client()
                .post()
                .uri("/receipt/claim")
                .body(
                        BodyInserters.fromFormData("code", code)
                                .with("contact", contact)
                                .with("said", said))
                .exchange();
    }

    private String page(String code) {
        var body =
                new WebCalls(server)
                        .client()
                        .get()
                        .uri(uri ->
                                uri.path("/receipt/claim").queryParam("code", "{code}").build(code))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(body);
    }

    private List<Claim> claims(Sales sale) {
        return server.bean(Settlements.class)
                .claims(sale.id().text())
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private long caseOf(Sales sale) {
        return List.copyOf(
                        server.bean(Cases.class)
                                .ofSale(sale.id().text())
                                .collectList()
                                .blockOptional()
                                .orElseThrow())
                .getFirst()
                .id();
    }

    private Complaints complaints() {
        return server.bean(Complaints.class);
    }

    private Operator operator() {
        return server.bean(People.class)
                .find(Operator.DEMONSTRATION_LOGIN)
                .blockOptional()
                .orElseThrow();
    }
}
