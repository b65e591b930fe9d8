package org.assistcounter.simulators.climate;

import java.util.HexFormat;
import org.assistcounter.devices.climate.ClimateOutputs;
import org.assistcounter.devices.climate.Ds18b20;
import org.assistcounter.devices.climate.SensorFault;
import org.assistcounter.devices.climate.SensorReading;
import org.assistcounter.simulators.climate.SimulatedCompartment.Probe;

/**
 * A cabinet in a warm room with a simple heat model: air follows the room, slowly, quickly with the
 * door open, and is cooled by a compressor or warmed by a defrost. It keeps its own book of the
 * compressor, from what was switched, for tests to judge.
 *
 * <p>Fault model. The sensor: unplugged, at its power-on value, stuck, its answer with a wrong CRC.
 * The machine: a compressor that does not cool; power gone, which stops everything at once.
 */
public final class SimulatedColdCabinet {

    private static final double ROOM = 28.0;
    private static final double LEAK_PER_HOUR = 0.35;
    private static final double DOOR_PER_HOUR = 6.0;
    private static final double COOLING_PER_HOUR = 40.0;
    private static final double DEFROST_PER_HOUR = 10.0;
    private static final double HOUR = 3_600_000.0;
    private static final long NEVER = Long.MIN_VALUE / 2;

    /** What the sensor does. */
    public enum Sensor {
        WELL,
        UNPLUGGED,
        POWER_ON_VALUE,
        STUCK,
        SPOILT
    }

    private double air = ROOM;
    private double stuckAt = ROOM;
    private Sensor sensor = Sensor.WELL;
    private boolean isDoorOpen;
    private boolean isCompressorBroken;
    private boolean isOn;
    private long onSince = NEVER;
    private long offSince = NEVER;
    private long shortestOffMillis = Long.MAX_VALUE;
    private long shortestBetweenStartsMillis = Long.MAX_VALUE;
    private long starts;

    /** Another one that stands as this one does now. */
    public SimulatedColdCabinet copy() {
        SimulatedColdCabinet copy = new SimulatedColdCabinet();
        copy.air = air;
        copy.stuckAt = stuckAt;
        copy.sensor = sensor;
        copy.isDoorOpen = isDoorOpen;
        copy.isCompressorBroken = isCompressorBroken;
        copy.isOn = isOn;
        copy.onSince = onSince;
        copy.offSince = offSince;
        copy.shortestOffMillis = shortestOffMillis;
        copy.shortestBetweenStartsMillis = shortestBetweenStartsMillis;
        copy.starts = starts;
        return copy;
    }

    /** What is switched, at a moment. */
    public void switched(ClimateOutputs outputs, long nowMillis) {
        compressor(outputs.isCompressorOn(), nowMillis);
    }

    /** Power goes at a moment. */
    public void powerGone(long nowMillis) {
        compressor(false, nowMillis);
    }

    /** Time passes with what is switched. */
    public void passed(long millis, ClimateOutputs outputs) {
        double rate = (ROOM - air) * (isDoorOpen ? DOOR_PER_HOUR : LEAK_PER_HOUR);
        if (isOn && !isCompressorBroken) {
            rate -= COOLING_PER_HOUR;
        }
        if (outputs.isHeaterOn()) {
            rate += DEFROST_PER_HOUR;
        }
        air += rate * millis / HOUR;
    }

    /** The air is brought to a temperature at once. */
    public void air(int milli) {
        air = milli / 1_000.0;
    }

    /** Somebody opens or closes the door. */
    public void door(boolean open) {
        isDoorOpen = open;
    }

    /** The sensor fails or is well again. */
    public void sensor(Sensor next) {
        stuckAt = air;
        sensor = next;
    }

    /** The compressor runs without cooling, or cools again. */
    public void compressorBroken(boolean broken) {
        isCompressorBroken = broken;
    }

    /** The kernel's text of a DS18B20. */
    public String sensorText() {
        return switch (sensor) {
            case WELL -> text(sixteenths(air), "YES");
            case STUCK -> text(sixteenths(stuckAt), "YES");
            case UNPLUGGED -> "";
            case POWER_ON_VALUE -> text(0x0550, "YES");
            case SPOILT -> text(sixteenths(air), "NO");
        };
    }

    /** The answer of an SHT3x, in hexadecimal digits; it has no power-on value. */
    public String sht3xHex() {
        return switch (sensor) {
            case WELL, POWER_ON_VALUE -> Sht3xAnswer.hex(air);
            case STUCK -> Sht3xAnswer.hex(stuckAt);
            case UNPLUGGED -> "";
            case SPOILT -> Sht3xAnswer.spoilt(air);
        };
    }

    /** What a driver reads from the words of a thermometer of this kind, without the words. */
    public SensorReading reading(Probe probe) {
        return switch (sensor) {
            case WELL -> measured(air, probe);
            case STUCK -> measured(stuckAt, probe);
            case UNPLUGGED -> new SensorReading.Unusable(SensorFault.WRONG_FORM);
            case SPOILT -> new SensorReading.Unusable(SensorFault.WRONG_CRC);
            case POWER_ON_VALUE ->
                    probe == Probe.DS18B20
                            ? new SensorReading.Unusable(SensorFault.POWER_ON_VALUE)
                            : measured(air, probe);
        };
    }

    private static SensorReading measured(double celsius, Probe probe) {
        return switch (probe) {
            case DS18B20 -> new SensorReading.Measured(sixteenths(celsius) * 1_000 / 16);
            case SHT3X -> Sht3xAnswer.reading(celsius);
        };
    }

    private static int sixteenths(double celsius) {
        return (int) Math.round(celsius * 16);
    }

    /** The true temperature of the air. */
    public int airMilli() {
        return (int) Math.round(air * 1_000);
    }

    public boolean isDoorOpen() {
        return isDoorOpen;
    }

    public boolean isCompressorOn() {
        return isOn;
    }

    /** How often it started. */
    public long starts() {
        return starts;
    }

    /** The shortest rest between a stop and a start. */
    public long shortestOffMillis() {
        return shortestOffMillis;
    }

    /** The shortest time from a start to the next. */
    public long shortestBetweenStartsMillis() {
        return shortestBetweenStartsMillis;
    }

    private void compressor(boolean on, long now) {
        if (on && !isOn) {
            shortestOffMillis = Math.min(shortestOffMillis, now - offSince);
            shortestBetweenStartsMillis = Math.min(shortestBetweenStartsMillis, now - onSince);
            onSince = now;
            starts++;
        }
        if (!on && isOn) {
            offSince = now;
        }
        isOn = on;
    }

    private static String text(int raw, String crcWord) {
        byte[] bytes = {
            (byte) raw, (byte) (raw >> 8), 0x4B, 0x46, 0x7F, (byte) 0xFF, 0x0C, 0x10, 0
        };
        bytes[8] = (byte) Ds18b20.crc(bytes, 8);
        String hex = HexFormat.ofDelimiter(" ").formatHex(bytes);
        String check = HexFormat.of().toHexDigits(bytes[8]);
        return "%s : crc=%s %s%n%s t=%d%n".formatted(hex, check, crcWord, hex, raw * 1_000 / 16);
    }
}
