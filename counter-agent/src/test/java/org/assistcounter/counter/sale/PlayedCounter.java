package org.assistcounter.counter.sale;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.Fact;
import org.jspecify.annotations.Nullable;

/** A counter played by hand: inputs in, and every fact and effect kept. */
public final class PlayedCounter {
    public static final SaleId SALE = SaleId.of(1, 2);
    static final TurnEvidence TAKEN =
            new TurnEvidence(
                    TurnEvidence.Home.RETURNED,
                    TurnEvidence.Drop.SEEN,
                    SelfTest.GOOD,
                    SelfTest.GOOD,
                    2);
    static final TurnEvidence JAMMED =
            new TurnEvidence(
                    TurnEvidence.Home.NOT_RETURNED,
                    TurnEvidence.Drop.NOT_SEEN,
                    SelfTest.GOOD,
                    SelfTest.GOOD,
                    3);

    private final List<Fact> facts = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private CounterState state;
    private long millis = 1_000;

    private PlayedCounter(Step first) {
        state = first.state();
        keep(first);
    }

    /** Starts from what a journal tells. */
    public static PlayedCounter started(@Nullable OpenSale open, long nextCommand) {
        return new PlayedCounter(
                RecoverySteps.start(
                        Goods.shelf(), open, nextCommand, new Moment(1_000, Goods.TODAY)));
    }

    /** All devices and the fleet are there, and nobody is in front of it. */
    public static PlayedCounter ready() {
        PlayedCounter counter = started(null, 1);
        counter.reader(new CashlessEvent.ReaderReady(1, true, 1, 65_534));
        counter.dispenser(new DispenserEvent.BoardReady(SelfTest.GOOD));
        counter.on(new Input.FleetReachable(true));
        counter.on(new Input.ItemsAtOnce(4));
        counter.effects.clear();
        return counter;
    }

    /** The shopper has chosen a slot and is asked how to pay. */
    public static PlayedCounter choosing(int slot) {
        PlayedCounter counter = ready();
        counter.on(new Input.Looked(slot));
        counter.on(new Input.Bought(slot, SALE));
        return counter;
    }

    /** The shopper has filled a basket and is asked how to pay. */
    static PlayedCounter choosing(List<Integer> slots) {
        PlayedCounter counter = ready();
        for (int slot : slots) {
            counter.on(new Input.Looked(slot));
            counter.on(new Input.Added(slot));
        }
        counter.on(new Input.Reviewed());
        counter.on(new Input.CheckedOut(SALE));
        return counter;
    }

    /** The reader waits for a card. */
    public static PlayedCounter awaitingCard() {
        PlayedCounter counter = choosing(Goods.APPLE);
        counter.on(new Input.ChoseWay(new Method.Card()));
        return counter;
    }

    /** The reader has been asked for the money. */
    public static PlayedCounter authorising() {
        PlayedCounter counter = awaitingCard();
        counter.reader(new CashlessEvent.SessionBegan(-1));
        return counter;
    }

    /** Paid by card; the motor turns. */
    public static PlayedCounter dispensing() {
        PlayedCounter counter = authorising();
        counter.reader(new CashlessEvent.VendApproved(Goods.APPLE_PRICE));
        return counter;
    }

    /** Whoever is asked how to pay holds a card to the reader, and it is approved. */
    void buyByCard() {
        on(new Input.ChoseWay(new Method.Card()));
        reader(new CashlessEvent.SessionBegan(-1));
        reader(new CashlessEvent.VendApproved(Goods.APPLE_PRICE));
    }

    /** The fleet has been asked for a code. */
    public static PlayedCounter ordering() {
        PlayedCounter counter = choosing(Goods.APPLE);
        counter.on(new Input.ChoseWay(new Method.ShownCode(Wallet.WECHAT)));
        return counter;
    }

    /** The code is on the screen. */
    public static PlayedCounter awaitingScan() {
        PlayedCounter counter = ordering();
        counter.fleet(1, Answer.State.WAITING, 0);
        return counter;
    }

    public Step on(Input input) {
        return carry(SaleCore.step(state, input, now()));
    }

    Step reader(CashlessEvent event) {
        return on(new Input.ReaderSaid(event));
    }

    Step dispenser(DispenserEvent event) {
        return on(new Input.DispenserSaid(event));
    }

    Step turnEnded(TurnEvidence evidence) {
        return dispenser(new DispenserEvent.TurnEnded(command(), evidence));
    }

    Step settled(CashlessEvent.Settlement settlement) {
        return reader(new CashlessEvent.FailureSettled(settlement));
    }

    /** The fleet's word on an attempt of the one sale. */
    Step fleet(int attempt, Answer.State word, long amount) {
        String code = word == Answer.State.WAITING ? "https://pay.example/1" : null;
        return on(
                new Input.FleetAnswered(
                        new Answer(SALE.attempt(attempt), word, code, amount, null)));
    }

    /** Waits for exactly the deadline of the phase. */
    Step waitForDeadline() {
        millis = SaleCore.deadlineMillis(state);
        return on(new Input.TimePassed());
    }

    /** Waits, and lets every deadline on the way pass. */
    void waitFor(long duration) {
        long end = millis + duration;
        while (SaleCore.deadlineMillis(state) <= end) {
            waitForDeadline();
        }
        millis = end;
    }

    private Step carry(Step step) {
        state = step.state();
        keep(step);
        return step;
    }

    private void keep(Step step) {
        facts.addAll(step.facts());
        effects.addAll(step.effects());
    }

    private Moment now() {
        return new Moment(millis, Goods.TODAY);
    }

    public CounterState state() {
        return state;
    }

    public long millis() {
        return millis;
    }

    long command() {
        return state.nextCommand() - 1;
    }

    List<Fact> facts() {
        return facts;
    }

    <F extends Fact> List<F> facts(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    Fact.SaleClosed closed() {
        return facts(Fact.SaleClosed.class).getLast();
    }

    @Nullable Ending ending() {
        return state.phase() instanceof Phase.Ended ended ? ended.ending() : null;
    }

    long given(CashlessCommand command) {
        return effects.stream().filter(new Effect.CommandReader(command)::equals).count();
    }

    long turns() {
        return effects.stream().filter(PlayedCounter::isTurn).count();
    }

    List<Effect> effects() {
        return effects;
    }

    private static boolean isTurn(Effect effect) {
        return effect instanceof Effect.CommandDispenser(DispenserCommand.TurnMotor _);
    }
}
