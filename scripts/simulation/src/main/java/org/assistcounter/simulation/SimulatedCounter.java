package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.assistcounter.counter.climate.Cooling;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.loop.Core;
import org.assistcounter.counter.loop.Edge;
import org.assistcounter.counter.outbox.Outbox;
import org.assistcounter.counter.outbox.Spread;
import org.assistcounter.counter.sale.ClimateSteps;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.counter.sale.Equipment;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Moment;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.sale.RecoverySteps;
import org.assistcounter.counter.sale.SaleCore;
import org.assistcounter.counter.sale.ServiceSteps;
import org.assistcounter.counter.sale.Step;
import org.assistcounter.counter.service.CodeVerdict;
import org.assistcounter.counter.service.ServiceCode;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.devices.climate.ColdChain;
import org.assistcounter.devices.climate.ColdChainRule;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.jspecify.annotations.Nullable;

/**
 * One life of an agent, from a start to a power cut: the shipped core, journal, outbox and drivers.
 * Everything it holds in memory dies with it; the disk and the devices live on.
 */
final class SimulatedCounter implements Edge {
    private static final int ITEMS_AT_ONCE = 3;
    private static final long COMPARING_MILLIS = 400;

    private final Surroundings around;
    private final Joint joint;
    private Outbox outbox;
    private final Journal journal;
    private final Recovery recovery;
    private Recovered found;
    private final long bornAtMillis;
    private @Nullable Core core;
    private @Nullable Drawn drawn;
    private @Nullable Cooling cooling;
    private boolean alive = true;
    private boolean isInStep;

    /** What the screen shows: a temperature that changes is no new view. */
    private record Drawn(Shelf shelf, Equipment equipment, Phase phase) {}

    /** A started agent on what the disk holds. */
    SimulatedCounter(Surroundings around, MemoryJournalStore store, Recovery recovery) {
        this.around = around;
        this.bornAtMillis = around.world().nowMillis();
        this.joint = around.join(new CounterEars(this));
        this.recovery = recovery;
        this.found = recovery.start();
        this.journal = new Journal(store, around.keys().signer(), this::clock, found.head());
        this.outbox = new Outbox(found.head().seq(), 0, Spread.NONE);
    }

    /** Writes the first facts and decides what an earlier life left open. */
    void start() {
        boolean isNew = journal.head().seq() == 0;
        List<Fact> facts = new ArrayList<>(CardKeys.begun(around, journal));
        facts.add(new Fact.Booted("0".repeat(32), "simulated", true));
        if (isNew) {
            for (ShelfSlot slot : around.release().slots()) {
                facts.add(
                        new Fact.StockCounted(
                                slot.slot(), slot.product(), slot.lot().number(), slot.loaded()));
            }
        }
        journal.append(facts);
        found = recovery.onward(found);
        isInStep = true;
        core =
                new Core(
                        journal,
                        this,
                        SaleCore::step,
                        cooled(
                                RecoverySteps.start(
                                        found.shelf(),
                                        found.openSale(),
                                        found.nextCommand(),
                                        now()),
                                found),
                        now());
        isInStep = false;
        input(new Input.ItemsAtOnce(ITEMS_AT_ONCE));
    }

    private Step cooled(Step first, Recovered found) {
        boolean isLocked = found.shelf().isLocked(Goods.COMPARTMENT);
        ColdChain chain =
                found.cold().chain(Goods.COMPARTMENT, isLocked, ColdChainRule.USUAL, clock());
        Cooling cooling =
                Cooling.starting(Goods.COMPARTMENT, ColdChainRule.USUAL, chain, now().millis());
        return ServiceSteps.start(
                ClimateSteps.start(first, cooling, now()), found.service(), clock(), now());
    }

    /** Where it meets its devices. */
    Joint joint() {
        return joint;
    }

    long bornAtMillis() {
        return bornAtMillis;
    }

    Outbox outbox() {
        return outbox;
    }

    /** Its records leave by this outbox from now on. */
    void leavesBy(Outbox next) {
        outbox = next;
    }

    ChainHead head() {
        return journal.head();
    }

    /** The fleet's newest checkpoint, to be embedded beside the next facts. */
    void remember(String checkpointNote) {
        required().checkpoint(checkpointNote);
    }

    long newestSeq() {
        return journal.head().seq();
    }

    boolean isStarted() {
        return core != null;
    }

    boolean isAlive() {
        return alive;
    }

    /** What it has sent is on its way all the same. */
    void die() {
        alive = false;
        around.world().at(around.world().nowMillis() + WirePort.WIRE_MILLIS, joint::cut);
    }

    CounterState state() {
        return required().state();
    }

    /**
     * When it has to be woken. While its compartment leaves out reports, silence is no reason: the
     * next note in the journal, and so a report that is not left out, is due long before a beat.
     */
    long deadlineMillis() {
        Core ready = required();
        long due = ready.deadlineMillis();
        CounterState now = ready.state();
        boolean isForSilence =
                due == now.cooling().deadlineMillis()
                        && joint.reports().promisedMillis() >= around.world().nowMillis();
        long next = isForSilence ? SaleCore.deadlineMillis(uncooled(now)) : due;
        return next == Long.MAX_VALUE ? next : bornAtMillis + next;
    }

    private static CounterState uncooled(CounterState state) {
        return new CounterState(
                state.shelf(),
                state.equipment(),
                state.phase(),
                state.nextCommand(),
                state.faults(),
                Cooling.NONE,
                state.desk());
    }

    private Core required() {
        if (core == null) {
            throw new IllegalStateException("not started");
        }
        return core;
    }

    /** One at a time, as through the core thread's queue. */
    void input(Input input) {
        if (isInStep) {
            after(0, () -> input(input));
            return;
        }
        around.trace().seen(input);
        step(ready -> ready.handle(input, now()));
    }

    /** A word of the compartment, at a time that is now or past. */
    void told(Input.ClimateSaid said, long atMillis) {
        if (isInStep) {
            after(0, () -> input(said));
            return;
        }
        around.trace().seen(said);
        Core ready = core;
        if (alive && ready != null) {
            handled(() -> ready.handle(said, around.clock().moment(atMillis, bornAtMillis)));
            cooling = ready.state().cooling();
        }
    }

    /** Whether it knows that the fleet has all it wrote. */
    boolean isAllConfirmed() {
        return outbox.confirmedSeq() == newestSeq();
    }

    void elapsed() {
        step(ready -> ready.elapsed(now()));
    }

    private void step(Consumer<Core> input) {
        Core ready = core;
        if (alive && ready != null) {
            joint.reports().catchUp();
            handled(() -> input.accept(ready));
            if (!ready.state().cooling().equals(cooling)) {
                cooling = ready.state().cooling();
                joint.reports().changed();
            }
        }
    }

    private void handled(Runnable step) {
        isInStep = true;
        step.run();
        isInStep = false;
        around.outside().plan(this);
    }

    private Moment now() {
        return around.clock().moment(bornAtMillis);
    }

    private ClockReading clock() {
        return around.clock().reading(bornAtMillis);
    }

    @Override
    public void perform(Effect effect) {
        around.trace().seen(effect);
        around.maybeCutPower(effect);
        switch (effect) {
            case Effect.CommandReader command -> joint.reader().command(command.command());
            case Effect.CommandDispenser command -> joint.board().command(command.command());
            case Effect.CommandClimate command -> joint.climate().command(command.command());
            case Effect.AskFleet ask -> around.outside().ask(this, ask.question());
            case Effect.CompareCode(long attempt, ServiceCode code) -> {
                CodeVerdict verdict = SimulatedTechnician.verdict(code);
                after(COMPARING_MILLIS, () -> input(new Input.CodeCompared(attempt, verdict)));
            }
        }
        around.maybeCutPower(effect);
    }

    private void after(long millis, Runnable action) {
        around.world()
                .at(
                        around.world().nowMillis() + millis,
                        () -> {
                            if (alive) {
                                action.run();
                            }
                        });
    }

    @Override
    public void show(CounterState state, long nowMillis) {
        Drawn next = new Drawn(state.shelf(), state.equipment(), state.phase());
        if (!next.equals(drawn)) {
            drawn = next;
            around.outside().shown(this);
        }
    }

    @Override
    public void appended(long newestSeq) {
        around.outside().appended(this, newestSeq);
    }
}
