package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.counter.Goods;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.junit.jupiter.api.Test;

/** A sale by wallet, whose every word comes from the fleet. */
class WalletSaleTest {
    private static final String FIRST_ATTEMPT = PlayedCounter.SALE.attempt(1);

    @Test
    void sellsWhenTheFleetSaysThatItIsPaid() {
        PlayedCounter counter = PlayedCounter.awaitingScan();

        counter.fleet(1, Answer.State.PAID, 1_280);
        counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(counter.ending()).isEqualTo(Ending.TAKEN);
        assertThat(counter.closed().chargedMinor()).isEqualTo(1_280);
        assertThat(counter.given(new CashlessCommand.ConfirmVend(Goods.APPLE))).isZero();
    }

    @Test
    void writesTheOrderBeforeItAsksForIt() {
        Step step =
                PlayedCounter.choosing(Goods.APPLE)
                        .on(new Input.ChoseWay(new Method.ShownCode(Wallet.WECHAT)));

        assertThat(step.facts())
                .containsExactly(
                        new Fact.PaymentRequested(PlayedCounter.SALE, 1, PaymentWay.WALLET, 1_280));
        assertThat(step.effects())
                .containsExactly(
                        new Effect.AskFleet(
                                new Question.OrderWallet(
                                        FIRST_ATTEMPT,
                                        Wallet.WECHAT,
                                        new Question.Price(1_280, "CNY", "apple"))));
    }

    @Test
    void showsTheCodeAndAsksEachSecondWhetherItIsPaid() {
        PlayedCounter counter = PlayedCounter.awaitingScan();
        long before = counter.millis();

        Step query = counter.waitForDeadline();

        assertThat(counter.millis() - before).isEqualTo(Limits.QUERY_EVERY);
        assertThat(query.effects())
                .containsExactly(new Effect.AskFleet(new Question.QueryWallet(FIRST_ATTEMPT)));
        assertThat(query.state().phase())
                .isInstanceOfSatisfying(
                        Phase.Paying.class,
                        paying -> assertThat(paying.code()).isEqualTo("https://pay.example/1"));
    }

    @Test
    void givesAWalletsMoneyBackThroughTheFleetWhenNothingComesOut() {
        PlayedCounter counter = PlayedCounter.awaitingScan();

        counter.fleet(1, Answer.State.PAID, 1_280);
        counter.turnEnded(PlayedCounter.JAMMED);

        assertHandedOver(counter);
        assertThat(counter.given(new CashlessCommand.FailVend())).isZero();
    }

    @Test
    void givesTheMoneyBackOnceWhenItWasPaidAfterGivingUp() {
        PlayedCounter counter = PlayedCounter.awaitingScan();

        Step cancelled = counter.on(new Input.Cancelled());
        counter.fleet(1, Answer.State.PAID, 1_280);
        counter.fleet(1, Answer.State.PAID, 1_280);

        assertThat(cancelled.effects())
                .containsExactly(new Effect.AskFleet(new Question.CloseWallet(FIRST_ATTEMPT)));
        assertThat(counter.turns()).isZero();
        assertHandedOver(counter);
    }

    @Test
    void endsUnpaidWhenTheOrderIsClosedAfterGivingUp() {
        PlayedCounter counter = PlayedCounter.awaitingScan();

        counter.on(new Input.Cancelled());
        counter.fleet(1, Answer.State.CLOSED, 0);

        assertThat(counter.ending()).isEqualTo(Ending.CANCELLED);
        assertThat(counter.closed().outcome()).isEqualTo(SaleOutcome.UNPAID);
    }

    @Test
    void saysThatTheTimeWasUpWhenNobodyScannedTheCode() {
        PlayedCounter counter = PlayedCounter.awaitingScan();

        waitUntil(counter, Stage.CLOSING);
        counter.fleet(1, Answer.State.CLOSED, 0);

        assertThat(counter.ending()).isEqualTo(Ending.TIMED_OUT);
    }

    @Test
    void leavesALatePaymentToTheFleetWhenTheCloseIsNeverAnswered() {
        PlayedCounter counter = PlayedCounter.awaitingScan();

        counter.on(new Input.Cancelled());
        counter.waitForDeadline();
        Step late = counter.fleet(1, Answer.State.PAID, 1_280);

        assertThat(counter.facts(Fact.PaymentResolved.class))
                .singleElement()
                .extracting(Fact.PaymentResolved::outcome)
                .isEqualTo(PaymentOutcome.ABANDONED);
        assertThat(late.facts()).isEmpty();
        assertThat(late.effects()).isEmpty();
        assertThat(counter.turns()).isZero();
    }

    @Test
    void ignoresTheAnswerToAnotherAttempt() {
        PlayedCounter counter = PlayedCounter.awaitingScan();

        Step stale = counter.fleet(2, Answer.State.PAID, 1_280);

        assertThat(stale.facts()).isEmpty();
        assertThat(stale.effects()).isEmpty();
        assertThat(counter.state().phase())
                .isInstanceOfSatisfying(
                        Phase.Paying.class,
                        paying -> assertThat(paying.stage()).isEqualTo(Stage.AWAITING_SCAN));
    }

    @Test
    void ignoresAnAnswerWhileAnotherWayIsBeingPaid() {
        PlayedCounter counter = PlayedCounter.authorising();

        Step stray = counter.fleet(1, Answer.State.PAID, 1_280);

        assertThat(stray.facts()).isEmpty();
        assertThat(counter.turns()).isZero();
    }

    @Test
    void endsUnpaidWhenTheFleetHasNoOrder() {
        PlayedCounter counter = PlayedCounter.ordering();

        counter.fleet(1, Answer.State.UNAVAILABLE, 0);

        assertThat(counter.ending()).isEqualTo(Ending.UNAVAILABLE);
        assertThat(counter.closed().outcome()).isEqualTo(SaleOutcome.UNPAID);
    }

    @Test
    void goesOnWaitingWhenTheFleetCannotTellNow() {
        PlayedCounter counter = PlayedCounter.awaitingScan();

        counter.fleet(1, Answer.State.UNAVAILABLE, 0);

        assertThat(counter.ending()).isNull();
        assertThat(counter.facts(Fact.PaymentResolved.class)).isEmpty();
    }

    @Test
    void closesTheOrderByItselfWhenNobodyScans() {
        PlayedCounter counter = PlayedCounter.awaitingScan();

        counter.waitFor(Limits.AWAITING_SCAN + Limits.CLOSING);

        assertThat(counter.effects())
                .contains(new Effect.AskFleet(new Question.CloseWallet(FIRST_ATTEMPT)));
        assertThat(counter.closed().outcome()).isEqualTo(SaleOutcome.UNPAID);
    }

    @Test
    void doesNotOfferTheWalletWithoutTheFleet() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);

        counter.on(new Input.FleetReachable(false));
        Step step = counter.on(new Input.ChoseWay(new Method.ShownCode(Wallet.WECHAT)));

        assertThat(step.facts()).isEmpty();
        assertThat(step.effects()).isEmpty();
    }

    private static void waitUntil(PlayedCounter counter, Stage stage) {
        while (counter.state().phase() instanceof Phase.Paying paying && paying.stage() != stage) {
            counter.waitForDeadline();
        }
    }

    private static void assertHandedOver(PlayedCounter counter) {
        assertThat(counter.ending()).isEqualTo(Ending.ON_ITS_WAY);
        assertThat(counter.facts(Fact.RefundResolved.class))
                .singleElement()
                .extracting(Fact.RefundResolved::outcome)
                .isEqualTo(RefundOutcome.HANDED_OVER);
        assertThat(counter.closed())
                .isEqualTo(
                        new Fact.SaleClosed(
                                PlayedCounter.SALE, SaleOutcome.REFUNDED, 1_280, 1_280, 0));
    }
}
