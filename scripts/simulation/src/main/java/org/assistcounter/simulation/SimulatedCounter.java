package org.assistcounter.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.loop.Core;
import org.assistcounter.counter.loop.Edge;
import org.assistcounter.counter.outbox.Outbox;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.Moment;
import org.assistcounter.counter.sale.RecoverySteps;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.devices.board.VendingBoard;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
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
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int ITEMS_AT_ONCE = 3;
    private static final long WALL_START_MILLIS = 1_795_305_600_000L;

    private final Surroundings around;
    private final WireEnd<CashlessCommand, CashlessEvent> reader;
    private final WireEnd<DispenserCommand, DispenserEvent> board;
    private final Outbox outbox;
    private final Journal journal;
    private final long bornAtMillis;
    private @Nullable Core core;
    private boolean alive = true;

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
        core =
                new Core(
                        journal,
                        this,
                        around.bug()::step,
                        around.bug()
                                .first(
                                        RecoverySteps.start(
                                                found.shelf(),
                                                found.openSale(),
                                                found.nextCommand(),
                                                now())),
                        now());
        input(new Input.ItemsAtOnce(ITEMS_AT_ONCE));
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

    long newestSeq() {
        return journal.head().seq();
    }

    boolean isStarted() {
        return core != null;
    }

    boolean isAlive() {
        return alive;
    }

    void die() {
        alive = false;
        reader.cut();
        board.cut();
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

    void input(Input input) {
        if (alive && core != null) {
            core.handle(input, now());
            around.outside().plan(this);
        }
    }

    void elapsed() {
        if (alive && core != null) {
            core.elapsed(now());
            around.outside().plan(this);
        }
    }

    private Moment now() {
        return new Moment(around.world().nowMillis() - bornAtMillis, TODAY);
    }

    private ClockReading clock() {
        long now = around.world().nowMillis();
        return new ClockReading(
                now - bornAtMillis,
                WALL_START_MILLIS + now,
                ClockReading.ClockQuality.NETWORK,
                1_000);
    }

    @Override
    public void perform(Effect effect) {
        around.maybeCutPower();
        switch (effect) {
            case Effect.CommandReader command -> later(() -> reader.command(command.command()));
            case Effect.CommandDispenser command -> later(() -> board.command(command.command()));
            case Effect.CommandClimate _ -> {}
            case Effect.AskFleet ask -> around.outside().ask(this, ask.question());
        }
        around.maybeCutPower();
    }

    /** A command goes through the line's own thread, so it is carried out after this step. */
    private void later(Runnable action) {
        around.world()
                .at(
                        around.world().nowMillis(),
                        () -> {
                            if (alive) {
                                action.run();
                            }
                        });
    }

    @Override
    public void show(CounterState state, long nowMillis) {
        around.outside().shown(this);
    }

    @Override
    public void appended(long newestSeq) {
        around.outside().send(this, outbox.appended(newestSeq, around.world().nowMillis()));
    }
}
