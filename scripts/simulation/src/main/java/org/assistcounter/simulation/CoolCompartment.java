package org.assistcounter.simulation;

import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assistcounter.oracles.WorldFact;
import org.assistcounter.simulators.climate.ClimateTrick;
import org.assistcounter.simulators.climate.SimulatedColdCabinet.Sensor;
import org.assistcounter.simulators.climate.SimulatedCompartment.Probe;
import org.assistcounter.simulators.world.World;

/** The cooled compartment, which lives on when the agent dies, and what the goods in it feel. */
final class CoolCompartment {
    private static final long BROKEN_MILLIS_MAX = 2 * 3_600_000L;
    private static final long OPEN_MILLIS_MAX = 20 * 60_000L;
    private static final long CUT_MILLIS_MAX = 60 * 60_000L;

    private final World world;
    private final Faults faults;
    private final SplittableRandom random;
    private final Probe probe;
    private final Supplier<Fittings> fittings;
    private final Consumer<WorldFact.AtCounter> witness;

    CoolCompartment(
            World world,
            Faults faults,
            SplittableRandom random,
            Supplier<Fittings> fittings,
            Consumer<WorldFact.AtCounter> witness) {
        this.world = world;
        this.faults = faults;
        this.random = random;
        this.probe = random.nextBoolean() ? Probe.DS18B20 : Probe.SHT3X;
        this.fittings = fittings;
        this.witness = witness;
    }

    /** Which thermometer measures its air. */
    Probe probe() {
        return probe;
    }

    /** Lets the cooling misbehave as the seed has it. */
    void trouble(SimulatedCounter counter) {
        sensor(Fault.THERMOMETER_UNPLUGGED, Sensor.UNPLUGGED);
        sensor(Fault.THERMOMETER_STUCK, Sensor.STUCK);
        sensor(Fault.THERMOMETER_SPOILT, Sensor.SPOILT);
        if (faults.strikes(Fault.COMPRESSOR_BROKEN)) {
            command(new ClimateTrick.BreakCompressor(true));
            later(BROKEN_MILLIS_MAX, new ClimateTrick.BreakCompressor(false));
        }
        if (faults.strikes(Fault.COOLING_WITHOUT_POWER)) {
            command(new ClimateTrick.PowerBlip(random.nextLong(BROKEN_MILLIS_MAX)));
        }
        if (faults.strikes(Fault.COOL_DOOR_OPEN)) {
            command(new ClimateTrick.Door(true));
            later(OPEN_MILLIS_MAX, new ClimateTrick.Door(false));
        }
        if (faults.strikes(Fault.CLIMATE_LINE_CUT) && counter.isAlive()) {
            counter.joint().climate().cut();
            world.at(
                    world.nowMillis() + random.nextLong(CUT_MILLIS_MAX),
                    () -> {
                        if (counter.isAlive()) {
                            counter.joint().climate().connect();
                        }
                    });
        }
    }

    private void sensor(Fault fault, Sensor sensor) {
        if (faults.strikes(fault)) {
            command(new ClimateTrick.SetSensor(sensor));
            later(BROKEN_MILLIS_MAX, new ClimateTrick.SetSensor(Sensor.WELL));
        }
    }

    private void later(long mostMillis, ClimateTrick trick) {
        world.at(world.nowMillis() + random.nextLong(mostMillis), () -> command(trick));
    }

    private void command(ClimateTrick trick) {
        fittings.get().compartment(trick);
        switch (trick) {
            case ClimateTrick.Door(boolean open) -> witness.accept(new WorldFact.DoorMoved(open));
            case ClimateTrick.SetSensor(Sensor sensor) ->
                    witness.accept(
                            new WorldFact.ThermometerStuck(
                                    Goods.COMPARTMENT, sensor == Sensor.STUCK));
            case ClimateTrick _ -> {}
        }
    }
}
