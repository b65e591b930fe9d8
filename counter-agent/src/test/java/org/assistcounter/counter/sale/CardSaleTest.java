package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.counter.Goods;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sale by card once the shopper has chosen, as it should go and as it should not. */
class CardSaleTest {

    @Test
    void sellsAndKeepsTheMoneyWhenTheGoodsAreSeenToFall() {
        PlayedCounter counter = PlayedCounter.dispensing();

        counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(counter.ending()).isEqualTo(Ending.TAKEN);
        assertThat(counter.closed())
                .isEqualTo(
                        new Fact.SaleClosed(
                                PlayedCounter.SALE, SaleOutcome.DELIVERED, 1_280, 0, 0));
        assertThat(counter.given(new CashlessCommand.ConfirmVend(Goods.APPLE))).isOne();
        assertThat(counter.given(new CashlessCommand.FailVend())).isZero();
        assertThat(counter.state().shelf().stock(Goods.APPLE)).isEqualTo(Goods.LOADED - 1);
    }

    @Test
    void writesWhatItWillAskBeforeTheReaderHearsOfIt() {
        Step step = PlayedCounter.awaitingCard().reader(new CashlessEvent.SessionBegan(5_000));

        assertThat(step.facts())
                .containsExactly(
                        new Fact.PaymentRequested(
                                PlayedCounter.SALE, 1, PaymentWay.CARD, Goods.APPLE_PRICE));
        assertThat(step.effects())
                .containsExactly(
                        new Effect.CommandReader(
                                new CashlessCommand.RequestVend(Goods.APPLE_PRICE, Goods.APPLE)));
    }

    @Test
    void writesApprovalAndMotorCommandTogetherAndThenTurnsTheMotor() {
        Step step = PlayedCounter.authorising().reader(new CashlessEvent.VendApproved(1_280));

        assertThat(step.facts())
                .containsExactly(
                        new Fact.PaymentResolved(
                                PlayedCounter.SALE,
                                1,
                                PaymentWay.CARD,
                                PaymentOutcome.APPROVED,
                                1_280,
                                null),
                        new Fact.DispenseCommanded(PlayedCounter.SALE, 1, Goods.APPLE, 1));
        assertThat(step.effects())
                .containsExactly(
                        new Effect.CommandDispenser(
                                new DispenserCommand.TurnMotor(1, Goods.APPLE)));
    }

    @Test
    void booksWhatWasApprovedAndNotWhatWasAsked() {
        PlayedCounter counter = PlayedCounter.authorising();

        counter.reader(new CashlessEvent.VendApproved(1_200));
        counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(counter.closed().chargedMinor()).isEqualTo(1_200);
        assertThat(counter.facts(Fact.DispenseResolved.class).getFirst().amountMinor())
                .isEqualTo(1_200);
    }

    @Test
    void neverDispensesForAnApprovalOfNothing() {
        PlayedCounter counter = PlayedCounter.authorising();

        Step nothing = counter.reader(new CashlessEvent.VendApproved(0));

        assertThat(nothing.facts())
                .containsExactly(
                        new Fact.PaymentResolved(
                                PlayedCounter.SALE,
                                1,
                                PaymentWay.CARD,
                                PaymentOutcome.DECLINED,
                                0,
                                null),
                        new Fact.SaleClosed(PlayedCounter.SALE, SaleOutcome.UNPAID, 0, 0, 0));
        assertThat(nothing.effects())
                .containsExactly(
                        new Effect.CommandReader(new CashlessCommand.FailVend()),
                        new Effect.CommandReader(new CashlessCommand.Disable()));
        assertThat(counter.ending()).isEqualTo(Ending.DECLINED);
    }

    @ParameterizedTest
    @EnumSource(Settlement.class)
    void ignoresWhatBecameOfAnApprovalOfNothing(Settlement settlement) {
        PlayedCounter counter = PlayedCounter.authorising();

        counter.reader(new CashlessEvent.VendApproved(0));
        Step settled = counter.settled(settlement);
        counter.reader(new CashlessEvent.SessionEnded());

        assertThat(settled.facts()).isEmpty();
        assertThat(settled.effects()).isEmpty();
        assertThat(counter.ending()).isEqualTo(Ending.DECLINED);
        assertThat(counter.state().equipment().reader()).isEqualTo(Equipment.Reader.READY);
    }

    @Test
    void tellsAShopperWhoGaveUpAboutThatAndNotAboutAnApprovalOfNothing() {
        PlayedCounter counter = PlayedCounter.authorising();

        counter.on(new Input.Cancelled());
        counter.reader(new CashlessEvent.VendApproved(0));

        assertThat(counter.ending()).isEqualTo(Ending.CANCELLED);
        assertThat(counter.closed().outcome()).isEqualTo(SaleOutcome.UNPAID);
        assertThat(counter.given(new CashlessCommand.FailVend())).isOne();
    }

    @Test
    void endsUnpaidWhenTheCardIsDeclined() {
        PlayedCounter counter = PlayedCounter.authorising();

        counter.reader(new CashlessEvent.VendDenied());

        assertThat(counter.ending()).isEqualTo(Ending.DECLINED);
        assertThat(counter.closed().outcome()).isEqualTo(SaleOutcome.UNPAID);
        assertThat(counter.facts(Fact.PaymentResolved.class).getFirst().outcome())
                .isEqualTo(PaymentOutcome.DECLINED);
        assertThat(counter.turns()).isZero();
        assertThat(counter.given(new CashlessCommand.Disable())).isOne();
    }

    @Test
    void endsUnpaidWhenTheSessionEndsWithoutAWordOnTheMoney() {
        PlayedCounter counter = PlayedCounter.authorising();

        counter.reader(new CashlessEvent.SessionEnded());

        assertThat(counter.ending()).isEqualTo(Ending.DECLINED);
        assertThat(counter.closed().outcome()).isEqualTo(SaleOutcome.UNPAID);
    }

    @Test
    void ignoresASecondApproval() {
        PlayedCounter counter = PlayedCounter.dispensing();

        Step again = counter.reader(new CashlessEvent.VendApproved(1_280));

        assertThat(again.facts()).isEmpty();
        assertThat(again.effects()).isEmpty();
        assertThat(counter.turns()).isOne();
    }

    @Test
    void givesTheMoneyBackOnceWhenTheMotorJams() {
        PlayedCounter counter = PlayedCounter.dispensing();

        Step jam = counter.turnEnded(PlayedCounter.JAMMED);
        counter.settled(Settlement.REFUNDED);
        counter.settled(Settlement.REFUNDED);

        assertThat(jam.facts()).last().isInstanceOf(Fact.RefundRequested.class);
        assertThat(jam.effects())
                .containsExactly(new Effect.CommandReader(new CashlessCommand.FailVend()));
        assertThat(counter.ending()).isEqualTo(Ending.RETURNED);
        assertThat(counter.facts(Fact.RefundResolved.class))
                .singleElement()
                .extracting(Fact.RefundResolved::outcome)
                .isEqualTo(RefundOutcome.RETURNED);
        assertThat(counter.closed())
                .isEqualTo(
                        new Fact.SaleClosed(
                                PlayedCounter.SALE, SaleOutcome.REFUNDED, 1_280, 1_280, 0));
        assertThat(counter.given(new CashlessCommand.FailVend())).isOne();
    }

    @Test
    void switchesAJammedSlotOffAndSellsFromItNoMore() {
        PlayedCounter counter = PlayedCounter.dispensing();

        counter.turnEnded(PlayedCounter.JAMMED);
        counter.settled(Settlement.REFUNDED);
        counter.on(new Input.Finished());
        counter.on(new Input.Looked(Goods.APPLE));
        Step again = counter.on(new Input.Bought(Goods.APPLE, PlayedCounter.SALE));

        assertThat(counter.facts(Fact.SlotSwitched.class)).hasSize(1);
        assertThat(again.facts()).isEmpty();
        assertThat(counter.state().shelf().stock(Goods.APPLE)).isEqualTo(Goods.LOADED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Settlement.class,
            names = {"LOST", "UNKNOWN"})
    void makesACaseOfARefundThatIsNotProven(Settlement settlement) {
        PlayedCounter counter = PlayedCounter.dispensing();

        counter.turnEnded(PlayedCounter.JAMMED);
        counter.settled(settlement);

        assertCase(counter, CaseReason.REFUND_NOT_PROVEN);
        assertThat(counter.facts(Fact.RefundResolved.class).getFirst().outcome().name())
                .isEqualTo(settlement.name());
    }

    @Test
    void makesACaseOfAnUnprovenTurnAndNeverTurnsAgain() {
        PlayedCounter counter = PlayedCounter.dispensing();

        counter.turnEnded(TurnEvidence.lost(SelfTest.GOOD));
        counter.turnEnded(PlayedCounter.TAKEN);

        assertCase(counter, CaseReason.UNPROVEN_DELIVERY);
        assertThat(counter.turns()).isOne();
        assertThat(counter.facts(Fact.SlotSwitched.class))
                .singleElement()
                .isEqualTo(new Fact.SlotSwitched(Goods.APPLE, false, "no clean turn"));
        assertThat(counter.given(new CashlessCommand.FailVend())).isZero();
    }

    @Test
    void countsAnUnprovenGoodAsGoneFromItsSlot() {
        PlayedCounter counter = PlayedCounter.dispensing();

        counter.turnEnded(TurnEvidence.lost(SelfTest.GOOD));

        assertThat(counter.state().shelf().stock(Goods.APPLE)).isEqualTo(Goods.LOADED - 1);
    }

    @Test
    void ignoresTheEndOfAnotherCommandAndNotesIt() {
        PlayedCounter counter = PlayedCounter.dispensing();

        Step foreign = counter.dispenser(new DispenserEvent.TurnEnded(999, PlayedCounter.TAKEN));

        assertThat(foreign.facts()).singleElement().isInstanceOf(Fact.FaultNoticed.class);
        assertThat(foreign.effects()).isEmpty();
        assertThat(counter.state().phase()).isInstanceOf(Phase.Dispensing.class);
    }

    @Test
    void keepsTheMoneyOfADropWithoutHomeAndSwitchesTheSlotOff() {
        PlayedCounter counter = PlayedCounter.dispensing();

        counter.turnEnded(
                new TurnEvidence(
                        TurnEvidence.Home.NOT_RETURNED,
                        TurnEvidence.Drop.SEEN,
                        SelfTest.GOOD,
                        SelfTest.GOOD,
                        3));

        assertThat(counter.ending()).isEqualTo(Ending.TAKEN);
        assertThat(counter.facts(Fact.SlotSwitched.class)).hasSize(1);
    }

    private static void assertCase(PlayedCounter counter, CaseReason reason) {
        assertThat(counter.ending()).isEqualTo(Ending.CASE);
        assertThat(counter.facts(Fact.CaseOpened.class))
                .singleElement()
                .isEqualTo(
                        new Fact.CaseOpened(PlayedCounter.SALE, 1, PaymentWay.CARD, 1_280, reason));
        assertThat(counter.closed())
                .isEqualTo(
                        new Fact.SaleClosed(PlayedCounter.SALE, SaleOutcome.CASE, 1_280, 0, 1_280));
    }
}
