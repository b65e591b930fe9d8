package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.desired.States;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Rejection;
import org.junit.jupiter.api.Test;

/** When prices of the fleet come into force, and when they do not. */
class DesiredSaleTest {
    private static final long PRICE = 900;

    @Test
    void takesNewPricesAtOnceWhileNobodyIsThere() {
        PlayedCounter counter = PlayedCounter.ready();
        comes(counter, States.apples(1, PRICE));

        assertThat(counter.facts())
                .containsExactly(
                        new Fact.DesiredStaged(States.apples(1, PRICE)),
                        new Fact.DesiredApplied(1));
        assertThat(shown(counter)).isEqualTo(PRICE);
    }

    @Test
    void changesNoPriceUnderAFinger() {
        PlayedCounter counter = PlayedCounter.ready();
        counter.on(new Input.Looked(Goods.APPLE));
        comes(counter, States.apples(1, PRICE));

        assertThat(shown(counter)).isEqualTo(Goods.APPLE_PRICE);
        counter.on(new Input.Bought(Goods.APPLE, PlayedCounter.SALE));
        assertThat(counter.facts(Fact.SaleOpened.class).getFirst().lines().getFirst().priceMinor())
                .isEqualTo(Goods.APPLE_PRICE);
    }

    @Test
    void changesNoPriceWhileABasketIsFilled() {
        PlayedCounter counter = PlayedCounter.ready();
        counter.on(new Input.Looked(Goods.APPLE));
        counter.on(new Input.Added(Goods.APPLE));
        comes(counter, States.apples(1, PRICE));

        assertThat(shown(counter)).isEqualTo(Goods.APPLE_PRICE);
        counter.on(new Input.Reviewed());
        counter.on(new Input.Removed(Goods.APPLE));
        assertThat(shown(counter)).as("nothing is picked any more").isEqualTo(PRICE);
    }

    @Test
    void keepsThePriceThatASaleWasOpenedWith() {
        PlayedCounter counter = PlayedCounter.dispensing();
        comes(counter, States.apples(1, PRICE));
        counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(counter.closed().chargedMinor()).isEqualTo(Goods.APPLE_PRICE);
        assertThat(counter.facts(Fact.DesiredApplied.class)).as("on the last page").isEmpty();
        counter.on(new Input.Finished());
        assertThat(counter.facts(Fact.DesiredApplied.class)).hasSize(1);
        assertThat(shown(counter)).isEqualTo(PRICE);
    }

    @Test
    void takesTheNewestOfSeveralThatCameDuringASale() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);
        comes(counter, States.apples(1, PRICE));
        comes(counter, States.apples(2, PRICE + 1));
        counter.on(new Input.Cancelled());

        assertThat(counter.facts(Fact.DesiredApplied.class))
                .containsExactly(new Fact.DesiredApplied(2));
        assertThat(shown(counter)).isEqualTo(PRICE + 1);
    }

    @Test
    void refusesWhatItsReaderCannotSayAndTakesTheNextAtOnce() {
        PlayedCounter counter = PlayedCounter.ready();
        counter.reader(new CashlessEvent.ReaderReady(1, true, 10, 65_530));
        comes(counter, States.apples(1, PRICE + 5));
        comes(counter, States.apples(2, PRICE + 10));

        assertThat(counter.facts())
                .containsExactly(
                        new Fact.DesiredRefused(1, Rejection.NOT_PAYABLE),
                        new Fact.DesiredStaged(States.apples(2, PRICE + 10)),
                        new Fact.DesiredApplied(2));
    }

    @Test
    void sellsNoneOfAProductThatIsStopped() {
        PlayedCounter counter = PlayedCounter.ready();
        comes(counter, States.noApples(1));
        counter.on(new Input.Looked(Goods.APPLE));
        counter.on(new Input.Bought(Goods.APPLE, PlayedCounter.SALE));

        assertThat(counter.facts(Fact.SaleOpened.class)).isEmpty();
        Shelf shelf = counter.state().shelf();
        assertThat(shelf.availability(Objects.requireNonNull(shelf.slot(Goods.APPLE)), Goods.TODAY))
                .isEqualTo(Shelf.Availability.NOT_OFFERED);
        counter.on(new Input.WentBack());
        counter.on(new Input.Looked(Goods.WALNUT));
        counter.on(new Input.Bought(Goods.WALNUT, PlayedCounter.SALE));
        assertThat(counter.facts(Fact.SaleOpened.class)).hasSize(1);
    }

    @Test
    void writesARefusalOnceAndFloodsNoJournal() {
        PlayedCounter counter = PlayedCounter.ready();
        comes(counter, States.apples(9, PRICE));
        for (int i = 1; i <= 8; i++) {
            comes(counter, States.apples(i, PRICE));
        }

        assertThat(counter.facts(Fact.DesiredRefused.class))
                .containsExactly(new Fact.DesiredRefused(1, Rejection.NOT_NEWER));
    }

    @Test
    void isTheSameShelfAgainFromTheFacts() {
        PlayedCounter counter = PlayedCounter.ready();
        comes(counter, States.apples(1, PRICE));
        counter.on(new Input.Looked(Goods.WALNUT));
        comes(counter, States.noApples(2));

        Shelf shelf = Goods.shelf();
        for (Fact fact : counter.facts()) {
            shelf = shelf.after(fact);
        }
        assertThat(shelf).isEqualTo(counter.state().shelf());
        assertThat(shelf.desired().due()).containsExactly(new Fact.DesiredApplied(2));
    }

    private static void comes(PlayedCounter counter, SignedState state) {
        counter.on(new Input.DesiredCame(state));
    }

    private static long shown(PlayedCounter counter) {
        return Objects.requireNonNull(counter.state().shelf().slot(Goods.APPLE)).priceMinor();
    }
}
