package org.assistcounter.virtualcounters;

import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A price that is changed everywhere, by the address that the page uses. */
record PriceRise(FleetWeb web) {
    private static final long SECONDS_MAX = 300;
    private static final int LOOK_MILLIS = 50;

    /** Above the list price, and below the highest that a counter takes. */
    private static final int RAISED_MINOR = 10;

    void order() {
        Goods goods = Goods.SHELF.getFirst();
        web.post(
                "/directives/changes",
                JsonMapper.shared()
                        .createObjectNode()
                        .put("product", goods.product())
                        .put("priceMinor", goods.priceMinor() + RAISED_MINOR));
    }

    /** Returns when so many have reported that they sell by it. */
    void awaitReported(int counters) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        long reported = web.inForce();
        while (reported < counters) {
            if (System.nanoTime() > until) {
                throw new LoadFailed(reported + " of " + counters + " have reported it");
            }
            pause();
            reported = web.inForce();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }
}
