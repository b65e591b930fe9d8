package org.assistcounter.protocol.journal;

/**
 * What the counter's clocks said. Order is the sequence number, durations are the monotonic clock;
 * wall time is a claim with a quality.
 *
 * @param monotonicMillis since the agent started
 * @param wallMillis Unix time as the counter believes it
 * @param errorMillis how far wrong the wall time may be
 */
public record ClockReading(
        long monotonicMillis, long wallMillis, ClockQuality quality, long errorMillis) {

    /** Where the wall time comes from, with its byte in the header. */
    public enum ClockQuality {
        NONE(0),
        BATTERY_CLOCK(1),
        NETWORK(2),
        FLEET(3);

        private final int number;

        ClockQuality(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }
}
