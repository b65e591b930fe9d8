package org.assistcounter.virtualcounters;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What one event loop has seen; summed up over the loops for the result. */
final class Meters {
    private static final long NANOS_MAX = 3_600_000_000_000L;
    private static final int DIGITS = 2;
    private static final int REFUSED = 0x80;

    private final Histogram latencyNanos = new Histogram(NANOS_MAX, DIGITS);
    private final Histogram roundTripNanos = new Histogram(NANOS_MAX, DIGITS);
    private final Map<String, Long> ends = new TreeMap<>();
    private final Map<String, Long> doubts = new TreeMap<>();
    private long connects;
    private long acknowledged;
    private long notTaken;
    private long taken;

    /** A record is signed for by the fleet, so long after it was written. */
    void acknowledged(long records, long nanos) {
        acknowledged += records;
        latencyNanos.recordValueWithCount(Math.clamp(nanos, 0, NANOS_MAX), records);
    }

    /** The broker has said that it is done with a message, or that it refuses it. */
    void acknowledgedWith(int reasonCode) {
        if (reasonCode >= REFUSED) {
            notTaken++;
        } else {
            taken++;
        }
    }

    /** The broker has answered a ping. */
    void roundTrip(long nanos) {
        roundTripNanos.recordValue(Math.clamp(nanos, 0, NANOS_MAX));
    }

    void connected() {
        connects++;
    }

    /** A connection has ended or was not made. */
    void ended(String why) {
        ends.merge(why, 1L, Long::sum);
    }

    /** Something was not believed, on either side. */
    void doubted(String what) {
        doubts.merge(what, 1L, Long::sum);
    }

    void add(Meters more) {
        latencyNanos.add(more.latencyNanos);
        roundTripNanos.add(more.roundTripNanos);
        more.ends.forEach((why, count) -> ends.merge(why, count, Long::sum));
        more.doubts.forEach((what, count) -> doubts.merge(what, count, Long::sum));
        connects += more.connects;
        acknowledged += more.acknowledged;
        notTaken += more.notTaken;
        taken += more.taken;
    }

    /** Forgets the latencies, as after warming up. */
    void restartLatencies() {
        latencyNanos.reset();
        roundTripNanos.reset();
        taken = 0;
    }

    /** Messages that the broker has, since it was last restarted. */
    long takenMessages() {
        return taken;
    }

    /** From a ping to its answer. */
    double roundTripMillis(double percentile) {
        return roundTripNanos.getValueAtPercentile(percentile) / 1e6;
    }

    /** From a record on disk to the fleet's signature that was checked. */
    double latencyMillis(double percentile) {
        return latencyNanos.getValueAtPercentile(percentile) / 1e6;
    }

    long connects() {
        return connects;
    }

    /** Records that the fleet has signed for. */
    long acknowledgedRecords() {
        return acknowledged;
    }

    /** Messages that the broker refused. */
    long notTakenMessages() {
        return notTaken;
    }

    /** Connections that have ended or were not made. */
    long endsInAll() {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Long> ends() {
        return ends;
    }

    Map<String, Long> doubts() {
        return doubts;
    }
}
