package org.assistcounter.virtualcounters;

import java.net.InetSocketAddress;
import java.util.List;
import org.assistcounter.counter.link.Brokers;

/**
 * Where a counter connects, and how long it waits before it tries again: as the agent's connection
 * does.
 */
final class Way {
    private static final long MIN_MILLIS = 500;
    private static final long MAX_MILLIS = 10_000;

    private final Brokers<InetSocketAddress> brokers;
    private final int jitterPercent;
    private long millis = MIN_MILLIS;
    private boolean isOpen;

    /** Waits are drawn once for a counter. */
    Way(Card card, List<InetSocketAddress> all) {
        this.brokers = new Brokers<>(all, card.id());
        this.jitterPercent = card.number() * 37 % 100;
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
        long next = millis + millis * jitterPercent / 100;
        millis = Math.min(MAX_MILLIS, millis * 2);
        return next;
    }
}
