package org.assistcounter.counter.sale;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps a broken device from filling the journal: a source is heard once in a while, each by
 * itself, so that a noisy one does not hide another.
 *
 * @param silentUntilMillis until when each source is not heard again
 */
public record FaultLimits(Map<String, Long> silentUntilMillis) {
    private static final int SOURCES_MAX = 16;

    /** Nobody has said anything yet. */
    public static final FaultLimits NONE = new FaultLimits(Map.of());

    public FaultLimits {
        silentUntilMillis = Map.copyOf(silentUntilMillis);
    }

    /** A source too many is not heard before another one's time is over. */
    boolean hears(String source, long nowMillis) {
        Long until = silentUntilMillis.get(source);
        return until == null ? silent(nowMillis).size() < SOURCES_MAX : nowMillis >= until;
    }

    FaultLimits heard(String source, long nowMillis) {
        Map<String, Long> next = silent(nowMillis);
        next.put(source, nowMillis + Limits.FAULT_EVERY);
        return new FaultLimits(next);
    }

    private Map<String, Long> silent(long nowMillis) {
        Map<String, Long> silent = new HashMap<>(silentUntilMillis);
        silent.values().removeIf(until -> nowMillis >= until);
        return silent;
    }
}
