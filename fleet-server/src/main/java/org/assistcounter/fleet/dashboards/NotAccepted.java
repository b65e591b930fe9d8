package org.assistcounter.fleet.dashboards;

import java.util.List;

/**
 * What was not accepted.
 *
 * @param parked records that are kept and acknowledged but not booked
 * @param refused messages that were not believed
 * @param turnedAway what the broker stopped at the door
 */
public record NotAccepted(
        List<Rows.Refusal> parked, List<Rows.Refusal> refused, List<Rows.Refusal> turnedAway) {}
