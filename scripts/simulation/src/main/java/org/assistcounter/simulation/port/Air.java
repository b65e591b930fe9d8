package org.assistcounter.simulation.port;

import java.util.OptionalInt;
import org.assistcounter.devices.climate.ClimateControl;
import org.assistcounter.devices.climate.ClimateEvent;
import org.assistcounter.devices.climate.ClimateInput;
import org.assistcounter.devices.climate.ClimateOutputs;
import org.assistcounter.devices.climate.ClimateSettings;
import org.assistcounter.devices.climate.ClimateState;
import org.assistcounter.devices.climate.SensorReading;
import org.assistcounter.simulators.climate.SimulatedColdCabinet;
import org.assistcounter.simulators.climate.SimulatedCompartment.Probe;
import org.jspecify.annotations.Nullable;

/**
 * A cooled compartment and, while a line is open, the shipped control on it, from one report to the
 * next. It can be copied, so that the future can be looked at. What the other end hears nothing of
 * for seven seconds is off.
 */
final class Air {
    private static final long REPORT_MILLIS = 5_000;
    private static final long LET_GO_MILLIS = 7_000;
    private static final long STEP_MILLIS = 2_000;
    private static final long FRESH_MILLIS = 20_000;
    private static final long STUCK_MILLIS = 3_600_000;
    private static final int WARM_MILLI = 5_000;
    private static final ClimateControl CONTROL = new ClimateControl(ClimateSettings.USUAL);

    private final SimulatedColdCabinet cabinet;
    private final Probe probe;
    private final @Nullable Bystander bystander;
    private ClimateState control = ClimateState.powerOn(0);
    private ClimateOutputs outputs = ClimateOutputs.OFF;
    private @Nullable SensorReading said;
    private @Nullable SensorReading heard;
    private long heardMillis;
    private long sameSinceMillis;
    private long reportMillis = Long.MAX_VALUE;
    private long livedUntilMillis;
    private long heldUntilMillis = Long.MAX_VALUE;
    private long powerBackMillis = Long.MIN_VALUE;
    private boolean isWarm;
    private boolean isDoorOpen;

    /**
     * @param bystander feels when it becomes too warm, or is no longer
     */
    Air(Probe probe, Bystander bystander) {
        this(new SimulatedColdCabinet(), probe, bystander);
    }

    private Air(SimulatedColdCabinet cabinet, Probe probe, @Nullable Bystander bystander) {
        this.cabinet = cabinet;
        this.probe = probe;
        this.bystander = bystander;
    }

    /** Of a future nobody sees anything yet. */
    Air copy() {
        Air copy = new Air(cabinet.copy(), probe, null);
        copy.control = control;
        copy.outputs = outputs;
        copy.said = said;
        copy.heard = heard;
        copy.heardMillis = heardMillis;
        copy.sameSinceMillis = sameSinceMillis;
        copy.reportMillis = reportMillis;
        copy.livedUntilMillis = livedUntilMillis;
        copy.heldUntilMillis = heldUntilMillis;
        copy.powerBackMillis = powerBackMillis;
        copy.isWarm = isWarm;
        copy.isDoorOpen = isDoorOpen;
        return copy;
    }

    /** When the next report is due; Long.MAX_VALUE while nobody listens. */
    long reportMillis() {
        return reportMillis;
    }

    /** A new life has begun: its control knows nothing yet. */
    void anew(long nowMillis) {
        control = ClimateState.powerOn(nowMillis);
        heard = null;
        isDoorOpen = false;
    }

    /** What the thermometer says at once, nobody hears yet. */
    void opened(long nowMillis) {
        live(nowMillis);
        heldUntilMillis = Long.MAX_VALUE;
        reportMillis = nowMillis + REPORT_MILLIS;
        said = null;
    }

    /** What was switched on stays on for seven seconds. */
    void closed(long nowMillis) {
        live(nowMillis);
        heldUntilMillis = nowMillis + LET_GO_MILLIS;
        reportMillis = Long.MAX_VALUE;
        control =
                new ClimateState(
                        control.phase(),
                        false,
                        control.startedAt(),
                        control.isCompressorOn() ? nowMillis : control.stoppedAt(),
                        control.phaseSince(),
                        control.doorOpenSince());
    }

    void doorTold(boolean open) {
        isDoorOpen = open;
    }

    /** What somebody does to the cabinet now. */
    SimulatedColdCabinet at(long nowMillis) {
        live(nowMillis);
        return cabinet;
    }

    void powerGone(long nowMillis, long millis) {
        live(nowMillis);
        powerBackMillis = nowMillis + millis;
    }

    /** The report that is due next, with what the thermometer said before it. */
    ClimateEvent.Reported report() {
        long now = reportMillis;
        live(now);
        SensorReading latest = said;
        if (latest != null) {
            hear(latest, now - REPORT_MILLIS);
        }
        String fault = fault(now);
        SensorReading known = heard;
        OptionalInt air =
                known == null || !fault.isEmpty() ? OptionalInt.empty() : known.temperature();
        control =
                CONTROL.step(control, new ClimateInput(air, OptionalInt.empty(), isDoorOpen), now);
        outputs = ClimateOutputs.of(control);
        said = now >= powerBackMillis ? cabinet.reading(probe) : null;
        reportMillis = now + REPORT_MILLIS;
        return new ClimateEvent.Reported(air, fault, outputs);
    }

    private void hear(SensorReading reading, long now) {
        SensorReading before = heard;
        if (before == null || !before.temperature().equals(reading.temperature())) {
            sameSinceMillis = now;
        }
        heard = reading;
        heardMillis = now;
    }

    private String fault(long now) {
        return switch (heard) {
            case null -> "no thermometer has been heard";
            case SensorReading _ when now - heardMillis > FRESH_MILLIS -> "air1: silent";
            case SensorReading.Unusable unusable -> "air1: " + unusable.fault().words();
            case SensorReading _ ->
                    now - sameSinceMillis >= STUCK_MILLIS ? "air1: stuck at one temperature" : "";
        };
    }

    /** In short steps, so that a long silence is as warm as many short ones. */
    private void live(long now) {
        while (livedUntilMillis < now) {
            long step = Math.min(STEP_MILLIS, now - livedUntilMillis);
            livedUntilMillis += step;
            boolean isOff =
                    livedUntilMillis < powerBackMillis || livedUntilMillis > heldUntilMillis;
            ClimateOutputs real = isOff ? ClimateOutputs.OFF : outputs;
            cabinet.switched(real, livedUntilMillis);
            cabinet.passed(step, real);
            feel();
        }
    }

    private void feel() {
        boolean warm = cabinet.airMilli() > WARM_MILLI;
        if (warm != isWarm) {
            isWarm = warm;
            if (bystander != null) {
                bystander.felt(warm, cabinet.airMilli(), livedUntilMillis);
            }
        }
    }
}
