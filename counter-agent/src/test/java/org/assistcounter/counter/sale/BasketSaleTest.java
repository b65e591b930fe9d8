package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Several items in one sale: a wallet pays them at once, a card one after the other. */
class BasketSaleTest {
    private static final List<Integer> THREE = List.of(Goods.APPLE, Goods.JUJUBE, Goods.APPLE);
    private static final long TOTAL = 2 * Goods.APPLE_PRICE + 990;

    @Test
    void paysABasketByOneWalletOrderAndTurnsOneMotorAfterTheOther() {
        PlayedCounter counter = paidByWallet();
        assertThat(counter.turns()).isOne();

        counter.turnEnded(PlayedCounter.TAKEN);
        assertThat(counter.turns()).isEqualTo(2);
        counter.turnEnded(PlayedCounter.TAKEN);
        counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(counter.ending()).isEqualTo(Ending.TAKEN);
        assertThat(counter.facts(Fact.PaymentRequested.class))
                .singleElement()
                .extracting(Fact.PaymentRequested::amountMinor)
                .isEqualTo(TOTAL);
        assertThat(counter.facts(Fact.DispenseCommanded.class))
                .extracting(Fact.DispenseCommanded::line, Fact.DispenseCommanded::slot)
                .containsExactly(
                        tuple(1, Goods.APPLE), tuple(2, Goods.JUJUBE), tuple(3, Goods.APPLE));
        assertThat(counter.closed()).isEqualTo(closed(SaleOutcome.DELIVERED, TOTAL, 0, 0));
    }

    @Test
    void givesBackExactlyTheLineThatDidNotComeOutAndTheNextOfItsSlot() {
        PlayedCounter counter = paidByWallet();

        counter.turnEnded(PlayedCounter.JAMMED);
        counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(counter.turns()).as("the jammed slot is off").isEqualTo(2);
        assertThat(counter.ending()).isEqualTo(Ending.ON_ITS_WAY);
        assertThat(counter.facts(Fact.RefundRequested.class))
                .extracting(Fact.RefundRequested::line)
                .containsExactly(1, 3);
        assertThat(counter.closed())
                .isEqualTo(closed(SaleOutcome.DELIVERED, TOTAL, 2 * Goods.APPLE_PRICE, 0));
    }

    @Test
    void opensACaseForTheDoubtfulLineOnlyAndGoesOn() {
        PlayedCounter counter = paidByWallet();

        counter.turnEnded(TurnEvidence.lost(SelfTest.GOOD));
        counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(counter.ending()).isEqualTo(Ending.CASE);
        assertThat(counter.facts(Fact.CaseOpened.class))
                .singleElement()
                .extracting(Fact.CaseOpened::line, Fact.CaseOpened::amountMinor)
                .containsExactly(1, Goods.APPLE_PRICE);
        assertThat(counter.closed())
                .isEqualTo(closed(SaleOutcome.CASE, TOTAL, Goods.APPLE_PRICE, Goods.APPLE_PRICE));
    }

    @Test
    void sharesAnApprovalForLessByLargestRemainder() {
        PlayedCounter counter = ordered();
        counter.fleet(1, Answer.State.PAID, 1_001);
        counter.turnEnded(PlayedCounter.TAKEN);
        counter.turnEnded(PlayedCounter.TAKEN);
        counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(counter.facts(Fact.DispenseResolved.class))
                .extracting(Fact.DispenseResolved::amountMinor)
                .containsExactly(361L, 279L, 361L);
        assertThat(counter.closed()).isEqualTo(closed(SaleOutcome.DELIVERED, 1_001, 0, 0));
    }

    @Test
    void givesTheRestBackWhenTheDoorOpensInBetween() {
        PlayedCounter counter = paidByWallet();
        counter.on(new Input.CabinetSaid(new CabinetEvent.DoorOpened()));

        counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(counter.turns()).isOne();
        assertThat(counter.closed())
                .isEqualTo(closed(SaleOutcome.DELIVERED, TOTAL, TOTAL - Goods.APPLE_PRICE, 0));
    }

    @Test
    void givesEveryLineBackWhenAPaymentCrossesTheCancel() {
        PlayedCounter counter = ordered();
        counter.on(new Input.Cancelled());
        counter.fleet(1, Answer.State.PAID, TOTAL);

        assertThat(counter.turns()).isZero();
        assertThat(counter.facts(Fact.RefundResolved.class))
                .extracting(Fact.RefundResolved::line)
                .containsExactly(1, 2, 3);
        assertThat(counter.closed()).isEqualTo(closed(SaleOutcome.REFUNDED, TOTAL, TOTAL, 0));
    }

    @Test
    void asksTheCardForEachLineAfterTheOneBeforeIsOut() {
        PlayedCounter counter = byCard();
        tap(counter, Goods.APPLE_PRICE);
        counter.turnEnded(PlayedCounter.TAKEN);
        assertThat(stage(counter)).isEqualTo(Stage.AWAITING_CARD);
        counter.reader(new CashlessEvent.SessionEnded());
        tap(counter, 990);
        counter.turnEnded(PlayedCounter.TAKEN);
        tap(counter, Goods.APPLE_PRICE);
        counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(counter.ending()).isEqualTo(Ending.TAKEN);
        assertThat(counter.facts(Fact.PaymentRequested.class))
                .extracting(Fact.PaymentRequested::attempt)
                .containsExactly(1, 2, 3);
        assertThat(counter.given(new CashlessCommand.ConfirmVend(Goods.APPLE, true))).isOne();
        assertThat(counter.closed()).isEqualTo(closed(SaleOutcome.DELIVERED, TOTAL, 0, 0));
    }

    @Test
    void letsTheShopperStopAfterALineThatIsOut() {
        PlayedCounter counter = byCard();
        tap(counter, Goods.APPLE_PRICE);
        counter.turnEnded(PlayedCounter.TAKEN);

        counter.on(new Input.Cancelled());

        assertThat(counter.ending()).isEqualTo(Ending.CANCELLED);
        assertThat(counter.closed())
                .isEqualTo(closed(SaleOutcome.DELIVERED, Goods.APPLE_PRICE, 0, 0));
    }

    @Test
    void goesOnWithTheNextLineAfterTheReaderGaveOneBack() {
        PlayedCounter counter = byCard();
        tap(counter, Goods.APPLE_PRICE);
        counter.turnEnded(PlayedCounter.JAMMED);
        counter.settled(Settlement.REFUNDED);
        tap(counter, 990);
        counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(counter.ending())
                .as("the third lies in the jammed slot")
                .isEqualTo(Ending.RETURNED);
        assertThat(counter.closed())
                .isEqualTo(
                        closed(
                                SaleOutcome.DELIVERED,
                                Goods.APPLE_PRICE + 990,
                                Goods.APPLE_PRICE,
                                0));
    }

    @Test
    void stopsWhenTheReaderIsGoneAndKeepsWhatIsOut() {
        PlayedCounter counter = byCard();
        tap(counter, Goods.APPLE_PRICE);
        counter.reader(new CashlessEvent.ReaderLost("gone"));

        counter.turnEnded(PlayedCounter.TAKEN);

        assertThat(counter.ending()).isEqualTo(Ending.UNAVAILABLE);
        assertThat(counter.closed())
                .isEqualTo(closed(SaleOutcome.DELIVERED, Goods.APPLE_PRICE, 0, 0));
    }

    @Test
    void givesBackWhatIsLeftWhenAStartFindsAPaidBasket() {
        PlayedCounter before = paidByWallet();
        before.turnEnded(PlayedCounter.TAKEN);

        PlayedCounter after = PlayedCounter.started(open(before.facts()), 3);

        assertThat(after.turns()).isZero();
        assertThat(after.facts(Fact.CaseOpened.class))
                .extracting(Fact.CaseOpened::line)
                .containsExactly(2);
        assertThat(after.facts(Fact.RefundResolved.class))
                .extracting(Fact.RefundResolved::line)
                .containsExactly(3);
        assertThat(after.closed())
                .isEqualTo(closed(SaleOutcome.CASE, TOTAL, Goods.APPLE_PRICE, 990));
    }

    @Test
    void keepsTheBasketWhenTheShopperGoesBackFromPaying() {
        PlayedCounter counter = PlayedCounter.choosing(THREE);

        counter.on(new Input.WentBack());

        assertThat(counter.closed()).isEqualTo(closed(SaleOutcome.UNPAID, 0, 0, 0));
        assertThat(counter.state().phase())
                .isInstanceOfSatisfying(
                        Phase.Reviewing.class,
                        reviewing -> assertThat(reviewing.basket()).isEqualTo(new Basket(THREE)));
    }

    @Test
    void emptiesABasketThatNobodyTouches() {
        PlayedCounter counter = PlayedCounter.ready();
        counter.on(new Input.Looked(Goods.APPLE));
        counter.on(new Input.Added(Goods.APPLE));

        counter.waitForDeadline();

        assertThat(counter.state().phase()).isEqualTo(new Phase.Browsing());
    }

    @Test
    void picksNoMoreThanTheCabinetGivesOutAtOnceOrThanIsThere() {
        PlayedCounter counter = PlayedCounter.ready();
        counter.on(new Input.ItemsAtOnce(2));
        for (int i = 0; i < 3; i++) {
            counter.on(new Input.Looked(Goods.APPLE));
            counter.on(new Input.Added(Goods.APPLE));
        }
        counter.on(new Input.Reviewed());

        assertThat(counter.state().phase())
                .isInstanceOfSatisfying(
                        Phase.Reviewing.class,
                        reviewing -> assertThat(reviewing.basket().size()).isEqualTo(2));
    }

    @Test
    void takesItemsOutAgainUntilNothingIsLeft() {
        PlayedCounter counter = PlayedCounter.ready();
        for (int slot : List.of(Goods.APPLE, Goods.HONEY)) {
            counter.on(new Input.Looked(slot));
            counter.on(new Input.Added(slot));
        }
        counter.on(new Input.Reviewed());
        counter.on(new Input.Removed(Goods.APPLE));
        counter.on(new Input.Removed(Goods.APPLE));
        counter.on(new Input.Removed(Goods.HONEY));

        assertThat(counter.state().phase()).isEqualTo(new Phase.Browsing());
    }

    private static PlayedCounter ordered() {
        PlayedCounter counter = PlayedCounter.choosing(THREE);
        counter.on(new Input.ChoseWay(new Method.ShownCode(Wallet.WECHAT)));
        counter.fleet(1, Answer.State.WAITING, 0);
        return counter;
    }

    private static PlayedCounter paidByWallet() {
        PlayedCounter counter = ordered();
        counter.fleet(1, Answer.State.PAID, TOTAL);
        return counter;
    }

    private static PlayedCounter byCard() {
        PlayedCounter counter = PlayedCounter.choosing(THREE);
        counter.on(new Input.ChoseWay(new Method.Card()));
        return counter;
    }

    private static void tap(PlayedCounter counter, long amount) {
        counter.reader(new CashlessEvent.SessionBegan(-1));
        counter.reader(new CashlessEvent.VendApproved(amount));
    }

    private static @Nullable Stage stage(PlayedCounter counter) {
        return counter.state().phase() instanceof Phase.Paying paying ? paying.stage() : null;
    }

    private static Fact.SaleClosed closed(
            SaleOutcome outcome, long charged, long refunded, long held) {
        return new Fact.SaleClosed(PlayedCounter.SALE, outcome, charged, refunded, held);
    }

    private static @Nullable OpenSale open(List<Fact> facts) {
        OpenSale open = null;
        for (Fact fact : facts) {
            open = OpenSale.after(open, fact);
        }
        return open;
    }
}
