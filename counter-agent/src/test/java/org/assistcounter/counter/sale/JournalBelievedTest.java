package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.counter.Goods;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;

/** What is sold on a journal that the fleet does not believe would be in no ledger. */
class JournalBelievedTest {
    private static final Input DOUBTED = new Input.JournalBelieved(false);

    @Test
    void sellsNothingWhileItsJournalIsNotBelieved() {
        PlayedCounter counter = PlayedCounter.ready();
        counter.on(DOUBTED);

        counter.on(new Input.Looked(Goods.APPLE));
        Step bought = counter.on(new Input.Bought(Goods.APPLE, PlayedCounter.SALE));

        assertThat(bought.facts()).isEmpty();
    }

    @Test
    void sellsNothingEvenWhenTheFleetCannotBeReachedAnyMore() {
        PlayedCounter counter = PlayedCounter.ready();
        counter.on(DOUBTED);
        counter.on(new Input.FleetReachable(false));

        counter.on(new Input.Looked(Goods.APPLE));
        Step bought = counter.on(new Input.Bought(Goods.APPLE, PlayedCounter.SALE));

        assertThat(bought.facts()).isEmpty();
    }

    @Test
    void sellsAgainWhenItIsBelieved() {
        PlayedCounter counter = PlayedCounter.ready();
        counter.on(DOUBTED);
        counter.on(new Input.JournalBelieved(true));

        counter.on(new Input.Looked(Goods.APPLE));
        Step bought = counter.on(new Input.Bought(Goods.APPLE, PlayedCounter.SALE));

        assertThat(bought.facts()).hasSize(1);
    }

    @Test
    void closesASaleThatNobodyHasBegunToPay() {
        Step step = PlayedCounter.choosing(Goods.APPLE).on(DOUBTED);

        assertThat(step.state().phase()).isEqualTo(new Phase.Browsing());
        assertThat(step.facts()).hasAtLeastOneElementOfType(Fact.SaleClosed.class);
    }

    @Test
    void givesOutWhatIsPaidFor() {
        PlayedCounter counter = PlayedCounter.dispensing();
        counter.on(DOUBTED);

        Step step = counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(step.facts()).hasAtLeastOneElementOfType(Fact.SaleClosed.class);
    }
}
