package org.assistcounter.devices.mdb;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The fields that messages are made of: unsigned, high byte first (MDB/ICP 4.2 §2.2). */
public final class Fields {

    /** An amount whose bits are all set means "not known", whatever its width. */
    static final long UNKNOWN = -1;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int SHORT_UNKNOWN = 0xFFFF;
    private static final long LONG_UNKNOWN = 0xFFFF_FFFFL;

    private Fields() {}

    /** One byte. */
    public static int u8(ByteBuffer in) {
        return Byte.toUnsignedInt(in.get());
    }

    /** Two bytes. */
    public static int u16(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    /** Four bytes. */
    public static long u32(ByteBuffer in) {
        return Integer.toUnsignedLong(in.getInt());
    }

    /** Writes one byte each. */
    public static ByteBuffer put(ByteBuffer out, int... bytes) {
        for (int each : bytes) {
            out.put((byte) each);
        }
        return out;
    }

    static int amountBytes(SessionForm form) {
        return form.isExpanded() ? Integer.BYTES : Short.BYTES;
    }

    static long amount(ByteBuffer in, SessionForm form) {
        return form.isExpanded() ? u32(in) : u16(in);
    }

    /** An amount that may be unknown. */
    static long amountOrUnknown(ByteBuffer in, SessionForm form) {
        long raw = amount(in, form);
        return raw == (form.isExpanded() ? LONG_UNKNOWN : SHORT_UNKNOWN) ? UNKNOWN : raw;
    }

    static ByteBuffer putAmount(ByteBuffer out, long amount, SessionForm form) {
        long most = form.isExpanded() ? LONG_UNKNOWN : SHORT_UNKNOWN;
        if (amount < UNKNOWN || amount > most) {
            throw new IllegalArgumentException("Too much for the form agreed on: " + amount);
        }
        return form.isExpanded() ? out.putInt((int) amount) : out.putShort((short) amount);
    }

    /** Whatever is left. */
    public static String hex(ByteBuffer in) {
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return HEX.formatHex(bytes);
    }

    /** Writes hexadecimal digits as bytes. */
    public static ByteBuffer putHex(ByteBuffer out, String hex) {
        return out.put(HEX.parseHex(hex));
    }
}
