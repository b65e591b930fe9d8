package org.assistcounter.simulators.climate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.climate.ClimateBytes;
import org.assistcounter.devices.climate.ClimateOutputs;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.devices.line.Shown;

/**
 * The other end of a cooled compartment's line: a {@link SimulatedColdCabinet} whose thermometer
 * says its text every five seconds, and which switches everything off when it hears nothing for
 * seven.
 *
 * <p>Fault model: that of the cabinet, and a line of text that is spoilt.
 */
public final class SimulatedCompartment implements LineDriver<ClimateTrick, ClimateSnapshot> {

    private static final long SAY_MILLIS = 5_000;
    private static final long LET_GO_MILLIS = 7_000;
    private static final long STEP_MILLIS = 2_000;
    private static final int WARM_MILLI = 5_000;

    /** Which thermometer measures its air. */
    public enum Probe {
        DS18B20,
        SHT3X
    }

    private final SimulatedColdCabinet cabinet = new SimulatedColdCabinet();
    private final Probe probe;
    private final List<byte[]> sends = new ArrayList<>();
    private final Shown<ClimateSnapshot> shown = new Shown<>();
    private ClimateOutputs outputs = ClimateOutputs.OFF;
    private boolean isConnected;
    private boolean spoilNext;
    private long livedUntil;
    private long heardAt;
    private long sayAt = Long.MAX_VALUE;
    private long powerBackAt = Long.MIN_VALUE;
    private long warmSince = Long.MAX_VALUE;

    public SimulatedCompartment(Probe probe) {
        this.probe = probe;
    }

    @Override
    public LineOutput<ClimateSnapshot> opened(long nowMillis) {
        isConnected = true;
        heardAt = nowMillis;
        sayAt = nowMillis;
        return output(nowMillis);
    }

    @Override
    public LineOutput<ClimateSnapshot> closed(long nowMillis) {
        isConnected = false;
        sayAt = Long.MAX_VALUE;
        return output(nowMillis);
    }

    @Override
    public LineOutput<ClimateSnapshot> received(byte[] bytes, long nowMillis) {
        live(nowMillis);
        for (byte value : bytes) {
            ClimateBytes.outputs(value)
                    .ifPresent(told -> {
                        heardAt = nowMillis;
                        outputs = told;
                    });
        }
        return output(nowMillis);
    }

    @Override
    public LineOutput<ClimateSnapshot> commanded(ClimateTrick trick, long nowMillis) {
        live(nowMillis);
        switch (trick) {
            case ClimateTrick.SetSensor(SimulatedColdCabinet.Sensor sensor) ->
                    cabinet.sensor(sensor);
            case ClimateTrick.BreakCompressor(boolean broken) -> cabinet.compressorBroken(broken);
            case ClimateTrick.Door(boolean open) -> cabinet.door(open);
            case ClimateTrick.PowerBlip(long millis) -> powerBackAt = nowMillis + millis;
            case ClimateTrick.SetAir(int milli) -> cabinet.air(milli);
            case ClimateTrick.SpoilNext() -> spoilNext = true;
        }
        return output(nowMillis);
    }

    @Override
    public LineOutput<ClimateSnapshot> elapsed(long nowMillis) {
        return output(nowMillis);
    }

    @Override
    public long deadlineMillis() {
        return sayAt;
    }

    /** The model goes in short steps, so that a long silence is as warm as many short ones. */
    private void live(long now) {
        while (livedUntil < now) {
            long step = Math.min(STEP_MILLIS, now - livedUntil);
            livedUntil += step;
            boolean isOff = livedUntil < powerBackAt || livedUntil - heardAt > LET_GO_MILLIS;
            ClimateOutputs real = isOff ? ClimateOutputs.OFF : outputs;
            cabinet.switched(real, livedUntil);
            cabinet.passed(step, real);
            boolean isWarm = cabinet.airMilli() > WARM_MILLI;
            warmSince = isWarm ? Math.min(warmSince, livedUntil) : Long.MAX_VALUE;
        }
    }

    private void say(long now) {
        if (!isConnected || now < sayAt) {
            return;
        }
        sayAt = now + SAY_MILLIS;
        if (now >= powerBackAt) {
            String text =
                    switch (probe) {
                        case DS18B20 -> ClimateBytes.ofKernel("air1", cabinet.sensorText());
                        case SHT3X -> ClimateBytes.ofSht3x("air1", cabinet.sht3xHex());
                    };
            sends.add(
                    (spoilNext ? "#" + text.substring(1) : text)
                            .getBytes(StandardCharsets.US_ASCII));
            spoilNext = false;
        }
    }

    private LineOutput<ClimateSnapshot> output(long now) {
        live(now);
        say(now);
        var snapshot = new ClimateSnapshot(cabinet.airMilli(), outputs, warmSince, isConnected);
        return shown.drained(sends, snapshot);
    }
}
