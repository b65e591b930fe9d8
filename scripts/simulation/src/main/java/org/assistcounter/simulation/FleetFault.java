package org.assistcounter.simulation;

import java.util.Locale;

/** What can go wrong between counters and fleet, in the fleet, and with a counter's card. */
enum FleetFault {
    MESSAGE_LOST(0.3),
    MESSAGE_TWICE(0.5),
    /** Later messages overtake it. */
    MESSAGE_OVERTAKEN(0.3),
    /** Held for up to a day. */
    MESSAGE_HELD(0.05),
    /** A counter and the fleet do not hear each other, or only one of them does. */
    PARTITION(0.08),
    /** The broker forgets its sessions and all that it holds. */
    BROKER_EMPTIED(0.03),
    FLEET_RESTARTED(0.03),
    CRASH_BEFORE_COMMIT(0.005),
    /** What was committed stays; the answer is lost. */
    CRASH_AFTER_COMMIT(0.005),
    /** The card of a counter is written over with an earlier image of it. */
    CARD_RESTORED(0.03),
    /** A second counter starts with a copy of a card. */
    CARD_CLONED(0.015),
    /** After a power cut the newest records are gone that were said to be on disk. */
    WRITES_LOST(0.3),
    /** A technician renews the keys of a counter on its card. */
    KEY_ROTATED(0.02),
    /** Another card is given a counter's place, and the one before is gone. */
    CARD_REPLACED(0.006);

    private final double rateMax;

    FleetFault(double rateMax) {
        this.rateMax = rateMax;
    }

    /** As {@link Fault#isLater}. */
    boolean isLater() {
        return compareTo(WRITES_LOST) >= 0;
    }

    /** The most likely that it is at one occasion. */
    double rateMax() {
        return rateMax;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
