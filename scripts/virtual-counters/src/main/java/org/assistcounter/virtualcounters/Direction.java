package org.assistcounter.virtualcounters;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * How soon all counters sell by what is wanted of them; of several servers the slowest counts.
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
        double bareSeconds) {

    static Direction of(int counters, List<JsonNode> directed, List<JsonNode> bare) {
        return new Direction(
                counters,
                worst(directed, "orderedSeconds"),
                worst(directed, "appliedSeconds"),
                worst(directed, "reportedSeconds"),
                worst(bare, "seconds"));
    }

    private static double worst(List<JsonNode> all, String what) {
        return all.stream().mapToDouble(each -> each.path(what).asDouble()).max().orElseThrow();
    }
}
