package org.assistcounter.virtualcounters;

import org.assistcounter.protocol.desired.SignedState;
import org.assistcounter.protocol.sync.Topics;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a price that is changed everywhere asks of a fleet, beside the same bytes bare. */
record Directing(Run run) {
    private static final long SECONDS_MAX = 300;

    /** Above the list price, and below the highest that a counter takes. */
    private static final int RAISED_MINOR = 10;

    /** Changes a price, and waits until all sell by it and the fleet has heard so. */
    void direct(ObjectNode said) {
        Goods goods = Goods.SHELF.getFirst();
        var before = run.province().revisions();
        long begin = System.nanoTime();
        run.web()
                .post(
                        "/directives/changes",
                        JsonMapper.shared()
                                .createObjectNode()
                                .put("product", goods.product())
                                .put("priceMinor", goods.priceMinor() + RAISED_MINOR));
        said.put("orderedSeconds", run.took("wanted of all", begin));
        run.await(
                "selling by it",
                SECONDS_MAX,
                now -> run.province().sellingAbove(before) == now.counters());
        said.put("appliedSeconds", run.took("all sell by it", begin));
        run.await("reported", SECONDS_MAX, now -> run.web().inForce() >= now.counters());
        said.put("reportedSeconds", run.took("all have reported", begin));
        long inForce = run.web().inForce();
        if (inForce < before.size()) {
            throw new LoadFailed(inForce + " of " + before.size() + " have reported it");
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
