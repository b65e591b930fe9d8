package org.assistcounter.counter.sale;

import org.assistcounter.counter.climate.Cooling;
import org.assistcounter.counter.service.Desk;
import org.assistcounter.counter.shelf.Shelf;

/**
 * All that the core knows between two steps.
 *
 * @param nextCommand the number of the next motor command; never given twice
 * @param cooling the cooled compartment, if there is one
 * @param desk what is kept for technicians
 * @param faults whose faults are not written again for now
 */
public record CounterState(
        Shelf shelf,
        Equipment equipment,
        Phase phase,
        long nextCommand,
        FaultLimits faults,
        Cooling cooling,
        Desk desk) {

    /** A counter that cools nothing and has not been serviced yet. */
    public CounterState(
            Shelf shelf, Equipment equipment, Phase phase, long nextCommand, FaultLimits faults) {
        this(shelf, equipment, phase, nextCommand, faults, Cooling.NONE, Desk.NEW);
    }

    CounterState with(Desk next) {
        return new CounterState(shelf, equipment, phase, nextCommand, faults, cooling, next);
    }

    CounterState with(Cooling next) {
        return new CounterState(shelf, equipment, phase, nextCommand, faults, next, desk);
    }

    CounterState with(Phase next) {
        return new CounterState(shelf, equipment, next, nextCommand, faults, cooling, desk);
    }

    CounterState with(Equipment next) {
        return new CounterState(shelf, next, phase, nextCommand, faults, cooling, desk);
    }

    CounterState with(Shelf next) {
        return new CounterState(next, equipment, phase, nextCommand, faults, cooling, desk);
    }

    CounterState commandGiven() {
        return new CounterState(shelf, equipment, phase, nextCommand + 1, faults, cooling, desk);
    }

    CounterState with(FaultLimits next) {
        return new CounterState(shelf, equipment, phase, nextCommand, next, cooling, desk);
    }
}
