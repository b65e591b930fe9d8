package org.assistcounter.devices.mdb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Who one side is: 29 bytes that REQUEST ID and PERIPHERAL ID share (MDB/ICP 4.2 §7.4.15, §7.4.16).
 *
 * @param manufacturer three characters
 * @param serial twelve characters
 * @param model twelve characters
 * @param versionBcd four BCD digits
 */
public record Identification(String manufacturer, String serial, String model, int versionBcd) {

    /** How many bytes an identification takes. */
    public static final int BYTES = 29;

    void write(ByteBuffer out) {
        out.put(field(manufacturer, 3)).put(field(serial, 12)).put(field(model, 12));
        out.putShort((short) versionBcd);
    }

    /** Reads one from a block. */
    public static Identification read(ByteBuffer in) {
        return new Identification(
                text(in, 3), text(in, 12), text(in, 12), Short.toUnsignedInt(in.getShort()));
    }

    static String text(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] field(String text, int length) {
        String padded = text + " ".repeat(Math.max(0, length - text.length()));
        return padded.substring(0, length).getBytes(StandardCharsets.ISO_8859_1);
    }
}
