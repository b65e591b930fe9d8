package org.assistcounter.fleet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sales of several lines: a wallet pays them together, a card one after the other. */
class BasketBookkeepingTest {
    private static final SaleId ID = SaleId.of(3, 4);
    private static final long APPLE = 1_280;
    private static final long HONEY = 4_500;
    private static final List<Fact.SaleLine> LINES =
            List.of(
                    new Fact.SaleLine(1, 11, "apple", "L1", APPLE),
                    new Fact.SaleLine(2, 13, "honey", "L2", HONEY));
    private static final Fact OPENED = new Fact.SaleOpened(ID, "CNY", 1, LINES);

    private final Map<Account, Long> money = new EnumMap<>(Account.class);
    private @Nullable SaleAccount sale;
    private String refusal = "";

    @Test
    void booksAWalletThatPaidForAllAndGotOneLineBack() {
        books(OPENED);
        books(requested(1, PaymentWay.WALLET, APPLE + HONEY));
        books(approved(1, PaymentWay.WALLET, APPLE + HONEY));
        books(commanded(1), dispensed(1, DispenseVerdict.DELIVERED, APPLE));
        books(commanded(2), dispensed(2, DispenseVerdict.NOT_DELIVERED, HONEY));
        books(refunded(2, PaymentWay.WALLET, RefundOutcome.HANDED_OVER, HONEY));
        books(new Fact.SaleClosed(ID, SaleOutcome.DELIVERED, APPLE + HONEY, HONEY, 0));

        assertThat(refusal).isEmpty();
        assertThat(money)
                .containsEntry(Account.WALLET_CLEARING, APPLE + HONEY)
                .containsEntry(Account.SALES, -APPLE)
                .containsEntry(Account.REFUNDS_DUE, -HONEY)
                .containsEntry(Account.SHOPPER, 0L);
    }

    @Test
    void booksACardThatPaysLineByLine() {
        books(OPENED);
        books(requested(1, PaymentWay.CARD, APPLE), approved(1, PaymentWay.CARD, APPLE));
        books(commanded(1), dispensed(1, DispenseVerdict.DELIVERED, APPLE));
        books(requested(2, PaymentWay.CARD, HONEY), approved(2, PaymentWay.CARD, HONEY));
        books(commanded(2), dispensed(2, DispenseVerdict.UNPROVEN, HONEY));
        books(caseOpened(2, HONEY, CaseReason.UNPROVEN_DELIVERY));
        books(new Fact.SaleClosed(ID, SaleOutcome.CASE, APPLE + HONEY, 0, HONEY));

        assertThat(refusal).isEmpty();
        assertThat(money)
                .containsEntry(Account.CARD_CLEARING, APPLE + HONEY)
                .containsEntry(Account.CASES, -HONEY)
                .containsEntry(Account.SHOPPER, 0L);
    }

    @Test
    void booksACardThatStopsAfterTheFirstLine() {
        books(OPENED);
        books(requested(1, PaymentWay.CARD, APPLE), approved(1, PaymentWay.CARD, APPLE));
        books(commanded(1), dispensed(1, DispenseVerdict.DELIVERED, APPLE));
        books(new Fact.SaleClosed(ID, SaleOutcome.DELIVERED, APPLE, 0, 0));

        assertThat(refusal).isEmpty();
    }

    @Test
    void refusesASecondChargeOfAWalletEvenWhenAllIsDelivered() {
        books(OPENED, approved(1, PaymentWay.WALLET, APPLE));
        books(commanded(1), dispensed(1, DispenseVerdict.DELIVERED, APPLE));

        refuses(approved(2, PaymentWay.WALLET, HONEY), "the sale is charged twice");
    }

    @Test
    void refusesToChargeACardWhileALineIsPaidAndNotSettled() {
        books(OPENED, approved(1, PaymentWay.CARD, APPLE));

        refuses(approved(2, PaymentWay.CARD, HONEY), "the sale is charged twice");
    }

    @Test
    void refusesToChargeACardWhenNoLineIsLeft() {
        books(OPENED, approved(1, PaymentWay.CARD, APPLE));
        books(commanded(1), dispensed(1, DispenseVerdict.DELIVERED, APPLE));
        books(approved(2, PaymentWay.CARD, HONEY));
        books(commanded(2), dispensed(2, DispenseVerdict.DELIVERED, HONEY));

        refuses(approved(3, PaymentWay.CARD, HONEY), "the sale is charged twice");
    }

    @Test
    void refusesASaleThatIsPaidInTwoWays() {
        books(OPENED, requested(1, PaymentWay.CARD, APPLE), approved(1, PaymentWay.CARD, APPLE));
        books(commanded(1), dispensed(1, DispenseVerdict.DELIVERED, APPLE));

        refuses(requested(2, PaymentWay.WALLET, HONEY), "one sale is paid in two ways");
    }

    @Test
    void refusesALineThatTheSaleDoesNotHave() {
        books(OPENED, approved(1, PaymentWay.WALLET, APPLE + HONEY));

        refuses(commanded(3), "a line is dispensed that the sale does not have");
    }

    @Test
    void refusesASecondTurnOfALineAndARefundOfADeliveredOne() {
        books(OPENED, approved(1, PaymentWay.WALLET, APPLE + HONEY));
        books(commanded(1), dispensed(1, DispenseVerdict.DELIVERED, APPLE));

        refuses(commanded(1), "the motor is commanded twice");
        refuses(
                refunded(1, PaymentWay.WALLET, RefundOutcome.HANDED_OVER, APPLE),
                "a line is refunded that has ended");
        refuses(
                caseOpened(1, APPLE, CaseReason.UNPROVEN_DELIVERY),
                "a case is opened for a line that has ended");
    }

    private void books(Fact... facts) {
        for (Fact fact : facts) {
            switch (Bookkeeping.book(sale, fact, 0)) {
                case Booking.Impossible(String reason) -> refusal += reason;
                case Booking.Booked booked -> {
                    sale = booked.sale();
                    booked.postings().forEach(p -> money.merge(p.account(), p.amount(), Long::sum));
                }
            }
        }
    }

    private void refuses(Fact fact, String reason) {
        assertThat(refusal).isEmpty();
        assertThat(Bookkeeping.book(sale, fact, 0)).isEqualTo(new Booking.Impossible(reason));
    }

    private static Fact requested(int attempt, PaymentWay way, long amount) {
        return new Fact.PaymentRequested(ID, attempt, way, amount);
    }

    private static Fact approved(int attempt, PaymentWay way, long amount) {
        return new Fact.PaymentResolved(ID, attempt, way, PaymentOutcome.APPROVED, amount, null);
    }

    private static Fact commanded(int line) {
        return new Fact.DispenseCommanded(ID, line, 10 + line, line);
    }

    private static Fact dispensed(int line, DispenseVerdict verdict, long amount) {
        Fact.Evidence evidence = new Fact.Evidence("returned", "seen", "good", "good", 2);
        return new Fact.DispenseResolved(ID, LINES.get(line - 1), amount, verdict, evidence, false);
    }

    private static Fact refunded(int line, PaymentWay way, RefundOutcome outcome, long amount) {
        return new Fact.RefundResolved(ID, line, 1, way, amount, outcome);
    }

    private static Fact caseOpened(int line, long amount, CaseReason reason) {
        return new Fact.CaseOpened(ID, line, PaymentWay.CARD, amount, reason);
    }
}
