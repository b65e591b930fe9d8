package org.assistcounter.simulators.climate;

import org.assistcounter.simulators.climate.SimulatedColdCabinet.Sensor;

/** What can happen to a cooled compartment. */
public sealed interface ClimateTrick {

    /** The thermometer fails, or is well again. */
    record SetSensor(Sensor sensor) implements ClimateTrick {}

    /** The compressor runs without cooling, or cools again. */
    record BreakCompressor(boolean broken) implements ClimateTrick {}

    /** The door opens or closes. */
    record Door(boolean open) implements ClimateTrick {}

    /** No current for so long: nothing cools and nothing is said. */
    record PowerBlip(long millis) implements ClimateTrick {}

    /** The air is brought to a temperature at once, as by goods that were put in. */
    record SetAir(int milli) implements ClimateTrick {}

    /** The next line has one wrong character. */
    record SpoilNext() implements ClimateTrick {}
}
