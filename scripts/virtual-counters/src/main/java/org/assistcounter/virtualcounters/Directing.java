package org.assistcounter.virtualcounters;

import java.util.Map;
import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a price that is changed everywhere asks of counters, beside the same bytes bare.
 *
 * @param before by which revision each sold
 */
record Directing(Run run, Map<CounterId, Long> before) {
    private static final long SECONDS_MAX = 300;

    /** Returns when all sell by something newer. */
    void follow() {
        Standing last =
                run.await(
                        "selling by it",
                        SECONDS_MAX,
                        now -> run.province().sellingAbove(before) == now.counters());
        long newer = run.province().sellingAbove(before);
        if (newer < last.counters()) {
            throw new LoadFailed(newer + " of " + last.counters() + " sell by it");
        }
    }

    /**
     * Nobody but the fleet may publish to a counter, so the same bytes go the other way over the
     * same connections and broker, on a topic that the fleet passes over.
     */
    void echo(ObjectNode said) {
        run.province().onEach(loop -> loop.meters().restartLatencies());
        long begin = System.nanoTime();
        run.province()
                .forEach(counter -> {
                    SignedState state = counter.desired().inForce();
                    if (state != null) {
                        counter.publish(Topics.GONE, state.bytes());
                    }
                });
        run.await("bare", SECONDS_MAX, now -> now.meters().takenMessages() >= now.counters());
        said.put("seconds", run.took("the same bytes bare", begin));
    }
}
