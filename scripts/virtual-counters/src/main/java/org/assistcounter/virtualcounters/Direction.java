package org.assistcounter.virtualcounters;

/**
 * How soon all counters sell by what is wanted of them.
 *
 * @param orderedSeconds until the fleet has answered who wants it
 * @param appliedSeconds until all sell by it
 * @param reportedSeconds until the fleet has heard so of all
 * @param bareSeconds the same bytes once over each connection, until the broker has them all
 */
public record Direction(
        int counters,
        double orderedSeconds,
        double appliedSeconds,
        double reportedSeconds,
        double bareSeconds) {}
