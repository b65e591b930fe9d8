package org.assistcounter.simulators.cabinet;

/** What somebody can do to a cabinet. */
public sealed interface CabinetTrick {

    /** Pull the door: it opens if the lock is released or was left unlatched. */
    record PullDoor() implements CabinetTrick {}

    /** Pry the door open. */
    record ForceDoor() implements CabinetTrick {}

    /** Close the door; it latches. */
    record CloseDoor() implements CabinetTrick {}

    /** The door switch says what it says now, whatever the door does, or works again. */
    record StickSwitch(boolean on) implements CabinetTrick {}

    /** The door switch changes every ten milliseconds for so long. */
    record Chatter(long millis) implements CabinetTrick {}

    /** The mains fails for so long. */
    record PowerBlip(long millis) implements CabinetTrick {}

    /** The next byte has one wrong bit. */
    record FlipNext() implements CabinetTrick {}

    /** Nothing is said for so long. */
    record GoSilent(long millis) implements CabinetTrick {}
}
