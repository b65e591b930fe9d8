package org.assistcounter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assistcounter.verifier.Findings.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 5 of the page and the forms of the facts, each broken in a journal that is well sealed. */
class SaleRulesTest {

    private static final String SALE = "01D2PF2DBSQQZXQ5TK1V58CGGH";

    @TempDir Path folder = Path.of("");

    private final TestJournal journal = new TestJournal().begin();

    private void finds(String... errors) throws IOException {
        assertThat(Verification.of(journal.write(folder)).findings().kept())
                .extracting(Finding::error)
                .containsExactly(errors);
    }

    private static String of(String error) {
        return "sale " + SALE + ": " + error;
    }

    private TestJournal paid() {
        return journal.open(SALE, 100).pay(SALE, "approved", 100);
    }

    @Test
    void refusesGoodsWithoutPayment() throws IOException {
        journal.open(SALE, 100).command(SALE).dispense(SALE, "delivered", 100);
        journal.close(SALE, "delivered", 0, 0, 0);

        finds(
                of("dispense of line 1 is commanded before an approval"),
                of("delivered 100 + refunded 0 + held 0 exceed charged 0"));
    }

    @Test
    void refusesMoreRefundedThanPaid() throws IOException {
        paid().refund(SALE, "returned", 101).close(SALE, "refunded", 100, 101, 0);

        finds(of("delivered 0 + refunded 101 + held 0 exceed charged 100"));
    }

    @Test
    void refusesGoodsAndMoneyBack() throws IOException {
        paid().command(SALE).dispense(SALE, "delivered", 100).refund(SALE, "handed-over", 100);
        journal.close(SALE, "delivered", 100, 100, 0);

        finds(of("delivered 100 + refunded 100 + held 0 exceed charged 100"));
    }

    @Test
    void refusesAWrongSumAtTheClose() throws IOException {
        paid().command(SALE).dispense(SALE, "delivered", 100).close(SALE, "delivered", 99, 0, 1);

        finds(
                of("closed with charged 99; its records make 100"),
                of("closed with held 1; its records make 0"));
    }

    @Test
    void refusesACloseThatLeavesMoneyOver() throws IOException {
        paid().command(SALE).dispense(SALE, "delivered", 60).close(SALE, "delivered", 100, 0, 0);

        finds(of("closed with 40 neither delivered, refunded nor held"));
    }

    @Test
    void refusesAnOutcomeThatTheRecordsDoNotShow() throws IOException {
        journal.open(SALE, 100).close(SALE, "delivered", 0, 0, 0);

        finds(of("closed as delivered, which its records do not show"));
    }

    @Test
    void refusesASecondApproval() throws IOException {
        paid().pay(SALE, "approved", 100);

        finds(of("a second payment of the sale is approved"));
    }

    @Test
    void takesAnApprovalForEachLineOfACard() throws IOException {
        journal.openTwo(SALE, 100).pay(SALE, "approved", 100);
        journal.command(SALE).dispense(SALE, "delivered", 100).pay(SALE, "approved", 100);
        journal.refund(SALE, "returned", 100).close(SALE, "delivered", 200, 100, 0);

        finds();
    }

    @Test
    void refusesAnApprovalBeforeTheOneBeforeIsSettled() throws IOException {
        journal.openTwo(SALE, 100).pay(SALE, "approved", 100).pay(SALE, "approved", 100);

        finds(of("a second payment of the sale is approved"));
    }

    @Test
    void refusesALineThatTheSaleDoesNotHave() throws IOException {
        paid().add(13, "sale", SALE, "line", 2, "slot", 11, "command", 7);

        finds(of("dispense of line 2, which the sale does not have"));
    }

    @Test
    void refusesADeliveryThatHidesACase() throws IOException {
        journal.openTwo(SALE, 100).pay(SALE, "approved", 100);
        journal.command(SALE).dispense(SALE, "delivered", 100);
        journal.add(
                17,
                "sale",
                SALE,
                "line",
                2,
                "way",
                "card",
                "amount",
                100,
                "reason",
                "payment-not-known");
        journal.close(SALE, "delivered", 100, 0, 0);

        finds(of("closed as delivered, which its records do not show"));
    }

    @Test
    void refusesASecondCommand() throws IOException {
        paid().command(SALE).command(SALE);

        finds(of("dispense of line 1 is commanded a second time"));
    }

    @Test
    void refusesADispenseWithoutCommandOrResolvedTwice() throws IOException {
        paid().dispense(SALE, "not-delivered", 100).dispense(SALE, "unproven", 100);

        finds(
                of("dispense of line 1 is resolved but was not commanded"),
                of("dispense of line 1 is resolved but was not commanded"),
                of("dispense of line 1 is resolved a second time"));
    }

    @Test
    void refusesAnythingBeforeTheOpening() throws IOException {
        journal.request(SALE, 100);

        finds("sale " + SALE + " was not opened");
    }

    @Test
    void refusesASecondOpening() throws IOException {
        journal.open(SALE, 100).open(SALE, 100);

        finds("sale " + SALE + " is opened a second time");
    }

    @Test
    void refusesAnythingAfterTheClose() throws IOException {
        journal.open(SALE, 100).close(SALE, "unpaid", 0, 0, 0).request(SALE, 100);

        finds("sale " + SALE + " is closed");
    }

    @Test
    void refusesASaleOpenedAgainAfterItsClose() throws IOException {
        journal.open(SALE, 100).close(SALE, "unpaid", 0, 0, 0);
        journal.open(SALE, 100).close(SALE, "unpaid", 0, 0, 0);

        finds("sale " + SALE + " is opened a second time");
    }

    @Test
    void refusesSumsThatDoNotFit() throws IOException {
        journal.open(SALE, 1);
        for (int attempt = 1; attempt <= 2; attempt++) {
            journal.charged = Long.MAX_VALUE;
            journal.add(
                    12,
                    "sale",
                    SALE,
                    "attempt",
                    attempt,
                    "way",
                    "card",
                    "outcome",
                    "approved",
                    "amount",
                    Long.MAX_VALUE);
        }

        finds("totals do not fit in 64 bits", "a sum of amounts does not fit in 64 bits");
    }

    @Test
    void refusesAMissingField() throws IOException {
        journal.add(31, "slot", 1, "on", true);

        finds("body of type 31: field reason is missing");
    }

    @Test
    void refusesAFieldThatThePageDoesNotName() throws IOException {
        journal.add(3, "extra", 1);

        finds("body of type 3: field extra is not of this form");
    }

    @Test
    void refusesAnotherVersion() throws IOException {
        journal.add(3, "v", 2);

        finds("body of type 3: field v is not 1, the only version known");
    }

    @Test
    void refusesAWordOutsideTheTable() throws IOException {
        journal.add(
                12, "sale", SALE, "attempt", 1, "way", "cash", "outcome", "approved", "amount", 1);

        finds("body of type 12: field way is not one of card, wallet");
    }

    @Test
    void refusesANegativeAmount() throws IOException {
        journal.add(11, "sale", SALE, "attempt", 1, "way", "card", "amount", -1);

        finds("body of type 11: field amount is not an amount of 0 or more");
    }

    @Test
    void refusesASaleThatIsNotCrockfordsBase32() throws IOException {
        journal.request("0".repeat(25) + "U", 1);

        finds("body of type 11: field sale is not 26 digits of Crockford's base 32");
    }

    @Test
    void namesTheFieldInsideAMap() throws IOException {
        journal.add(
                10,
                "sale",
                SALE,
                "currency",
                "CNY",
                "shelf",
                1,
                "lines",
                List.of(Map.of("line", 1)));

        finds("body of type 10: field lines.slot is missing");
    }
}
