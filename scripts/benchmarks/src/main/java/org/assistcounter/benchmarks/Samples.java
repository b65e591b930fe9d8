package org.assistcounter.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Durations, and the ones that people ask for. */
final class Samples {
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final List<Long> nanos = new ArrayList<>();

    void add(long durationNanos) {
        nanos.add(durationNanos);
    }

    int count() {
        return nanos.size();
    }

    /** The smallest duration that so many percent of all do not exceed. */
    double percentileMillis(int percent) {
        if (nanos.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(1, rank) - 1) / NANOS_PER_MILLI;
    }

    double perSecond() {
        long sum = nanos.stream().mapToLong(Long::longValue).sum();
        return nanos.size() * 1_000 * NANOS_PER_MILLI / sum;
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "p50 %7.3f ms   p95 %7.3f ms   p99 %7.3f ms   max %7.3f ms   (%d)",
                percentileMillis(50),
                percentileMillis(95),
                percentileMillis(99),
                percentileMillis(100),
                count());
    }
}
