package org.assistcounter.simulation.port;

import org.assistcounter.simulators.climate.ClimateTrick;
import org.assistcounter.simulators.climate.SimulatedCompartment.Probe;
import org.assistcounter.simulators.world.World;
import org.jspecify.annotations.Nullable;

/**
 * A cooled compartment, which lives on when the agent dies.
 *
 * <p>Fault model, that of the simulated compartment but for its bytes: a thermometer unplugged,
 * stuck or with a wrong check, a compressor that does not cool, an open door, power gone.
 */
public final class Compartment {
    private final World world;
    private final Air air;
    private @Nullable CompartmentPort host;

    public Compartment(World world, Probe probe, Bystander bystander) {
        this.world = world;
        this.air = new Air(probe, bystander);
    }

    /**
     * A life's end of its line.
     *
     * @param tellsAll whether reports that would change nothing are told all the same
     */
    public CompartmentPort port(Reports.Listener listener, boolean tellsAll) {
        return new CompartmentPort(world, this, listener, tellsAll);
    }

    /** Somebody does something to it. */
    public void trick(ClimateTrick trick) {
        CompartmentPort listener = host;
        if (listener != null) {
            listener.catchUp();
        }
        long now = world.nowMillis();
        switch (trick) {
            case ClimateTrick.SetSensor(var sensor) -> air.at(now).sensor(sensor);
            case ClimateTrick.BreakCompressor(boolean broken) ->
                    air.at(now).compressorBroken(broken);
            case ClimateTrick.Door(boolean open) -> air.at(now).door(open);
            case ClimateTrick.SetAir(int milli) -> air.at(now).air(milli);
            case ClimateTrick.PowerBlip(long millis) -> air.powerGone(now, millis);
            case ClimateTrick.SpoilNext() ->
                    throw new IllegalArgumentException("no fault of a port: " + trick);
        }
        if (listener != null) {
            listener.changed();
        }
    }

    void join(@Nullable CompartmentPort port) {
        host = port;
    }

    Air air() {
        return air;
    }
}
