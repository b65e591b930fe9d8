package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import org.assistcounter.counter.Goods;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shopper, the clock or a device ends a sale before it is done. */
class GivingUpTest {
    private static final CashlessEvent LOST = new CashlessEvent.ReaderLost("gone");

    static List<Supplier<PlayedCounter>> beforeAnyMoneyIsAsked() {
        return List.of(() -> PlayedCounter.choosing(Goods.APPLE), PlayedCounter::awaitingCard);
    }

    @ParameterizedTest
    @MethodSource("beforeAnyMoneyIsAsked")
    void endsUnpaidAtOnceWhenCancelledBeforeMoneyIsAsked(Supplier<PlayedCounter> start) {
        PlayedCounter counter = start.get();

        counter.on(new Input.Cancelled());

        assertThat(counter.closed())
                .isEqualTo(new Fact.SaleClosed(PlayedCounter.SALE, SaleOutcome.UNPAID, 0, 0, 0));
        assertThat(counter.facts(Fact.PaymentRequested.class)).isEmpty();
        assertThat(counter.facts(Fact.PaymentResolved.class)).isEmpty();
    }

    @Test
    void opensNoSaleForALook() {
        PlayedCounter counter = PlayedCounter.ready();

        counter.on(new Input.Looked(Goods.APPLE));
        counter.on(new Input.Cancelled());

        assertThat(counter.facts()).isEmpty();
        assertThat(counter.state().phase()).isEqualTo(new Phase.Browsing());
    }

    @Test
    void asksTheReaderToGiveUpAndWaitsForItsWord() {
        PlayedCounter counter = PlayedCounter.authorising();

        Step step = counter.on(new Input.Cancelled());
        counter.on(new Input.Cancelled());

        assertThat(step.facts()).isEmpty();
        assertThat(counter.given(new CashlessCommand.Disable())).isOne();
        assertThat(counter.ending()).isNull();

        counter.reader(new CashlessEvent.VendDenied());

        assertThat(counter.ending()).isEqualTo(Ending.CANCELLED);
        assertThat(counter.facts(Fact.PaymentResolved.class).getFirst().outcome())
                .isEqualTo(PaymentOutcome.ABANDONED);
    }

    @Test
    void saysThatTheTimeWasUpWhenTheReaderTookTooLong() {
        PlayedCounter counter = PlayedCounter.authorising();

        counter.waitForDeadline();
        counter.reader(new CashlessEvent.VendDenied());

        assertThat(counter.ending()).isEqualTo(Ending.TIMED_OUT);
    }

    @Test
    void givesTheMoneyBackOnceWhenItIsApprovedAfterCancelling() {
        PlayedCounter counter = PlayedCounter.authorising();

        counter.on(new Input.Cancelled());
        Step approved = counter.reader(new CashlessEvent.VendApproved(1_280));
        counter.reader(new CashlessEvent.VendApproved(1_280));
        counter.settled(Settlement.REFUNDED);

        assertThat(approved.facts()).last().isInstanceOf(Fact.RefundRequested.class);
        assertThat(counter.turns()).isZero();
        assertThat(counter.given(new CashlessCommand.FailVend())).isOne();
        assertThat(counter.closed())
                .isEqualTo(
                        new Fact.SaleClosed(
                                PlayedCounter.SALE, SaleOutcome.REFUNDED, 1_280, 1_280, 0));
    }

    @Test
    void cannotBeCancelledOnceTheMotorTurns() {
        PlayedCounter counter = PlayedCounter.dispensing();

        Step step = counter.on(new Input.Cancelled());

        assertThat(step.facts()).isEmpty();
        assertThat(step.state().phase()).isInstanceOf(Phase.Dispensing.class);
    }

    @Test
    void cannotBeCancelledWhileTheMoneyIsOnItsWayBack() {
        PlayedCounter counter = PlayedCounter.dispensing();

        counter.turnEnded(PlayedCounter.JAMMED);
        Step step = counter.on(new Input.Cancelled());

        assertThat(step.facts()).isEmpty();
        assertThat(step.state().phase()).isInstanceOf(Phase.Returning.class);
    }

    @Test
    void endsUnpaidWhenTheReaderIsLostBeforeACardCame() {
        PlayedCounter counter = PlayedCounter.awaitingCard();

        counter.reader(LOST);

        assertThat(counter.ending()).isEqualTo(Ending.UNAVAILABLE);
        assertThat(counter.closed().outcome()).isEqualTo(SaleOutcome.UNPAID);
    }

    @Test
    void makesACaseWhenTheReaderIsLostWhileItAuthorises() {
        PlayedCounter counter = PlayedCounter.authorising();

        counter.reader(LOST);

        assertPaymentNotKnown(counter);
    }

    @Test
    void makesACaseWhenTheReaderStartsAnewWhileItAuthorises() {
        PlayedCounter counter = PlayedCounter.authorising();

        counter.reader(new CashlessEvent.ReaderReady(1, true, 1, 65_534));

        assertPaymentNotKnown(counter);
    }

    @Test
    void makesACaseWhenTheReaderIsLostWhileItGivesUp() {
        PlayedCounter counter = PlayedCounter.authorising();

        counter.on(new Input.Cancelled());
        counter.reader(LOST);

        assertPaymentNotKnown(counter);
    }

    @Test
    void stillDeliversWhenTheReaderIsLostWhileTheMotorTurns() {
        PlayedCounter counter = PlayedCounter.dispensing();

        counter.reader(LOST);
        counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(counter.closed().outcome()).isEqualTo(SaleOutcome.DELIVERED);
        assertThat(counter.given(new CashlessCommand.ConfirmVend(Goods.APPLE))).isOne();
    }

    @Test
    void makesACaseWhenTheReaderIsLostWhileTheMoneyIsOnItsWayBack() {
        PlayedCounter counter = PlayedCounter.dispensing();

        counter.turnEnded(PlayedCounter.JAMMED);
        counter.reader(LOST);

        assertThat(counter.facts(Fact.CaseOpened.class))
                .singleElement()
                .extracting(Fact.CaseOpened::reason)
                .isEqualTo(CaseReason.REFUND_NOT_PROVEN);
        assertThat(counter.closed().heldMinor()).isEqualTo(1_280);
    }

    @Test
    void waitsForTheTurnWhenTheBoardIsLost() {
        PlayedCounter counter = PlayedCounter.dispensing();

        counter.dispenser(new DispenserEvent.BoardLost("gone"));
        assertThat(counter.state().phase()).isInstanceOf(Phase.Dispensing.class);
        counter.waitForDeadline();

        assertThat(counter.ending()).isEqualTo(Ending.CASE);
        assertThat(counter.turns()).isOne();
    }

    private static void assertPaymentNotKnown(PlayedCounter counter) {
        assertThat(counter.ending()).isEqualTo(Ending.CASE);
        assertThat(counter.turns()).isZero();
        assertThat(counter.facts(Fact.CaseOpened.class))
                .singleElement()
                .satisfies(opened -> {
                    assertThat(opened.reason()).isEqualTo(CaseReason.PAYMENT_NOT_KNOWN);
                    assertThat(opened.amountMinor()).isEqualTo(Goods.APPLE_PRICE);
                });
        assertThat(counter.closed())
                .isEqualTo(new Fact.SaleClosed(PlayedCounter.SALE, SaleOutcome.CASE, 0, 0, 0));
    }
}
