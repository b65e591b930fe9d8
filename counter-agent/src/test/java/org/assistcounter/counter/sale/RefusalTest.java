package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.JournalRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not sold, not begun and not believed. */
class RefusalTest {

    @ParameterizedTest
    @ValueSource(ints = {Goods.EXPIRED, Goods.EMPTY})
    void showsButDoesNotSellWhatIsExpiredOrGone(int slot) {
        PlayedCounter counter = PlayedCounter.ready();

        counter.on(new Input.Looked(slot));
        Step step = counter.on(new Input.Bought(slot, PlayedCounter.SALE));

        assertThat(step.state().phase()).isInstanceOf(Phase.Looking.class);
        assertThat(counter.facts()).isEmpty();
    }

    @Test
    void doesNotShowASlotThatDoesNotExist() {
        PlayedCounter counter = PlayedCounter.ready();

        counter.on(new Input.Looked(Goods.NOWHERE));

        assertThat(counter.state().phase()).isEqualTo(new Phase.Browsing());
    }

    @Test
    void doesNotSellASlotThatDoesNotExist() {
        PlayedCounter counter = PlayedCounter.ready();

        counter.on(new Input.Looked(Goods.APPLE));
        Step step = counter.on(new Input.Bought(Goods.NOWHERE, PlayedCounter.SALE));

        assertThat(step.facts()).isEmpty();
    }

    @Test
    void sellsOnlyWhatTheShopperLooksAt() {
        PlayedCounter counter = PlayedCounter.ready();

        counter.on(new Input.Looked(Goods.APPLE));
        Step step = counter.on(new Input.Bought(Goods.HONEY, PlayedCounter.SALE));

        assertThat(step.facts()).isEmpty();
        assertThat(step.state().phase()).isInstanceOf(Phase.Looking.class);
    }

    @Test
    void doesNotAskTheReaderForAPriceItCannotExpress() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.WALNUT);

        counter.reader(new CashlessEvent.ReaderReady(1, true, 10, 65_534));
        Step card = counter.on(new Input.ChoseWay(new Method.Card()));
        Step wallet = counter.on(new Input.ChoseWay(new Method.ShownCode(Wallet.WECHAT)));

        assertThat(card.effects()).isEmpty();
        assertThat(card.state().phase()).isInstanceOf(Phase.Choosing.class);
        assertThat(wallet.state().phase()).isInstanceOf(Phase.Paying.class);
    }

    @Test
    void doesNotAskTheReaderForMoreThanItCanExpress() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);

        counter.reader(new CashlessEvent.ReaderReady(1, true, 1, Goods.APPLE_PRICE - 1));
        Step tooMuch = counter.on(new Input.ChoseWay(new Method.Card()));
        counter.reader(new CashlessEvent.ReaderReady(1, true, 1, Goods.APPLE_PRICE));
        Step enough = counter.on(new Input.ChoseWay(new Method.Card()));

        assertThat(tooMuch.effects()).isEmpty();
        assertThat(tooMuch.state().phase()).isInstanceOf(Phase.Choosing.class);
        assertThat(enough.state().phase()).isInstanceOf(Phase.Paying.class);
    }

    @Test
    void doesNotOpenASaleWithoutABoard() {
        PlayedCounter counter = PlayedCounter.ready();

        counter.dispenser(new DispenserEvent.BoardReady(SelfTest.BAD));
        counter.on(new Input.Looked(Goods.APPLE));
        Step step = counter.on(new Input.Bought(Goods.APPLE, PlayedCounter.SALE));

        assertThat(step.facts()).isEmpty();
    }

    static List<Input> everyWayToPay() {
        return List.of(
                new Input.ChoseWay(new Method.Card()),
                new Input.ChoseWay(new Method.ShownCode(Wallet.ALIPAY)),
                new Input.ScannedCode("134567890123456789"));
    }

    @ParameterizedTest
    @MethodSource("everyWayToPay")
    void doesNotTakeMoneyWhenTheBoardWentAwaySinceTheSaleOpened(Input way) {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);

        counter.dispenser(new DispenserEvent.BoardLost("gone"));
        Step step = counter.on(way);

        assertThat(step.facts()).isEmpty();
        assertThat(step.effects()).isEmpty();
    }

    @Test
    void doesNotOfferTheCardWhileTheReaderIsInAnotherSession() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);

        Step stray = counter.reader(new CashlessEvent.SessionBegan(-1));
        Step step = counter.on(new Input.ChoseWay(new Method.Card()));

        assertThat(stray.effects())
                .containsExactly(new Effect.CommandReader(new CashlessCommand.Disable()));
        assertThat(step.effects()).isEmpty();
    }

    @Test
    void opensNoSecondSaleBesideTheOpenOne() {
        PlayedCounter counter = PlayedCounter.choosing(Goods.APPLE);

        Step step = counter.on(new Input.Bought(Goods.APPLE, PlayedCounter.SALE));

        assertThat(step.facts()).isEmpty();
    }

    @Test
    void writesARepeatedFaultOnceInTenSeconds() {
        PlayedCounter counter = PlayedCounter.ready();
        CashlessEvent garbled = new CashlessEvent.Garbled("FF FF", "no message");

        counter.reader(garbled);
        counter.reader(garbled);
        assertThat(counter.facts(Fact.FaultNoticed.class)).hasSize(1);
        counter.waitFor(Limits.FAULT_EVERY);
        counter.reader(garbled);

        assertThat(counter.facts(Fact.FaultNoticed.class)).hasSize(2);
    }

    @Test
    void hearsOneSourceWhileAnotherIsNoisy() {
        PlayedCounter counter = PlayedCounter.ready();

        counter.reader(new CashlessEvent.Garbled("FF FF", "no message"));
        counter.dispenser(new DispenserEvent.Garbled("FF", "no frame"));

        assertThat(counter.facts(Fact.FaultNoticed.class))
                .extracting(Fact.FaultNoticed::source)
                .containsExactly("reader", "dispenser");
    }

    @Test
    void hearsNoMoreThanSixteenSourcesInTenSeconds() {
        PlayedCounter counter = PlayedCounter.ready();

        for (int source = 0; source < 100; source++) {
            counter.on(new Input.Refused("stranger " + source, "word", ""));
        }
        assertThat(counter.facts(Fact.FaultNoticed.class)).hasSize(16);
        counter.waitFor(Limits.FAULT_EVERY);
        counter.on(new Input.Refused("one more", "word", ""));

        assertThat(counter.facts(Fact.FaultNoticed.class)).hasSize(17);
    }

    @Test
    void cutsAStrangersWordsToALengthThatFitsARecord() {
        PlayedCounter counter = PlayedCounter.ready();

        counter.on(new Input.Refused("fleet", "topic", "洛".repeat(JournalRecord.BODY_MAX)));

        assertThat(counter.facts(Fact.FaultNoticed.class))
                .singleElement()
                .satisfies(fault -> assertThat(fault.detail().length()).isBetween(100, 1_000));
    }

    @Test
    void givesASignOfLifeWhenAsked() {
        Step step = PlayedCounter.ready().on(new Input.BeatDue());

        assertThat(step.facts()).containsExactly(new Fact.Beat());
    }
}
