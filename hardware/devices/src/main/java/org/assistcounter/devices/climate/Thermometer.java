package org.assistcounter.devices.climate;

import java.util.OptionalInt;

/**
 * One thermometer over time. What it said counts while it is fresh, and only as long as it moves: a
 * compressor that goes on and off moves every true reading within the hour.
 *
 * @param sameSinceMillis since when it has given this very temperature
 */
record Thermometer(SensorReading reading, long heardAtMillis, long sameSinceMillis) {

    private static final long FRESH_MILLIS = 20_000;
    private static final long STUCK_MILLIS = 3_600_000;

    static Thermometer heard(SensorReading reading, long now) {
        return new Thermometer(reading, now, now);
    }

    Thermometer next(SensorReading said, long now) {
        boolean isSame = said.temperature().equals(reading.temperature());
        return new Thermometer(said, now, isSame ? sameSinceMillis : now);
    }

    /** Empty when nothing counts. */
    OptionalInt milli(long now) {
        return fault(now).isEmpty() ? reading.temperature() : OptionalInt.empty();
    }

    /** Why nothing counts, in words; empty when it does. */
    String fault(long now) {
        if (now - heardAtMillis > FRESH_MILLIS) {
            return "silent";
        }
        if (reading instanceof SensorReading.Unusable(SensorFault fault)) {
            return fault.words();
        }
        return now - sameSinceMillis >= STUCK_MILLIS ? "stuck at one temperature" : "";
    }
}
