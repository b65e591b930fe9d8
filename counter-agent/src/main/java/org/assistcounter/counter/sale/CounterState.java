package org.assistcounter.counter.sale;

import org.assistcounter.counter.climate.Cooling;
import org.assistcounter.counter.shelf.Shelf;

/**
 * All that the core knows between two steps.
 *
 * @param nextCommand the number of the next motor command; never given twice
 * @param cooling the cooled compartment, if there is one
 * @param faults whose faults are not written again for now
 */
public record CounterState(
        Shelf shelf,
        Equipment equipment,
        Phase phase,
        long nextCommand,
        FaultLimits faults,
        Cooling cooling) {

    /** A counter that cools nothing. */
    public CounterState(
            Shelf shelf, Equipment equipment, Phase phase, long nextCommand, FaultLimits faults) {
        this(shelf, equipment, phase, nextCommand, faults, Cooling.NONE);
    }

    CounterState with(Cooling next) {
        return new CounterState(shelf, equipment, phase, nextCommand, faults, next);
    }

    CounterState with(Phase next) {
        return new CounterState(shelf, equipment, next, nextCommand, faults, cooling);
    }

    CounterState with(Equipment next) {
        return new CounterState(shelf, next, phase, nextCommand, faults, cooling);
    }

    CounterState with(Shelf next) {
        return new CounterState(next, equipment, phase, nextCommand, faults, cooling);
    }

    CounterState commandGiven() {
        return new CounterState(shelf, equipment, phase, nextCommand + 1, faults, cooling);
    }

    CounterState with(FaultLimits next) {
        return new CounterState(shelf, equipment, phase, nextCommand, next, cooling);
    }
}
