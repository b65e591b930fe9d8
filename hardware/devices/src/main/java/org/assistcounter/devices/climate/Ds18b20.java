package org.assistcounter.devices.climate;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DS18B20's scratchpad (data sheet: 9 bytes, CRC-8 x8+x5+x4+1 over the first 8), also as the
 * kernel's {@code w1_slave} shows it. 85.0 is what it says before its first conversion: a real 85
 * does not occur in a cabinet, so it is refused always.
 */
public final class Ds18b20 {

    private static final Pattern TEXT =
            Pattern.compile("((?:[0-9a-f]{2} ){9}): crc=[0-9a-f]{2} (YES|NO)\\R.*", Pattern.DOTALL);
    private static final int BYTES = 9;
    private static final int CRC_POLYNOMIAL = 0x8C;
    private static final int POWER_ON_RAW = 0x0550;
    private static final int LOWEST_MILLI = -55_000;
    private static final int HIGHEST_MILLI = 125_000;

    private Ds18b20() {}

    /** Reads the two lines of the kernel's file. */
    public static SensorReading ofText(String text) {
        Matcher lines = TEXT.matcher(text);
        if (!lines.matches()) {
            return new SensorReading.Unusable(SensorFault.WRONG_FORM);
        }
        if (lines.group(2).equals("NO")) {
            return new SensorReading.Unusable(SensorFault.WRONG_CRC);
        }
        return ofScratchpad(HexFormat.ofDelimiter(" ").parseHex(lines.group(1).strip()));
    }

    /** Reads a scratchpad. The CRC is computed again: the kernel's word for it may be old. */
    public static SensorReading ofScratchpad(byte[] bytes) {
        if (bytes.length != BYTES) {
            return new SensorReading.Unusable(SensorFault.WRONG_FORM);
        }
        if (isAll(bytes, 0x00) || isAll(bytes, 0xFF)) {
            return new SensorReading.Unusable(SensorFault.SHORTED);
        }
        if (crc(bytes, BYTES - 1) != Byte.toUnsignedInt(bytes[BYTES - 1])) {
            return new SensorReading.Unusable(SensorFault.WRONG_CRC);
        }
        int raw = bytes[1] << 8 | Byte.toUnsignedInt(bytes[0]);
        if (raw == POWER_ON_RAW) {
            return new SensorReading.Unusable(SensorFault.POWER_ON_VALUE);
        }
        int milli = raw * 1_000 / 16;
        return milli < LOWEST_MILLI || milli > HIGHEST_MILLI
                ? new SensorReading.Unusable(SensorFault.OUT_OF_RANGE)
                : new SensorReading.Measured(milli);
    }

    /** The check of the first bytes. */
    public static int crc(byte[] bytes, int count) {
        int crc = 0;
        for (int i = 0; i < count; i++) {
            crc ^= Byte.toUnsignedInt(bytes[i]);
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ CRC_POLYNOMIAL;
            }
        }
        return crc;
    }

    private static boolean isAll(byte[] bytes, int value) {
        byte[] same = new byte[bytes.length];
        Arrays.fill(same, (byte) value);
        return Arrays.equals(bytes, same);
    }
}
