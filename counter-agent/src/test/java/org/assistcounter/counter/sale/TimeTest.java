package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.counter.Goods;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.junit.jupiter.api.Test;

/** Every phase but the first ends by itself. */
class TimeTest {

    @Test
    void waitsForEverForAShopper() {
        CounterState state = PlayedCounter.ready().state();

        assertThat(SaleCore.deadlineMillis(state)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void doesNothingBeforeTheDeadline() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);

        Step early = counter.on(new Input.TimePassed());

        assertThat(early.facts()).isEmpty();
        assertThat(early.state().phase()).isInstanceOf(Phase.Choosing.class);
    }

    @Test
    void goesBackToTheShelfFromALook() {
        PlayedCounter counter = PlayedCounter.ready();

        counter.on(new Input.Looked(Goods.APPLE));
        counter.waitForDeadline();

        assertThat(counter.state().phase()).isEqualTo(new Phase.Browsing());
        assertThat(counter.facts()).isEmpty();
    }

    @Test
    void closesASaleForWhichNobodyChoseAWay() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);

        counter.waitForDeadline();

        assertThat(counter.closed().outcome()).isEqualTo(SaleOutcome.UNPAID);
        assertThat(counter.state().phase()).isEqualTo(new Phase.Browsing());
    }

    @Test
    void closesASaleForWhichNoCardCame() {
        PlayedCounter counter = PlayedCounter.awaitingCard();

        counter.waitForDeadline();

        assertThat(counter.ending()).isEqualTo(Ending.TIMED_OUT);
        assertThat(counter.given(new CashlessCommand.Disable())).isOne();
    }

    @Test
    void asksTheReaderToGiveUpAndThenMakesACase() {
        PlayedCounter counter = PlayedCounter.authorising();

        counter.waitForDeadline();
        assertThat(counter.given(new CashlessCommand.Disable())).isOne();
        counter.waitForDeadline();

        assertThat(counter.facts(Fact.CaseOpened.class))
                .singleElement()
                .extracting(Fact.CaseOpened::reason)
                .isEqualTo(CaseReason.PAYMENT_NOT_KNOWN);
    }

    @Test
    void closesAWalletOrderThatIsNeverAnswered() {
        PlayedCounter counter = PlayedCounter.ordering();

        counter.waitFor(Limits.ORDERING + Limits.CLOSING);

        assertThat(counter.closed().outcome()).isEqualTo(SaleOutcome.UNPAID);
    }

    @Test
    void makesACaseOfATurnWithoutAnEnd() {
        PlayedCounter counter = PlayedCounter.dispensing();

        counter.waitForDeadline();

        assertThat(counter.closed().outcome()).isEqualTo(SaleOutcome.CASE);
        assertThat(counter.turns()).isOne();
        assertThat(counter.state().shelf().stock(Goods.APPLE)).isEqualTo(Goods.LOADED - 1);
    }

    @Test
    void makesACaseOfARefundWithoutAWord() {
        PlayedCounter counter = PlayedCounter.dispensing();

        counter.turnEnded(PlayedCounter.JAMMED);
        counter.waitForDeadline();

        assertThat(counter.facts(Fact.RefundResolved.class).getFirst().outcome())
                .isEqualTo(RefundOutcome.UNKNOWN);
        assertThat(counter.closed().outcome()).isEqualTo(SaleOutcome.CASE);
    }

    @Test
    void leavesTheLastPageByItself() {
        PlayedCounter counter = PlayedCounter.dispensing();

        counter.turnEnded(PlayedCounter.TAKEN);
        Step step = counter.waitForDeadline();

        assertThat(step.facts()).isEmpty();
        assertThat(counter.state().phase()).isEqualTo(new Phase.Browsing());
    }
}
