package org.assistcounter.virtualcounters;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What endpoints hold with some connections and with more.
 *
 * @param more connections between the two
 * @param seconds that these took
 */
record Weighing(int more, long smallBytes, long largeBytes, double seconds) {
    private static final int PERCENT_SMALL = 20;

    /**
     * Has all wings hold connections at once, and lets them go.
     *
     * @param endpoints one for all wings, or one for each; closed at the end
     */
    static Weighing of(List<Wing> wings, int counters, List<? extends Endpoint> endpoints) {
        try {
            int small = counters * PERCENT_SMALL / 100;
            hold(wings, endpoints, small);
            long smallBytes = bytes(endpoints);
            double seconds = hold(wings, endpoints, counters);
            long largeBytes = bytes(endpoints);
            Wing.together(wings, wing -> wing.squad().ask("release"));
            return new Weighing(counters - small, smallBytes, largeBytes, seconds);
        } finally {
            endpoints.forEach(Endpoint::close);
        }
    }

    private static double hold(List<Wing> wings, List<? extends Endpoint> endpoints, int count) {
        List<JsonNode> held =
                Wing.together(
                        wings,
                        wing -> {
                            int port = endpoints.get(wing.number() % endpoints.size()).port();
                            return wing.squad().ask("hold", wing.shareOf(count, wings), port);
                        });
        return held.stream().mapToDouble(each -> each.path("seconds").asDouble()).max().orElse(0);
    }

    private static long bytes(List<? extends Endpoint> endpoints) {
        return endpoints.stream().mapToLong(Endpoint::residentBytes).sum();
    }

    Trials.Held held() {
        return new Trials.Held((largeBytes - smallBytes) / (double) more, more / seconds);
    }
}
