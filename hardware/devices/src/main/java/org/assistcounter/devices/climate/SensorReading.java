package org.assistcounter.devices.climate;

import java.util.OptionalInt;

/** What a temperature sensor gave. */
public sealed interface SensorReading {

    /** A temperature in thousandths of a degree Celsius. */
    record Measured(int milliCelsius) implements SensorReading {}

    /** A temperature, and the relative humidity in thousandths. */
    record MeasuredAir(int milliCelsius, int humidityPermille) implements SensorReading {}

    /** No measurement, and why. */
    record Unusable(SensorFault fault) implements SensorReading {}

    /** The temperature if there is one. */
    default OptionalInt temperature() {
        return switch (this) {
            case Measured(int milliCelsius) -> OptionalInt.of(milliCelsius);
            case MeasuredAir(int milliCelsius, int ignored) -> OptionalInt.of(milliCelsius);
            case Unusable ignored -> OptionalInt.empty();
        };
    }
}
