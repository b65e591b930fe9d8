package org.assistcounter.devices.climate;

/**
 * All that the control knows, as a value; times are of one running of the program.
 *
 * @param startedAt when the compressor was started last
 * @param stoppedAt when it stopped last, or power came
 * @param phaseSince when the phase began; for cooling, the end of the last defrost
 * @param doorOpenSince Long.MAX_VALUE while it is closed
 */
public record ClimateState(
        Phase phase,
        boolean isCompressorOn,
        long startedAt,
        long stoppedAt,
        long phaseSince,
        long doorOpenSince) {

    private static final long NEVER = Long.MIN_VALUE / 2;

    /** What the cabinet is doing. */
    public enum Phase {
        COOLING,
        DEFROSTING,
        DRIPPING
    }

    /** Power has come: the compressor rests first, because it may have run until a moment ago. */
    public static ClimateState powerOn(long nowMillis) {
        return new ClimateState(Phase.COOLING, false, NEVER, nowMillis, nowMillis, Long.MAX_VALUE);
    }

    /** The defrost heater is on only in the defrost. */
    public boolean isHeaterOn() {
        return phase == Phase.DEFROSTING;
    }

    /** The fan stands still in defrost and dripping, and when a door is open. */
    public boolean isFanOn() {
        return phase == Phase.COOLING && doorOpenSince == Long.MAX_VALUE;
    }

    ClimateState in(Phase next, long now) {
        return new ClimateState(next, isCompressorOn, startedAt, stoppedAt, now, doorOpenSince);
    }

    ClimateState compressor(boolean on, long now) {
        if (on == isCompressorOn) {
            return this;
        }
        return new ClimateState(
                phase, on, on ? now : startedAt, on ? stoppedAt : now, phaseSince, doorOpenSince);
    }

    ClimateState doorOpenSince(long since) {
        return new ClimateState(phase, isCompressorOn, startedAt, stoppedAt, phaseSince, since);
    }
}
