package org.assistcounter.devices.climate;

import java.util.Optional;

/**
 * Outputs as one byte to the compartment: bit 0 compressor, 1 fan, 2 heater, bit 3 set, and the
 * high half the complement of the low half. The compartment answers with lines of text, one for a
 * thermometer: {@code air1 w1 TEXT}, {@code air2 sht3x HEX}, {@code evaporator w1 TEXT}, in which
 * TEXT is the kernel's with {@code |} for its line ends. Our own form.
 */
public final class ClimateBytes {

    /** Longer is no line of ours. */
    public static final int LINE_MAX = 200;

    private static final int COMPRESSOR = 0b0001;
    private static final int FAN = 0b0010;
    private static final int HEATER = 0b0100;
    private static final int MARK = 0b1000;
    private static final int HALF = 0b1111;
    private static final char LINE_END = '|';

    private ClimateBytes() {}

    /** The byte that a compartment is told. */
    public static byte encode(ClimateOutputs outputs) {
        int low =
                MARK
                        | (outputs.isCompressorOn() ? COMPRESSOR : 0)
                        | (outputs.isFanOn() ? FAN : 0)
                        | (outputs.isHeaterOn() ? HEATER : 0);
        return (byte) ((~low & HALF) << 4 | low);
    }

    /** The outputs of a byte; empty when it is none. */
    public static Optional<ClimateOutputs> outputs(byte value) {
        var outputs =
                new ClimateOutputs(
                        (value & COMPRESSOR) != 0, (value & FAN) != 0, (value & HEATER) != 0);
        return value == encode(outputs) ? Optional.of(outputs) : Optional.empty();
    }

    /** The line of a DS18B20, from the kernel's text; an empty text where it is not there. */
    public static String ofKernel(String name, String text) {
        return name + " w1 " + text.strip().replaceAll("\\R", String.valueOf(LINE_END)) + "\n";
    }

    /** The line of an SHT3x, from the bytes of its answer in hexadecimal digits. */
    public static String ofSht3x(String name, String hex) {
        return name + " sht3x " + hex + "\n";
    }

    static String kernelText(String said) {
        return said.replace(LINE_END, '\n') + "\n";
    }
}
