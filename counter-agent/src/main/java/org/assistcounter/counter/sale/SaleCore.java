package org.assistcounter.counter.sale;

import java.util.Locale;
import org.assistcounter.counter.payment.CardDialogue;
import org.assistcounter.counter.payment.WalletDialogue;
import org.assistcounter.counter.sale.Equipment.Prices;
import org.assistcounter.counter.sale.Equipment.Reader;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Ability;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.journal.Fact;

/**
 * Decides. Transitions, each with what causes it:
 *
 * <ul>
 *   <li>Browsing → Looking (a touch) → Choosing (wants it; the sale is open) → Paying
 *   <li>Paying → Dispensing (approved) | Ended (declined, given up, unavailable) | Ended as a case
 *       (a reader lost in mid-authorisation) | Returning or Ended (approved after giving up)
 *   <li>Dispensing → Ended (delivered; or unproven, as a case) | Returning (nothing came out, card)
 *       | Ended (nothing came out, wallet: the fleet refunds)
 *   <li>Returning → Ended (refunded, or a case)
 *   <li>Recovering → Browsing
 *   <li>Browsing, Looking, Reviewing → Servicing (a technician; {@link ServiceSteps}) → Browsing
 *   <li>What the fleet wants comes into force in Browsing with an empty basket only ({@link
 *       DesiredSteps})
 *   <li>Every phase but Browsing ends by itself when its time is over
 * </ul>
 */
public final class SaleCore {
    private static final int FAULT_WORDS_MAX = 400;

    private SaleCore() {}

    /** The step that an input brings about. */
    public static Step step(CounterState state, Input input, Moment now) {
        return DesiredSteps.settled(ServiceSteps.noted(decided(state, input, now), now));
    }

    private static Step decided(CounterState state, Input input, Moment now) {
        return switch (input) {
            case Input.Shopper touch -> ShopperSteps.step(state, touch, now);
            case Input.Technician touch -> ServiceSteps.step(state, touch, now);
            case Input.CodeCompared compared -> ServiceSteps.compared(state, compared, now);
            case Input.ReaderSaid said -> reader(state, said.event(), now);
            case Input.DispenserSaid said -> dispenser(state, said.event(), now);
            case Input.CabinetSaid said ->
                    ServiceSteps.stirred(
                            CabinetSteps.step(state, said.event(), now), said.event(), now);
            case Input.ClimateSaid said -> ClimateSteps.step(state, said.event(), now);
            case Input.CabinetWired _ -> CabinetSteps.wired(state);
            case Input.FleetAnswered answered -> fleet(state, answered, now);
            case Input.FleetReachable(boolean reachable) ->
                    Step.stay(linked(state, state.equipment().fleet().reachable(reachable)));
            case Input.JournalBelieved(boolean believed) -> believed(state, believed, now);
            case Input.DesiredCame(SignedState came) -> DesiredSteps.came(state, came, now);
            case Input.ItemsAtOnce(int most) ->
                    Step.stay(state.with(state.equipment().giving(most)));
            case Input.ScannerReady scanner ->
                    Step.stay(state.with(state.equipment().withScanner(scanner.ready())));
            case Input.Refused refused ->
                    fault(state, refused.source(), refused.what(), refused.detail(), now);
            case Input.TimePassed _ -> ClimateSteps.timePassed(TimeSteps.step(state, now), now);
            case Input.BeatDue _ -> Step.stay(state).fact(new Fact.Beat());
        };
    }

    private static CounterState linked(CounterState state, Equipment.Fleet fleet) {
        return state.with(state.equipment().with(fleet));
    }

    /** What is sold on a journal that is not believed would be in no ledger. */
    private static Step believed(CounterState state, boolean believed, Moment now) {
        CounterState next = linked(state, state.equipment().fleet().believing(believed));
        return believed ? Step.stay(next) : ShopperSteps.sentAway(next, now);
    }

    /** When {@link Input.TimePassed} is due; Long.MAX_VALUE for never. */
    public static long deadlineMillis(CounterState state) {
        return Math.min(TimeSteps.deadlineMillis(state.phase()), state.cooling().deadlineMillis());
    }

    private static Step reader(CounterState before, CashlessEvent event, Moment now) {
        CounterState state = before.with(heard(before.equipment(), event));
        return switch (event) {
            case CashlessEvent.Garbled(String hex, String reason) ->
                    fault(state, "reader", reason, hex, now);
            case CashlessEvent.Misfit(CashlessEvent.Lie lie, String detail) ->
                    fault(
                            state,
                            "reader",
                            "other " + lie.name().toLowerCase(Locale.ROOT),
                            detail,
                            now);
            case CashlessEvent _ -> readerInPhase(state, event, now);
        };
    }

    private static Step readerInPhase(CounterState state, CashlessEvent event, Moment now) {
        return switch (state.phase()) {
            case Phase.Paying paying ->
                    PaymentSteps.step(state, paying, CardDialogue.hear(paying.stage(), event), now);
            case Phase.Returning returning -> RefundSteps.step(state, returning, event, now);
            case Phase.Recovering recovering -> RecoverySteps.step(state, recovering, event, now);
            case Phase _ -> strayFromReader(state, event);
        };
    }

    /** No sale is waiting for a card: the reader is told so whenever it is left on. */
    private static Step strayFromReader(CounterState state, CashlessEvent event) {
        boolean leftOn =
                event instanceof CashlessEvent.SessionBegan
                        || event instanceof CashlessEvent.SessionEnded;
        return leftOn
                ? Step.stay(state).effect(new Effect.CommandReader(new CashlessCommand.Disable()))
                : Step.stay(state);
    }

    private static Equipment heard(Equipment equipment, CashlessEvent event) {
        return switch (event) {
            case CashlessEvent.ReaderReady ready ->
                    equipment.ready(
                            new Prices(
                                    ready.stepMinor(),
                                    ready.mostMinor(),
                                    ready.abilities().contains(Ability.ALWAYS_IDLE)));
            case CashlessEvent.ReaderLost _ -> equipment.with(Reader.LOST);
            case CashlessEvent.SessionBegan _ -> equipment.with(Reader.IN_SESSION);
            case CashlessEvent.SessionEnded _ ->
                    equipment.reader() == Reader.IN_SESSION
                            ? equipment.with(Reader.READY)
                            : equipment;
            case CashlessEvent _ -> equipment;
        };
    }

    private static Step dispenser(CounterState state, DispenserEvent event, Moment now) {
        return switch (event) {
            case DispenserEvent.BoardReady ready ->
                    Step.stay(equipped(state, ready.sensor() == SelfTest.GOOD));
            case DispenserEvent.BoardLost _ -> Step.stay(equipped(state, false));
            case DispenserEvent.TurnStarted _ -> Step.stay(state);
            case DispenserEvent.TurnEnded ended -> turnEnded(state, ended, now);
            case DispenserEvent.Garbled garbled ->
                    fault(state, "dispenser", garbled.reason(), garbled.hex(), now);
        };
    }

    private static CounterState equipped(CounterState state, boolean dispenserReady) {
        return state.with(state.equipment().withDispenser(dispenserReady));
    }

    private static Step turnEnded(CounterState state, DispenserEvent.TurnEnded ended, Moment now) {
        return state.phase() instanceof Phase.Dispensing dispensing
                        && dispensing.command() == ended.commandNumber()
                ? DispenseSteps.step(state, dispensing, ended.evidence(), now)
                : fault(state, "dispenser", "turn", "an end of command nobody waits for", now);
    }

    private static Step fleet(CounterState state, Input.FleetAnswered answered, Moment now) {
        if (state.phase() instanceof Phase.Paying paying
                && paying.sale().attemptId().equals(answered.answer().attempt())) {
            return PaymentSteps.step(
                    state, paying, WalletDialogue.hear(paying.stage(), answered.answer()), now);
        }
        return Step.stay(state);
    }

    static Step fault(CounterState state, String source, String what, String detail, Moment now) {
        if (!state.faults().hears(source, now.millis())) {
            return Step.stay(state);
        }
        return Step.stay(state.with(state.faults().heard(source, now.millis())))
                .fact(new Fact.FaultNoticed(cut(source), cut(what), cut(detail)));
    }

    /** A stranger's words may be longer than a record, which must not stop the counter. */
    private static String cut(String words) {
        return words.substring(0, Math.min(words.length(), FAULT_WORDS_MAX));
    }
}
