package org.assistcounter.fleet.link;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.sync.Topics;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How much one counter may say: a good one is far below, and one that floods must not take the
 * server from the others. Greetings are dearer than batches, since a counter greets once a
 * connection, and so is a batch that is known already. A connection that is made anew begins with
 * no more than was left.
 */
@Component
public class MessageLimit {

    private static final double MESSAGES_A_SECOND = 40;
    private static final double MESSAGES_AT_ONCE = 200;
    private static final double GREETING_COSTS = 20;

    /** Four batches may come again after a connection was lost. */
    private static final double AGAIN_COSTS = 10;

    /** Buckets of counters that were silent are full, and are forgotten from here on. */
    private static final int BUCKETS_MAX = 100_000;

    private static final double MILLIS_A_SECOND = 1_000;

    private final Clock clock;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    MessageLimit(Clock clock) {
        this.clock = clock;
    }

    /** Takes what the message costs; false when that is more than is left. */
    public boolean admits(String clientId, String topic) {
        double cost = topic.contains("/" + Topics.HELLO + "/") ? GREETING_COSTS : 1;
        long now = clock.millis();
        if (buckets.size() >= BUCKETS_MAX) {
            buckets.values().removeIf(bucket -> bucket.at(now).left() >= MESSAGES_AT_ONCE);
        }
        boolean[] isAdmitted = new boolean[1];
        buckets.compute(
                clientId,
                (_, known) -> {
                    Bucket before = at(known, now);
                    isAdmitted[0] = before.left() >= cost;
                    return isAdmitted[0] ? new Bucket(before.left() - cost, now) : before;
                });
        return isAdmitted[0];
    }

    /** What it said was known already, and cost a transaction all the same. */
    public void saidAgain(CounterId counter) {
        long now = clock.millis();
        buckets.compute(
                counter.hex(),
                (_, known) -> new Bucket(Math.max(0, at(known, now).left() - AGAIN_COSTS), now));
    }

    private static Bucket at(@Nullable Bucket known, long nowMillis) {
        return known == null ? new Bucket(MESSAGES_AT_ONCE, nowMillis) : known.at(nowMillis);
    }

    /** What may be said at that moment without waiting. */
    private record Bucket(double left, long atMillis) {

        Bucket at(long nowMillis) {
            double more = Math.max(0, nowMillis - atMillis) / MILLIS_A_SECOND * MESSAGES_A_SECOND;
            return new Bucket(Math.min(MESSAGES_AT_ONCE, left + more), nowMillis);
        }
    }
}
