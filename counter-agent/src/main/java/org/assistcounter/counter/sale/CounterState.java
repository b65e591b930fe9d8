package org.assistcounter.counter.sale;

import org.assistcounter.counter.shelf.Shelf;

/**
 * All that the core knows between two steps.
 *
 * @param nextCommand the number of the next motor command; never given twice
 * @param faultsFromMillis faults before this moment are not written again, so that a broken device
 *     cannot fill the journal
 */
public record CounterState(
        Shelf shelf, Equipment equipment, Phase phase, long nextCommand, long faultsFromMillis) {

    CounterState with(Phase next) {
        return new CounterState(shelf, equipment, next, nextCommand, faultsFromMillis);
    }

    CounterState with(Equipment next) {
        return new CounterState(shelf, next, phase, nextCommand, faultsFromMillis);
    }

    CounterState with(Shelf next) {
        return new CounterState(next, equipment, phase, nextCommand, faultsFromMillis);
    }

    CounterState commandGiven() {
        return new CounterState(shelf, equipment, phase, nextCommand + 1, faultsFromMillis);
    }

    CounterState faultsFrom(long millis) {
        return new CounterState(shelf, equipment, phase, nextCommand, millis);
    }
}
