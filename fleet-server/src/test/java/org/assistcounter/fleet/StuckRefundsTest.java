package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.assistcounter.fleet.complaints.Receipts;
import org.assistcounter.fleet.ledger.Balance;
import org.assistcounter.fleet.ledger.Ledger;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.wallets.StuckRefunds;
import org.assistcounter.fleet.wallets.StuckRefunds.Outcome;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.journal.PaymentWay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people do about money that no wallet sends back. */
@ExtendWith(RunningServer.class)
class StuckRefundsTest {
    private static final String TENANT = "demonstration";

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void asksTheWalletAgainAndTheMoneyGoesOnce() {
        try (var counter = SellingCounter.enrol(server, "SR-0001")) {
            Sales sale = failed(counter);
            long due = balance("refunds-due");

            assertThat(refunds().askAgain(operator(), number(sale)).block())
                    .isEqualTo(Outcome.DONE);

            Eventually.holds(() -> state(sale).equals("refunded"));
            Eventually.holds(() -> balance("refunds-due") == due + Sales.PRICE);
            assertThat(refunds().askAgain(operator(), number(sale)).block())
                    .isEqualTo(Outcome.NOT_FAILED);
        }
    }

    @Test
    void endsWhenSomebodySendsTheMoneyInAnotherWay() {
        try (var counter = SellingCounter.enrol(server, "SR-0002")) {
            Sales sale = failed(counter);
            long due = balance("refunds-due");
            long bank = balance("bank");

            claims(sale);
            assertThat(page("/refunds/" + number(sale))).contains("139 0000 0000", "Ask again");

            assertThat(refunds().notOwed(operator(), number(sale), "no such payment").block())
                    .isEqualTo(Outcome.WAS_PAID);
            assertThat(refunds().sent(operator(), number(sale), "TR-SR-0002").block())
                    .isEqualTo(Outcome.DONE);
            server.bean(Receipts.class).forgetSettled().block();

            assertThat(state(sale)).isEqualTo("sent");
            assertThat(balance("refunds-due")).isEqualTo(due + Sales.PRICE);
            assertThat(balance("bank")).isEqualTo(bank - Sales.PRICE);
            assertThat(refunds().sent(operator(), number(sale), "TR-SR-0002b").block())
                    .isEqualTo(Outcome.NOT_FAILED);
            assertThat(page("/refunds/" + number(sale)))
                    .contains("TR-SR-0002")
                    .doesNotContain("139 0000 0000", "Ask again");
            assertThat(page("/receipt?code=" + sale.id().receiptCode()))
                    .contains("\"SENT\"", "¥9.90");
        }
    }

    @Test
    void givesOneTransferToOneRefundOnly() {
        try (var counter = SellingCounter.enrol(server, "SR-0003")) {
            Sales one = failed(counter);
            Sales other = failed(counter);

            refunds().sent(operator(), number(one), "TR-SR-0003").block();

            assertThat(refunds().sent(operator(), number(other), "TR-SR-0003").block())
                    .isEqualTo(Outcome.REFERENCE_USED);
            assertThat(state(other)).isEqualTo("failed");
        }
    }

    @Test
    void neverAsksAWalletForWhatItWasNotPaid() {
        try (var counter = SellingCounter.enrol(server, "SR-0004")) {
            Sales sale = Sales.of(PaymentWay.WALLET);
            counter.asks(
                    new Question.OrderWallet(
                            sale.id().attempt(1),
                            Wallet.ALIPAY,
                            new Question.Price(Sales.PRICE, "CNY", Sales.APPLES)));
            long clearing = balance("wallet-clearing");
            counter.tells(sale.jammed());

            assertThat(refunds().askAgain(operator(), number(sale)).block())
                    .isEqualTo(Outcome.NEVER_PAID);
            assertThat(refunds().notOwed(operator(), number(sale), "x").block())
                    .isEqualTo(Outcome.WORDS_MISSING);
            assertThat(refunds().notOwed(operator(), number(sale), "no such payment").block())
                    .isEqualTo(Outcome.DONE);

            assertThat(state(sale)).isEqualTo("void");
            assertThat(balance("wallet-clearing"))
                    .as("what the journal claimed is taken back")
                    .isEqualTo(clearing);
        }
    }

    @Test
    void knowsNoRefundThatIsNone() {
        assertThat(refunds().askAgain(operator(), "no-1-r1").block())
                .isEqualTo(Outcome.NO_SUCH_REFUND);
        assertThat(refunds().sent(operator(), "no-1-r1", "TR-none").block())
                .isEqualTo(Outcome.NO_SUCH_REFUND);
    }

    private Sales failed(SellingCounter counter) {
        return FailedRefunds.make(server, counter);
    }

    private StuckRefunds refunds() {
        return server.bean(StuckRefunds.class);
    }

    private static String number(Sales sale) {
        return FailedRefunds.number(sale);
    }

    private String state(Sales sale) {
        return FailedRefunds.state(server, sale);
    }

    private void claims(Sales sale) {
        server.bean(Receipts.class).ask(sale.id().receiptCode(), "139 0000 0000", "").block();
    }

    private String page(String address) {
        var body =
                new WebCalls(server)
                        .client()
                        .get()
                        .uri(address + (address.contains("?") ? "&" : "?") + "lang=en")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        return String.valueOf(body);
    }

    private Operator operator() {
        Operator known =
                server.bean(People.class)
                        .find(Operator.DEMONSTRATION_LOGIN)
                        .blockOptional()
                        .orElseThrow();
        return new Operator(known.id(), TENANT, "finance", "Finance", Set.of(Role.FINANCE), false);
    }

    private long balance(String account) {
        return server.bean(Ledger.class).balances(TENANT).blockOptional().orElseThrow().stream()
                .filter(balance -> balance.account().equals(account))
                .mapToLong(Balance::amount)
                .sum();
    }
}
