package org.assistcounter.counter.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.assistcounter.counter.ChilledGoods;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.climate.Cooling;
import org.assistcounter.counter.journal.Chains;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.service.Checked;
import org.assistcounter.counter.service.CodeVerdict;
import org.assistcounter.counter.service.ServiceCode;
import org.assistcounter.counter.service.Troubles;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.devices.cabinet.CabinetEvent;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.climate.ClimateCommand;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.devices.climate.ClimateOutputs;
import org.assistcounter.devices.climate.ColdChain;
import org.assistcounter.devices.climate.ColdChainRule;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;

/** A breach of the cold chain: what it locks, what it leaves alone, and who lifts it. */
class ColdChainTest {
    private static final long MINUTE = 60_000;
    private static final OptionalInt COLD = OptionalInt.of(3_000);
    private static final OptionalInt WARM = OptionalInt.of(9_000);
    private static final OptionalInt NOTHING = OptionalInt.empty();
    private static final Fact.ColdChainSwitched LOCKED =
            new Fact.ColdChainSwitched(ChilledGoods.COMPARTMENT, true, "too-warm");

    private final List<Fact> facts = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private CounterState state;
    private long millis = 1_000;

    ColdChainTest() {
        state = start(ColdChain.filled(ColdChainRule.USUAL)).state();
        on(new Input.ReaderSaid(new CashlessEvent.ReaderReady(1, true, 1, 65_534)));
        on(new Input.DispenserSaid(new DispenserEvent.BoardReady(SelfTest.GOOD)));
        on(new Input.FleetReachable(true));
    }

    @Test
    void sellsWhileItIsCold() {
        reports(COLD, 120 * MINUTE);

        assertThat(buy(ChilledGoods.YOGHURT)).isTrue();
        assertThat(facts(Fact.ColdChainSwitched.class)).isEmpty();
    }

    @Test
    void locksGoodsThatNeedCoolingAfterHalfAnHourOfWarmth() {
        reports(COLD, 60 * MINUTE);
        reports(WARM, 29 * MINUTE);
        assertThat(facts(Fact.ColdChainSwitched.class)).isEmpty();

        reports(WARM, 2 * MINUTE);

        assertThat(facts(Fact.ColdChainSwitched.class)).containsExactly(LOCKED);
        assertThat(availability(ChilledGoods.YOGHURT)).isEqualTo(Shelf.Availability.TOO_WARM);
        assertThat(buy(ChilledGoods.YOGHURT)).isFalse();
    }

    @Test
    void goesOnSellingOtherGoodsAndOtherCompartments() {
        breach();

        assertThat(availability(ChilledGoods.COOL_APPLE)).isEqualTo(Shelf.Availability.AVAILABLE);
        assertThat(buy(Goods.APPLE)).isTrue();
    }

    @Test
    void neverSellsGoodsThatNeedCoolingWhereNothingIsCooled() {
        assertThat(availability(ChilledGoods.WARM_YOGHURT)).isEqualTo(Shelf.Availability.TOO_WARM);
        assertThat(buy(ChilledGoods.WARM_YOGHURT)).isFalse();
    }

    @Test
    void countsALostThermometerAsTooWarm() {
        reports(COLD, 60 * MINUTE);

        reports(NOTHING, 31 * MINUTE);

        assertThat(facts(Fact.ColdChainSwitched.class))
                .containsExactly(
                        new Fact.ColdChainSwitched(ChilledGoods.COMPARTMENT, true, "not-measured"));
    }

    @Test
    void countsSilenceAsTooWarm() {
        reports(COLD, 60 * MINUTE);

        waitFor(31 * MINUTE);

        assertThat(availability(ChilledGoods.YOGHURT)).isEqualTo(Shelf.Availability.TOO_WARM);
    }

    @Test
    void staysLockedWhenItIsColdAgain() {
        breach();

        reports(COLD, 600 * MINUTE);

        assertThat(availability(ChilledGoods.YOGHURT)).isEqualTo(Shelf.Availability.TOO_WARM);
        assertThat(facts(Fact.ColdChainSwitched.class)).hasSize(1);
    }

    @Test
    void closesAnUnpaidSaleOfWhatBecomesTooWarm() {
        warmFor(29);
        assertThat(buy(ChilledGoods.YOGHURT)).isTrue();

        reports(WARM, 2 * MINUTE);

        assertThat(state.phase()).isEqualTo(new Phase.Browsing());
        assertThat(facts(Fact.SaleClosed.class)).hasSize(1);
    }

    @Test
    void leavesAnUnpaidSaleOfOtherGoodsAlone() {
        warmFor(29);
        buy(Goods.APPLE);

        report(WARM, 10_000);
        forceBreach();

        assertThat(state.phase()).isInstanceOf(Phase.Choosing.class);
    }

    @Test
    void givesTheMoneyBackThatIsApprovedForWhatBecameTooWarm() {
        warmFor(29);
        buy(ChilledGoods.YOGHURT);
        on(new Input.ChoseWay(new Method.Card()));
        on(new Input.ReaderSaid(new CashlessEvent.SessionBegan(-1)));
        forceBreach();
        effects.clear();

        on(new Input.ReaderSaid(new CashlessEvent.VendApproved(990)));

        assertThat(effects)
                .contains(new Effect.CommandReader(new CashlessCommand.FailVend()))
                .noneMatch(Effect.CommandDispenser.class::isInstance);
    }

    @Test
    void isLiftedByAServiceOnlyAndThenMeasuresAnew() {
        breach();
        Step lifted =
                ClimateSteps.serviced(
                        Step.stay(state),
                        ChilledGoods.COMPARTMENT,
                        "restocked",
                        new Moment(millis, Goods.TODAY));
        take(lifted);

        assertThat(lifted.facts())
                .contains(new Fact.ColdChainSwitched(ChilledGoods.COMPARTMENT, false, "restocked"));
        assertThat(availability(ChilledGoods.YOGHURT)).isEqualTo(Shelf.Availability.AVAILABLE);

        reports(WARM, 61 * MINUTE);
        assertThat(availability(ChilledGoods.YOGHURT)).isEqualTo(Shelf.Availability.TOO_WARM);
    }

    @Test
    void staysLockedForWhoeverIsNotSignedIn() {
        breach();
        on(new Input.ServiceWanted());

        on(new Input.ColdGoodsChecked(ChilledGoods.COMPARTMENT, Checked.RESTOCKED));

        assertThat(availability(ChilledGoods.YOGHURT)).isEqualTo(Shelf.Availability.TOO_WARM);
    }

    @Test
    void isLiftedByATechnicianWhoHasRestocked() {
        breach();
        signIn();

        on(new Input.ColdGoodsChecked(ChilledGoods.COMPARTMENT, Checked.RESTOCKED));

        assertThat(facts(Fact.ColdChainSwitched.class))
                .containsExactly(
                        LOCKED,
                        new Fact.ColdChainSwitched(ChilledGoods.COMPARTMENT, false, "restocked"));
        on(new Input.ServiceEnded());
        assertThat(buy(ChilledGoods.YOGHURT)).isTrue();
    }

    @Test
    void sellsNothingThatATechnicianHasDisposedOf() {
        breach();
        signIn();

        on(new Input.ColdGoodsChecked(ChilledGoods.COMPARTMENT, Checked.DISPOSED));

        assertThat(facts(Fact.StockCounted.class))
                .extracting(Fact.StockCounted::slot, Fact.StockCounted::quantity)
                .containsExactly(tuple(ChilledGoods.YOGHURT, 0));
        assertThat(availability(ChilledGoods.YOGHURT)).isEqualTo(Shelf.Availability.SOLD_OUT);
        assertThat(state.shelf().lockedCompartments()).isEmpty();
    }

    @Test
    void isNotLiftedWhereNobodyWatches() {
        state =
                ClimateSteps.start(
                                RecoverySteps.start(
                                        ChilledGoods.shelf(), null, 1, new Moment(0, Goods.TODAY)),
                                Cooling.NONE,
                                new Moment(0, Goods.TODAY))
                        .state();
        signIn();

        on(new Input.ColdGoodsChecked(ChilledGoods.COMPARTMENT, Checked.RESTOCKED));

        assertThat(state.shelf().isLocked(ChilledGoods.COMPARTMENT)).isTrue();
    }

    @Test
    void knowsAfterAStartThatItIsLockedSinceWhenAndWhy() {
        breach();
        List<Fact> disk = new ArrayList<>(ChilledGoods.loading());
        disk.addAll(facts);

        Recovered recovered = Chains.recovered(ChilledGoods.release(), disk);

        assertThat(recovered.shelf().isLocked(ChilledGoods.COMPARTMENT)).isTrue();
        assertThat(recovered.service().troubles().compartments())
                .containsEntry(
                        ChilledGoods.COMPARTMENT,
                        new Troubles.Trouble("too-warm", Chains.CLOCK.read().wallMillis()));
    }

    @Test
    void knowsAfterAStartThatItWasLiftedAndSignsOutWhoWasSignedIn() {
        breach();
        signIn();
        on(new Input.ColdGoodsChecked(ChilledGoods.COMPARTMENT, Checked.RESTOCKED));
        List<Fact> disk = new ArrayList<>(ChilledGoods.loading());
        disk.addAll(facts);

        Recovered recovered = Chains.recovered(ChilledGoods.release(), disk);
        Step started =
                ServiceSteps.start(
                        RecoverySteps.start(recovered.shelf(), null, 1, new Moment(0, Goods.TODAY)),
                        recovered.service(),
                        Chains.CLOCK.read(),
                        new Moment(0, Goods.TODAY));

        assertThat(recovered.shelf().lockedCompartments()).isEmpty();
        assertThat(started.facts()).containsExactly(new Fact.ServiceSigned(false, "restarted"));
        assertThat(started.state().phase()).isEqualTo(new Phase.Browsing());
    }

    private void signIn() {
        on(new Input.ServiceWanted());
        on(new Input.CodeEntered(new ServiceCode("402917")));
        on(new Input.CodeCompared(state.desk().attempts().asked(), CodeVerdict.RIGHT));
    }

    @Test
    void writesAFewNotesAnHourAndNotEachReading() {
        reports(COLD, 60 * MINUTE);

        assertThat(facts(Fact.ColdChainNoted.class)).hasSizeBetween(5, 8);
    }

    @Test
    void notesAtOnceThatItIsTooWarm() {
        reports(COLD, 60 * MINUTE);
        int before = facts(Fact.ColdChainNoted.class).size();

        reports(WARM, 10_000);

        assertThat(facts(Fact.ColdChainNoted.class)).hasSize(before + 1);
    }

    @Test
    void locksAtTheStartWhatNobodyWatches() {
        Step step =
                ClimateSteps.start(
                        RecoverySteps.start(
                                ChilledGoods.shelf(), null, 1, new Moment(0, Goods.TODAY)),
                        Cooling.NONE,
                        new Moment(0, Goods.TODAY));

        assertThat(step.facts())
                .containsExactly(
                        new Fact.ColdChainSwitched(ChilledGoods.COMPARTMENT, true, "not-watched"));
    }

    @Test
    void givesNoNewGraceToWhoeverStartsItAgainAndAgain() {
        ColdChain grace = ColdChain.filled(ColdChainRule.USUAL);

        assertThat(start(grace).facts())
                .contains(
                        new Fact.ColdChainNoted(
                                ChilledGoods.COMPARTMENT, 0, 0, grace.graceMillis()));
    }

    @Test
    void locksAtTheStartWhenItWasAwayForTooLong() {
        ColdChain away =
                new ColdChain(false, 0, MINUTE * 60, 0).restarted(31 * MINUTE, ColdChainRule.USUAL);

        assertThat(start(away).facts()).hasAtLeastOneElementOfType(Fact.ColdChainSwitched.class);
    }

    @Test
    void tellsTheCompartmentOfTheDoorAndGivesColdGoodsAGrace() {
        reports(COLD, 60 * MINUTE);
        effects.clear();

        on(new Input.CabinetSaid(new CabinetEvent.DoorOpened()));

        assertThat(effects)
                .containsExactly(new Effect.CommandClimate(new ClimateCommand.DoorIs(true)));
        assertThat(state.cooling().chain().graceMillis())
                .isEqualTo(ColdChainRule.USUAL.doorGraceMillis());
    }

    private static Step start(ColdChain chain) {
        Moment now = new Moment(1_000, Goods.TODAY);
        return ClimateSteps.start(
                RecoverySteps.start(ChilledGoods.shelf(), null, 1, now),
                Cooling.starting(ChilledGoods.COMPARTMENT, ColdChainRule.USUAL, chain, 1_000),
                now);
    }

    private void warmFor(int minutes) {
        reports(COLD, 60 * MINUTE);
        reports(WARM, minutes * MINUTE);
    }

    private void breach() {
        warmFor(31);
    }

    /** Thirty minutes are over while the shopper stands there. */
    private void forceBreach() {
        take(
                ClimateSteps.timePassed(
                        Step.stay(state), new Moment(millis + 2 * MINUTE, Goods.TODAY)));
        assertThat(facts(Fact.ColdChainSwitched.class)).hasSize(1);
    }

    private boolean buy(int slot) {
        on(new Input.Looked(slot));
        on(new Input.Bought(slot, PlayedCounter.SALE));
        return state.phase() instanceof Phase.Choosing;
    }

    private Shelf.Availability availability(int number) {
        var slot = state.shelf().slot(number);
        assertThat(slot).isNotNull();
        return slot == null
                ? Shelf.Availability.SOLD_OUT
                : state.shelf().availability(slot, Goods.TODAY);
    }

    private void reports(OptionalInt air, long forMillis) {
        long end = millis + forMillis;
        while (millis < end) {
            report(air, 5_000);
        }
    }

    private void report(OptionalInt air, long later) {
        millis += later;
        on(
                new Input.ClimateSaid(
                        new ClimateEvent.Reported(
                                air, air.isPresent() ? "" : "air1: silent", ClimateOutputs.OFF)));
    }

    private void waitFor(long duration) {
        long end = millis + duration;
        while (SaleCore.deadlineMillis(state) <= end) {
            millis = SaleCore.deadlineMillis(state);
            on(new Input.TimePassed());
        }
        millis = end;
    }

    private void on(Input input) {
        take(SaleCore.step(state, input, new Moment(millis, Goods.TODAY)));
    }

    private void take(Step step) {
        state = step.state();
        facts.addAll(step.facts());
        effects.addAll(step.effects());
    }

    private <F extends Fact> List<F> facts(Class<F> type) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
