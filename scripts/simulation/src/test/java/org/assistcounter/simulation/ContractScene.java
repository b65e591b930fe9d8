package org.assistcounter.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.devices.dispenser.DispenserCommand;
import org.assistcounter.devices.dispenser.DispenserEvent;
import org.assistcounter.oracles.WorldFact;
import org.assistcounter.simulation.port.Reports;
import org.assistcounter.simulators.climate.SimulatedCompartment.Probe;
import org.assistcounter.simulators.world.World;

/** Devices, joined either way, and all that a life hears of them, for scripts that compare both. */
final class ContractScene implements Fittings.Ears {
    final World world = new World();
    final Fittings fittings;
    final List<CashlessEvent> ofReader = new ArrayList<>();
    final List<DispenserEvent> ofBoard = new ArrayList<>();
    final List<ClimateEvent> ofClimate = new ArrayList<>();

    /** What somebody saw who stood beside, but for how warm the air was. */
    final List<WorldFact.AtCounter> seen = new ArrayList<>();

    private Joint joint;

    private ContractScene(Level level, ReaderKind reader) {
        FittingsKind kind = FittingsKind.of(reader, Probe.DS18B20, Goods.release(1));
        CabinetWatch watch = new CabinetWatch(kind, seen::add, (_, _) -> {});
        this.fittings =
                switch (level) {
                    case WIRE ->
                            new WireFittings(
                                    world, kind, new SplittableRandom(1), watch, bytes -> bytes);
                    case SALE -> new PortFittings(world, kind, watch, true);
                };
        this.joint = fittings.join(this);
        joint.connect();
    }

    /** With a reader of one of all kinds. */
    static ContractScene at(Level level, long kind) {
        return new ContractScene(level, ReaderKind.drawn(new SplittableRandom(kind)));
    }

    void reader(CashlessCommand command) {
        joint.reader().command(command);
    }

    void board(DispenserCommand command) {
        joint.board().command(command);
    }

    Joint joint() {
        return joint;
    }

    /** The agent dies, and another one starts. */
    void newLife() {
        joint.cut();
        joint = fittings.join(this);
        joint.connect();
    }

    void lives(long millis) {
        world.run(millis);
    }

    @Override
    public void hear(CashlessEvent event) {
        ofReader.add(
                event instanceof CashlessEvent.Garbled ? new CashlessEvent.Garbled("", "") : event);
    }

    @Override
    public void hear(DispenserEvent event) {
        ofBoard.add(
                event instanceof DispenserEvent.Garbled
                        ? new DispenserEvent.Garbled("", "")
                        : event);
    }

    /** What it means: a temperature, or why there is none, and whether the compressor runs. */
    @Override
    public void hear(ClimateEvent event, long atMillis) {
        ClimateEvent meant =
                event instanceof ClimateEvent.Reported said
                        ? new ClimateEvent.Reported(
                                said.airMilli().isPresent()
                                        ? OptionalInt.of(0)
                                        : OptionalInt.empty(),
                                said.fault(),
                                said.outputs())
                        : event;
        if (ofClimate.isEmpty() || !ofClimate.getLast().equals(meant)) {
            ofClimate.add(meant);
        }
    }

    @Override
    public Reports.Foresight foresight() {
        return (_, _) -> true;
    }
}
