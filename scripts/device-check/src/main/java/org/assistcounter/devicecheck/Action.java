package org.assistcounter.devicecheck;

import java.util.Optional;
import org.assistcounter.devices.wiring.CabinetWiring;
import org.assistcounter.devices.wiring.Dialect;

/** What a technician wants done with a device, beyond asking whether it answers. */
sealed interface Action {

    /** A motor turns once; goods may fall. */
    record Turn(int selection) implements Action {}

    /** A lock opens once. */
    record Open(int lock) implements Action {}

    /** A card pays, and gets its money back. */
    record TakeCard(long amountMinor) implements Action {}

    /** A code is held to the scanner. */
    record Scan() implements Action {}

    /** As the report names it. */
    default String name() {
        return switch (this) {
            case Turn(int selection) -> "turn " + selection;
            case Open(int lock) -> "open " + lock;
            case TakeCard(long amount) -> "card " + amount;
            case Scan() -> "scan";
        };
    }

    /** What has to be agreed to; a scan harms nobody. */
    default Optional<String> question() {
        return switch (this) {
            case Turn(int selection) ->
                    Optional.of("Turn motor " + selection + "? Goods may fall.");
            case Open(int lock) -> Optional.of("Open lock " + lock + "? Its door springs open.");
            case TakeCard(long amount) ->
                    Optional.of("Take " + amount + " fen from a card and give them back?");
            case Scan() -> Optional.empty();
        };
    }

    /** Why this cabinet cannot do it; empty when it can. */
    default Optional<String> refusal(CabinetWiring wiring) {
        return switch (this) {
            case Turn(int selection) -> ofDispenser(wiring, selection, false);
            case Open(int lock) -> ofDispenser(wiring, lock, true);
            case TakeCard _ -> missing("cashless", wiring.cashless().isPresent());
            case Scan() -> missing("scanner", wiring.scanner().isPresent());
        };
    }

    private static Optional<String> ofDispenser(
            CabinetWiring wiring, int selection, boolean isLock) {
        if (wiring.dispenser().isEmpty()) {
            return missing("dispenser", false);
        }
        CabinetWiring.Wire<Dialect.Dispenser> wire = wiring.dispenser().get();
        boolean hasLocks = wire.dialect() == Dialect.Dispenser.KR_CU16;
        if (hasLocks != isLock) {
            return Optional.of(
                    "a " + wire.dialect().word() + (hasLocks ? " opens locks" : " turns motors"));
        }
        int most = Dialect.Dispenser.mostSelection(wire);
        return selection <= most
                ? Optional.empty()
                : Optional.of(
                        "a %s has 0 to %d and not %d"
                                .formatted(wire.dialect().word(), most, selection));
    }

    private static Optional<String> missing(String device, boolean isThere) {
        return isThere ? Optional.empty() : Optional.of("the wiring has no " + device);
    }
}
