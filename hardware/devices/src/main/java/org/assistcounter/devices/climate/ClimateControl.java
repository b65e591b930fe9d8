package org.assistcounter.devices.climate;

import java.util.OptionalInt;
import org.assistcounter.devices.climate.ClimateState.Phase;

/**
 * A cooled cabinet's control, a function of state, input and time. COOLING: on from set point plus
 * hysteresis, off at the set point; without a sensor 6 of 10 minutes on. Every eight hours
 * DEFROSTING, until the evaporator is warm or the time is over, then DRIPPING two minutes, COOLING
 * again. Whatever asks for the compressor, it rests its minimum and keeps the distance of its
 * starts. An open door stops it, but not for longer than its limit.
 */
public final class ClimateControl {

    private static final long DRIP_MILLIS = 120_000;
    private static final long DUTY_MILLIS = 600_000;
    private static final long DUTY_ON_MILLIS = 360_000;
    private static final int EVAPORATOR_WARM_MILLI = 8_000;

    private final ClimateSettings settings;

    public ClimateControl(ClimateSettings settings) {
        this.settings = settings;
    }

    /** One step; to be done at least every few seconds. */
    public ClimateState step(ClimateState state, ClimateInput input, long nowMillis) {
        ClimateState next = phase(door(state, input, nowMillis), input, nowMillis);
        boolean isWanted =
                next.phase() == Phase.COOLING
                        && !isHeldByDoor(next, nowMillis)
                        && isCoolingWanted(next, input, nowMillis);
        boolean isOn = isWanted && (next.isCompressorOn() || mayStart(next, nowMillis));
        return next.compressor(isOn, nowMillis);
    }

    private static ClimateState door(ClimateState state, ClimateInput input, long now) {
        boolean wasOpen = state.doorOpenSince() != Long.MAX_VALUE;
        if (input.isDoorOpen() == wasOpen) {
            return state;
        }
        return state.doorOpenSince(input.isDoorOpen() ? now : Long.MAX_VALUE);
    }

    private ClimateState phase(ClimateState state, ClimateInput input, long now) {
        long passed = now - state.phaseSince();
        return switch (state.phase()) {
            case COOLING ->
                    passed >= settings.defrostEveryMillis()
                            ? state.in(Phase.DEFROSTING, now)
                            : state;
            case DEFROSTING -> {
                boolean isFree =
                        input.evaporatorMilli().orElse(Integer.MIN_VALUE) >= EVAPORATOR_WARM_MILLI;
                yield isFree || passed >= settings.defrostMillis()
                        ? state.in(Phase.DRIPPING, now)
                        : state;
            }
            case DRIPPING -> passed >= DRIP_MILLIS ? state.in(Phase.COOLING, now) : state;
        };
    }

    private boolean isHeldByDoor(ClimateState state, long now) {
        long since = state.doorOpenSince();
        return since != Long.MAX_VALUE && now - since < settings.doorMillis();
    }

    private boolean isCoolingWanted(ClimateState state, ClimateInput input, long now) {
        OptionalInt air = input.airMilli();
        if (air.isEmpty()) {
            return Math.floorMod(now, DUTY_MILLIS) < DUTY_ON_MILLIS;
        }
        int from = settings.setPointMilli();
        int startsAt = from + settings.hysteresisMilli();
        return air.getAsInt() >= startsAt || (state.isCompressorOn() && air.getAsInt() > from);
    }

    private boolean mayStart(ClimateState state, long now) {
        return now - state.stoppedAt() >= settings.offMillis()
                && now - state.startedAt() >= settings.betweenStartsMillis();
    }
}
