package org.assistcounter.devices.modbus;

/**
 * The check of a Modbus RTU frame: polynomial A001 reflected, from FFFF, low byte first (§6.2.2).
 */
public final class Crc16 {

    private static final int POLYNOMIAL = 0xA001;
    private static final int START = 0xFFFF;

    private Crc16() {}

    /** The check of the first bytes. */
    public static int of(byte[] bytes, int count) {
        int crc = START;
        for (int i = 0; i < count; i++) {
            crc ^= Byte.toUnsignedInt(bytes[i]);
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ POLYNOMIAL;
            }
        }
        return crc;
    }

    /** Whether the last two bytes are the check of those before. */
    public static boolean isSound(byte[] frame) {
        int count = frame.length - 2;
        return count > 0
                && of(frame, count)
                        == (Byte.toUnsignedInt(frame[count])
                                | Byte.toUnsignedInt(frame[count + 1]) << 8);
    }
}
