package org.assistcounter.virtualcounters;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.assistcounter.counter.link.Brokers;
import org.assistcounter.counter.link.ConnectBackoff;

/**
 * Where a counter connects, and how long it waits before it tries again: as the agent's connection
 * does.
 */
final class Way {
    private final Brokers<InetSocketAddress> brokers;
    private final ConnectBackoff backoff;
    private boolean isOpen;
    private long beginNanos;

    Way(Card card, List<InetSocketAddress> all) {
        this.brokers = new Brokers<>(all, card.id());
        this.backoff = new ConnectBackoff(new SplittableRandom(card.stamp()));
    }

    InetSocketAddress next() {
        beginNanos = System.nanoTime();
        return brokers.next();
    }

    void opened() {
        isOpen = true;
        backoff.reached();
        brokers.reached();
    }

    /** The connection has ended or was not made; so long it waits. */
    long goneMillis(long spreadMillis) {
        if (isOpen) {
            isOpen = false;
            return backoff.endedMillis(spreadMillis);
        }
        brokers.failed();
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beginNanos);
        return backoff.failedMillis(spreadMillis, took);
    }
}
