package org.assistcounter.virtualcounters;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.SplittableRandom;
import org.assistcounter.counter.link.Brokers;

/**
 * Where a counter connects, and how long it waits before it tries again: as the agent's connection
 * does.
 */
final class Way {
    private static final long MIN_MILLIS = 500;
    private static final long MAX_MILLIS = 30_000;

    private final Brokers<InetSocketAddress> brokers;
    private final SplittableRandom random;
    private long millis = MIN_MILLIS;
    private boolean isOpen;

    Way(Card card, List<InetSocketAddress> all) {
        this.brokers = new Brokers<>(all, card.id());
        this.random = new SplittableRandom(card.stamp());
    }

    InetSocketAddress next() {
        return brokers.next();
    }

    void opened() {
        isOpen = true;
        millis = MIN_MILLIS;
        brokers.reached();
    }

    /** The connection has ended or was not made; so long it waits. */
    long goneMillis() {
        if (!isOpen) {
            brokers.failed();
        }
        isOpen = false;
        long next = random.nextLong(millis);
        millis = Math.min(MAX_MILLIS, millis * 2);
        return next;
    }
}
