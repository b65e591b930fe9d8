package org.assistcounter.fleet.lots;

import java.time.Instant;

/**
 * Goods on their way from one place to another.
 *
 * @param reason why, where it is not the usual way; may be empty
 */
public record Movement(Lot.Key lot, Way way, long quantity, String reason, Done done) {

    /** From where to where. */
    public record Way(Place from, Place to) {}

    /** Who booked it, and when. */
    public record Done(String login, Instant at) {}
}
