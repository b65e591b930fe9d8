package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.counter.Goods;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;

/** Door, mains and lost contacts: what they stop, and what they leave alone. */
class CabinetTest {
    private static final Input OPENED = said(new CabinetEvent.DoorOpened());
    private static final Input CLOSED = said(new CabinetEvent.DoorClosed());
    private static final Input FAILING = said(new CabinetEvent.PowerFailing());

    @Test
    void sellsNothingBehindAnOpenDoor() {
        PlayedCounter counter = PlayedCounter.ready();

        Step opened = counter.on(OPENED);
        counter.on(new Input.Looked(Goods.APPLE));
        Step bought = counter.on(new Input.Bought(Goods.APPLE, PlayedCounter.SALE));

        assertThat(opened.facts()).containsExactly(new Fact.ContactChanged("door", false));
        assertThat(bought.facts()).isEmpty();
    }

    @Test
    void sellsAgainWhenTheDoorIsClosed() {
        PlayedCounter counter = PlayedCounter.ready();
        counter.on(OPENED);

        counter.on(CLOSED);
        counter.on(new Input.Looked(Goods.APPLE));
        Step bought = counter.on(new Input.Bought(Goods.APPLE, PlayedCounter.SALE));

        assertThat(bought.facts()).hasSize(1);
    }

    @Test
    void closesAnUnpaidSaleWhenTheDoorOpens() {
        Step step = PlayedCounter.choosing(Goods.APPLE).on(OPENED);

        assertThat(step.state().phase()).isEqualTo(new Phase.Browsing());
        assertThat(step.facts()).hasAtLeastOneElementOfType(Fact.SaleClosed.class);
    }

    @Test
    void leavesTheLastPageOpenWhenTheDoorOpens() {
        PlayedCounter counter = PlayedCounter.dispensing();
        counter.turnEnded(PlayedCounter.TAKEN);

        Step step = counter.on(OPENED);

        assertThat(step.state().phase()).isInstanceOf(Phase.Ended.class);
    }

    @Test
    void givesTheMoneyBackThatIsApprovedBehindAnOpenDoor() {
        PlayedCounter counter = PlayedCounter.authorising();
        counter.on(OPENED);

        Step step = counter.reader(new CashlessEvent.VendApproved(Goods.APPLE_PRICE));

        assertThat(counter.turns()).isZero();
        assertThat(step.effects())
                .contains(new Effect.CommandReader(new CashlessCommand.FailVend()));
    }

    @Test
    void goesOnWithATurnThatHasBegun() {
        PlayedCounter counter = PlayedCounter.dispensing();
        counter.on(FAILING);

        Step step = counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(step.facts()).hasAtLeastOneElementOfType(Fact.SaleClosed.class);
    }

    @Test
    void sellsNothingWhileTheContactsCannotBeRead() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);
        counter.on(said(new CabinetEvent.CabinetLost("the line is gone")));

        Step step = counter.on(new Input.ChoseWay(new Method.Card()));

        assertThat(step.effects()).isEmpty();
    }

    @Test
    void sellsAgainAfterTheContactsAreReadAgain() {
        PlayedCounter counter = PlayedCounter.ready();
        counter.on(said(new CabinetEvent.CabinetLost("the line is gone")));

        Step step = counter.on(said(new CabinetEvent.CabinetReady(true, true)));

        assertThat(step.state().equipment().canDispense()).isTrue();
    }

    private static Input said(CabinetEvent event) {
        return new Input.CabinetSaid(event);
    }
}
