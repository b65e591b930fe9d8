package org.assistcounter.fleet.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** The posting rules, one impossibility a test. */
class BookkeepingTest {

    private static final SaleId ID = SaleId.of(1, 2);
    private static final long PRICE = 1280;
    private static final Fact.SaleLine LINE = new Fact.SaleLine(1, 11, "apple", "L1", PRICE);
    private static final Fact.Evidence EVIDENCE =
            new Fact.Evidence("returned", "seen", "good", "good", 2);
    private static final Fact OPENED = new Fact.SaleOpened(ID, "CNY", 1, List.of(LINE));
    private static final Fact COMMANDED = new Fact.DispenseCommanded(ID, 1, 11, 7);

    @Test
    void booksADeliveryAsASaleAndAPieceSold() {
        Booking.Booked booked =
                booked(after(OPENED, approved(), COMMANDED), dispensed(DispenseVerdict.DELIVERED));

        assertThat(booked.postings())
                .containsExactlyInAnyOrder(
                        new Posting(Account.SHOPPER, "CNY", PRICE),
                        new Posting(Account.SALES, "CNY", -PRICE),
                        new Posting(Account.SOLD, "apple", 1),
                        new Posting(Account.SLOT, "apple", -1));
    }

    @Test
    void movesNothingForAFactWithoutMoneyOrGoods() {
        for (Fact fact :
                List.of(
                        OPENED,
                        new Fact.Beat(),
                        new Fact.CheckpointSeen("note"),
                        new Fact.SlotSwitched(11, false, "jammed"),
                        new Fact.FaultNoticed("mdb", "garbled", "FF"))) {
            assertThat(booked(null, fact).postings()).as("%s", fact).isEmpty();
        }
    }

    @Test
    void balancesEveryFactThatMovesSomething() {
        SaleAccount paid = after(OPENED, approved());
        SaleAccount turned = after(OPENED, approved(), COMMANDED);
        balances(after(OPENED), approved());
        balances(turned, dispensed(DispenseVerdict.DELIVERED));
        balances(turned, dispensed(DispenseVerdict.UNPROVEN));
        balances(paid, refunded(PaymentWay.CARD, RefundOutcome.RETURNED, PRICE));
        balances(paid, refunded(PaymentWay.WALLET, RefundOutcome.HANDED_OVER, PRICE));
        balances(paid, caseOpened(CaseReason.UNPROVEN_DELIVERY, PRICE));
        balances(after(OPENED), caseOpened(CaseReason.PAYMENT_NOT_KNOWN, PRICE));
        balances(null, new Fact.StockCounted(11, "apple", "L1", 8));
    }

    @Test
    void booksOnlyTheDifferenceOfACount() {
        Fact counted = new Fact.StockCounted(11, "apple", "L1", 8);

        assertThat(((Booking.Booked) Bookkeeping.book(null, counted, 8)).postings()).isEmpty();
        assertThat(((Booking.Booked) Bookkeeping.book(null, counted, 9)).postings())
                .contains(new Posting(Account.COUNTED, "apple", 1));
    }

    @Test
    void makesNoPostingOfNothing() {
        assertThat(booked(after(OPENED), resolved(PaymentOutcome.APPROVED, 0)).postings())
                .isEmpty();
    }

    @Test
    void refusesASaleThatIsOpenedTwice() {
        impossible(after(OPENED), OPENED, "the sale is opened twice");
    }

    @Test
    void refusesAFactOfASaleThatWasNeverOpened() {
        impossible(null, COMMANDED, "the sale was never opened");
    }

    @Test
    void refusesAFactOfASaleThatIsClosed() {
        impossible(
                after(OPENED, closed(SaleOutcome.UNPAID, 0, 0, 0)),
                approved(),
                "the sale is closed already");
    }

    @Test
    void refusesASecondCharge() {
        impossible(after(OPENED, approved()), approved(), "the sale is charged twice");
    }

    @Test
    void refusesAnAmountOfAnAttemptThatFailed() {
        impossible(
                after(OPENED),
                resolved(PaymentOutcome.DECLINED, PRICE),
                "an attempt that failed has an amount");
    }

    @Test
    void refusesToLetGoodsLeaveUnpaid() {
        impossible(after(OPENED), COMMANDED, "goods leave unpaid");
    }

    @Test
    void refusesASecondCommand() {
        impossible(after(OPENED, approved(), COMMANDED), COMMANDED, "the motor is commanded twice");
    }

    @Test
    void refusesATurnThatNobodyCommanded() {
        impossible(
                after(OPENED, approved()),
                dispensed(DispenseVerdict.DELIVERED),
                "a turn ends that was not commanded");
    }

    @Test
    void refusesADeliveryWorthMoreThanWasPaid() {
        impossible(
                after(OPENED, resolved(PaymentOutcome.APPROVED, PRICE - 1), COMMANDED),
                dispensed(DispenseVerdict.DELIVERED),
                "more is delivered than was paid");
    }

    @Test
    void refusesToReturnMoreThanWasPaid() {
        impossible(
                after(OPENED, approved()),
                refunded(PaymentWay.CARD, RefundOutcome.RETURNED, PRICE + 1),
                "more is refunded than was paid");
    }

    @Test
    void refusesToReturnAPaymentTwice() {
        Fact refund = refunded(PaymentWay.CARD, RefundOutcome.RETURNED, PRICE);

        impossible(after(OPENED, approved(), refund), refund, "more is refunded than was paid");
    }

    @Test
    void refusesToAskForMoreThanWasPaid() {
        impossible(
                after(OPENED, approved()),
                new Fact.RefundRequested(ID, 1, 1, PaymentWay.CARD, PRICE + 1),
                "more is to be refunded than was paid");
    }

    @Test
    void refusesToLetTheFleetRefundACard() {
        impossible(
                after(OPENED, approved()),
                refunded(PaymentWay.CARD, RefundOutcome.HANDED_OVER, PRICE),
                "the fleet cannot refund a card");
    }

    @Test
    void refusesToHoldMoreThanWasPaid() {
        impossible(
                after(OPENED, approved()),
                caseOpened(CaseReason.REFUND_NOT_PROVEN, PRICE + 1),
                "more is held than was paid");
    }

    @Test
    void refusesToCloseWithOtherSumsThanAreBooked() {
        impossible(
                after(OPENED, approved()),
                closed(SaleOutcome.DELIVERED, PRICE, 0, 0),
                "the sale closes with other sums than are booked");
        impossible(
                after(OPENED),
                closed(SaleOutcome.REFUNDED, PRICE, PRICE, 0),
                "the sale closes with other sums than are booked");
    }

    private static Fact approved() {
        return resolved(PaymentOutcome.APPROVED, PRICE);
    }

    private static Fact resolved(PaymentOutcome outcome, long amount) {
        return new Fact.PaymentResolved(ID, 1, PaymentWay.CARD, outcome, amount, null);
    }

    private static Fact dispensed(DispenseVerdict verdict) {
        return new Fact.DispenseResolved(ID, LINE, PRICE, verdict, EVIDENCE, false);
    }

    private static Fact refunded(PaymentWay way, RefundOutcome outcome, long amount) {
        return new Fact.RefundResolved(ID, 1, 1, way, amount, outcome);
    }

    private static Fact caseOpened(CaseReason reason, long amount) {
        return new Fact.CaseOpened(ID, 1, PaymentWay.CARD, amount, reason);
    }

    private static Fact closed(SaleOutcome outcome, long charged, long refunded, long held) {
        return new Fact.SaleClosed(ID, outcome, charged, refunded, held);
    }

    private static @Nullable SaleAccount after(Fact... facts) {
        SaleAccount account = null;
        for (Fact fact : facts) {
            account = booked(account, fact).sale();
        }
        return account;
    }

    private static Booking.Booked booked(@Nullable SaleAccount account, Fact fact) {
        Booking booking = Bookkeeping.book(account, fact, 0);
        assertThat(booking).as("%s", fact).isInstanceOf(Booking.Booked.class);
        return (Booking.Booked) booking;
    }

    private static void balances(@Nullable SaleAccount account, Fact fact) {
        List<Posting> postings = booked(account, fact).postings();
        Map<String, Long> sums =
                postings.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Posting::unit, Collectors.summingLong(Posting::amount)));
        assertThat(sums.values()).as("%s", fact).isNotEmpty().containsOnly(0L);
    }

    private static void impossible(@Nullable SaleAccount account, Fact fact, String reason) {
        assertThat(Bookkeeping.book(account, fact, 0)).isEqualTo(new Booking.Impossible(reason));
    }
}
