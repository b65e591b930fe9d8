package org.assistcounter.devices.climate;

import java.util.OptionalInt;

/** What a cooled compartment tells its owner. */
public sealed interface ClimateEvent {

    /**
     * How it stands, every few seconds.
     *
     * @param airMilli the warmest thermometer; empty when one of them gives nothing that counts
     * @param fault why it is empty, in words; else empty
     */
    record Reported(OptionalInt airMilli, String fault, ClimateOutputs outputs)
            implements ClimateEvent {}

    /** The line is gone: nothing is read and nothing is switched. */
    record ClimateLost(String reason) implements ClimateEvent {}

    /** Something that is no line of ours. It was not acted on. */
    record Garbled(String hex) implements ClimateEvent {}
}
