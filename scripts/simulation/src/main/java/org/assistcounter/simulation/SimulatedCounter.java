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
import org.assistcounter.devices.board.VendingBoard;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.climate.ClimateCommand;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.devices.climate.ClimateLines;
import org.assistcounter.devices.climate.ClimateSettings;
import org.assistcounter.devices.climate.ColdChain;
import org.assistcounter.devices.climate.ColdChainRule;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.devices.mdb.WaferCashless;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.ClockReading;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.assistcounter.simulators.world.WireEnd;
import org.jspecify.annotations.Nullable;

/**
 * One life of an agent, from a start to a power cut: the shipped core, journal, outbox and drivers.
 * Everything it holds in memory dies with it; the disk and the devices live on.
 */
final class SimulatedCounter implements Edge {
    private static final int ITEMS_AT_ONCE = 3;
    private static final long COMPARING_MILLIS = 400;

    private final Surroundings around;
    private final WireEnd<CashlessCommand, CashlessEvent> reader;
    private final WireEnd<DispenserCommand, DispenserEvent> board;
    private final WireEnd<ClimateCommand, ClimateEvent> climate;
    private Outbox outbox;
    private final Journal journal;
    private final long bornAtMillis;
    private @Nullable Core core;
    private @Nullable Drawn drawn;
    private boolean alive = true;
    private boolean isInStep;

    /** What the screen shows: a temperature that changes is no new view. */
    private record Drawn(Shelf shelf, Equipment equipment, Phase phase) {}

    /** A started agent on what the disk holds. */
    SimulatedCounter(Surroundings around, MemoryJournalStore store, ChainHead genesis) {
        this.around = around;
        this.bornAtMillis = around.world().nowMillis();
        this.reader =
                new WireEnd<>(
                        around.world(),
                        new WaferCashless(around.reader()),
                        event -> input(new Input.ReaderSaid(event)));
        this.board =
                new WireEnd<>(
                        around.world(),
                        new VendingBoard(),
                        event -> input(new Input.DispenserSaid(event)));
        this.climate =
                new WireEnd<>(
                        around.world(),
                        new ClimateLines(ClimateSettings.USUAL),
                        event -> input(new Input.ClimateSaid(event)));
        Recovered found =
                Recovered.read(store, genesis, Shelf.empty(around.release()), around.keys());
        this.journal = new Journal(store, around.keys().signer(), this::clock, found.head());
        this.outbox = new Outbox(found.head().seq(), 0);
    }

    /** Writes the first facts and decides what an earlier life left open. */
    void start(MemoryJournalStore store, ChainHead genesis) {
        boolean isNew = journal.head().seq() == 0;
        journal.nextBoot();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Booted("0".repeat(32), "simulated", true));
        if (isNew) {
            for (ShelfSlot slot : around.release().slots()) {
                facts.add(
                        new Fact.StockCounted(
                                slot.slot(), slot.product(), slot.lot().number(), slot.loaded()));
            }
        }
        journal.append(facts);
        Recovered found =
                Recovered.read(store, genesis, Shelf.empty(around.release()), around.keys());
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

    WireEnd<ClimateCommand, ClimateEvent> climate() {
        return climate;
    }

    WireEnd<CashlessCommand, CashlessEvent> reader() {
        return reader;
    }

    WireEnd<DispenserCommand, DispenserEvent> board() {
        return board;
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
        around.world().at(around.world().nowMillis() + Cabinet.WIRE_MILLIS, this::cut);
    }

    private void cut() {
        reader.cut();
        board.cut();
        climate.cut();
    }

    CounterState state() {
        return required().state();
    }

    long deadlineMillis() {
        return required().deadlineMillis() + bornAtMillis;
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
        around.trace().mix(input.toString());
        step(ready -> ready.handle(input, now()));
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
            isInStep = true;
            input.accept(ready);
            isInStep = false;
            around.outside().plan(this);
        }
    }

    private Moment now() {
        return around.clock().moment(bornAtMillis);
    }

    private ClockReading clock() {
        return around.clock().reading(bornAtMillis);
    }

    @Override
    public void perform(Effect effect) {
        around.trace().mix(effect.toString());
        around.maybeCutPower(effect);
        switch (effect) {
            case Effect.CommandReader command -> reader.command(command.command());
            case Effect.CommandDispenser command -> board.command(command.command());
            case Effect.CommandClimate command -> climate.command(command.command());
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
