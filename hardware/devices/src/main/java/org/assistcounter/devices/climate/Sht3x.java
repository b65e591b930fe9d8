package org.assistcounter.devices.climate;

/** An SHT3x's answer to a single shot (data sheet: two words, each with CRC-8 31 from FF). */
public final class Sht3x {

    private static final int BYTES = 6;
    private static final int CRC_POLYNOMIAL = 0x31;
    private static final int CRC_START = 0xFF;
    private static final long FULL_SCALE = 65_535;

    private Sht3x() {}

    /** Reads temperature and humidity. */
    public static SensorReading decode(byte[] bytes) {
        if (bytes.length != BYTES) {
            return new SensorReading.Unusable(SensorFault.WRONG_FORM);
        }
        if (crc(bytes, 0) != Byte.toUnsignedInt(bytes[2])
                || crc(bytes, 3) != Byte.toUnsignedInt(bytes[5])) {
            return new SensorReading.Unusable(SensorFault.WRONG_CRC);
        }
        long milli = -45_000 + 175_000L * word(bytes, 0) / FULL_SCALE;
        long permille = 1_000L * word(bytes, 3) / FULL_SCALE;
        return new SensorReading.MeasuredAir((int) milli, (int) permille);
    }

    private static int word(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
    }

    private static int crc(byte[] bytes, int at) {
        int crc = CRC_START;
        for (int i = at; i < at + 2; i++) {
            crc ^= Byte.toUnsignedInt(bytes[i]);
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 0x80) == 0 ? crc << 1 : (crc << 1) ^ CRC_POLYNOMIAL;
                crc &= 0xFF;
            }
        }
        return crc;
    }
}
