package org.assistcounter.counter.sale;

import org.assistcounter.counter.shelf.Shelf;

/**
 * All that the core knows between two steps.
 *
 * @param nextCommand the number of the next motor command; never given twice
 * @param faults whose faults are not written again for now
 */
public record CounterState(
        Shelf shelf, Equipment equipment, Phase phase, long nextCommand, FaultLimits faults) {

    CounterState with(Phase next) {
        return new CounterState(shelf, equipment, next, nextCommand, faults);
    }

    CounterState with(Equipment next) {
        return new CounterState(shelf, next, phase, nextCommand, faults);
    }

    CounterState with(Shelf next) {
        return new CounterState(next, equipment, phase, nextCommand, faults);
    }

    CounterState commandGiven() {
        return new CounterState(shelf, equipment, phase, nextCommand + 1, faults);
    }

    CounterState with(FaultLimits next) {
        return new CounterState(shelf, equipment, phase, nextCommand, next);
    }
}
