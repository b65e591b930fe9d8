package org.assistcounter.simulators.climate;

import java.util.HexFormat;
import org.assistcounter.devices.climate.SensorReading;

/** What an SHT3x answers, made from its data sheet and not with our decoder. */
final class Sht3xAnswer {

    private static final int HUMIDITY_RAW = 0x8000;
    private static final int FULL_SCALE = 65_535;
    private static final int START = 0xFF00;
    private static final int POLYNOMIAL = 0x131;

    private Sht3xAnswer() {}

    static String hex(double celsius) {
        return HexFormat.of().formatHex(bytes(celsius));
    }

    static String spoilt(double celsius) {
        byte[] bytes = bytes(celsius);
        bytes[1] ^= 0x10;
        return HexFormat.of().formatHex(bytes);
    }

    /** What the answer says. */
    static SensorReading reading(double celsius) {
        return new SensorReading.MeasuredAir(
                (int) (-45_000 + 175_000L * raw(celsius) / FULL_SCALE),
                (int) (1_000L * HUMIDITY_RAW / FULL_SCALE));
    }

    private static int raw(double celsius) {
        return (int) Math.round((celsius + 45) / 175 * FULL_SCALE);
    }

    private static byte[] bytes(double celsius) {
        int raw = raw(celsius);
        return new byte[] {
            (byte) (raw >> 8),
            (byte) raw,
            crc(raw),
            (byte) (HUMIDITY_RAW >> 8),
            (byte) HUMIDITY_RAW,
            crc(HUMIDITY_RAW)
        };
    }

    private static byte crc(int word) {
        int rest = (word ^ START) << 8;
        for (int bit = 23; bit >= 8; bit--) {
            if ((rest >> bit & 1) != 0) {
                rest ^= POLYNOMIAL << (bit - 8);
            }
        }
        return (byte) rest;
    }
}
