package org.assistcounter.devices.wiring;

import java.util.Optional;
import java.util.SortedSet;
import org.assistcounter.devices.wiring.CabinetWiring.Wire;
import org.jspecify.annotations.Nullable;

/** Whether a wiring has what its shelf calls by number. */
final class ShelfFit {

    private ShelfFit() {}

    /** Why the dispenser does not fit; empty when it does, or when there is none. */
    static Optional<String> ofDispenser(
            @Nullable Wire<Dialect.Dispenser> dispenser, ShelfNumbers shelf) {
        if (dispenser == null) {
            return Optional.empty();
        }
        int most = Dialect.Dispenser.mostSelection(dispenser);
        SortedSet<Integer> beyond = shelf.selections().tailSet(most + 1);
        return beyond.isEmpty()
                ? Optional.empty()
                : Optional.of("it has 0 to " + most + ", and the shelf has goods in " + beyond);
    }

    /** A cooling of another number than the goods' would leave them locked for ever. */
    static Optional<String> ofClimate(@Nullable Wire<Dialect.Climate> climate, ShelfNumbers shelf) {
        if (climate == null || shelf.compartments().isEmpty()) {
            return Optional.empty();
        }
        int cooled = climate.value(Dialect.Climate.COMPARTMENT);
        return shelf.compartments().contains(cooled)
                ? Optional.empty()
                : Optional.of(
                        "it cools compartment %d, and the shelf has cooled goods in %s"
                                .formatted(cooled, shelf.compartments()));
    }
}
