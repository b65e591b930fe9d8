package org.assistcounter.devices.mdb;

import java.nio.ByteBuffer;

/**
 * The one table of what may arrive from a cashless reader: code, length, reading (MDB/ICP 4.2
 * §7.3.1 and §7.4). Lengths depend on what the set-up agreed on; until then on what is left of the
 * block. Revalue, data entry and file transfer are not offered by our VMC and so cannot arrive.
 */
enum ReaderMessageKind {
    JUST_RESET(0x00),
    READER_CONFIG(0x01),
    DISPLAY_REQUEST(0x02),
    BEGIN_SESSION(0x03),
    SESSION_CANCEL_REQUEST(0x04),
    VEND_APPROVED(0x05),
    VEND_DENIED(0x06),
    END_SESSION(0x07),
    CANCELLED(0x08),
    PERIPHERAL_ID(0x09),
    MALFUNCTION(0x0A),
    OUT_OF_SEQUENCE(0x0B);

    private static final int BEGIN_LONG_BYTES = 9;
    private static final int ID_LONG_BYTES = Identification.BYTES + 4;

    private final int code;

    ReaderMessageKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** How many bytes follow the code, when {@code left} bytes are left of the block. */
    int dataBytes(SessionForm form, int left) {
        return switch (this) {
            case JUST_RESET, SESSION_CANCEL_REQUEST, VEND_DENIED, END_SESSION, CANCELLED -> 0;
            case MALFUNCTION -> 1;
            case VEND_APPROVED -> 2;
            case READER_CONFIG -> 7;
            case DISPLAY_REQUEST -> form.displayBytes() > 0 ? 1 + form.displayBytes() : left;
            case BEGIN_SESSION -> byLevel(form, 2, new int[] {2, BEGIN_LONG_BYTES, left});
            case PERIPHERAL_ID ->
                    byLevel(form, 3, new int[] {Identification.BYTES, ID_LONG_BYTES, left});
            case OUT_OF_SEQUENCE -> byLevel(form, 2, new int[] {0, 1, left});
        };
    }

    /** Reads the bytes after the code; there are as many as {@link #dataBytes} says. */
    ReaderMessage read(ByteBuffer in, SessionForm form) {
        return switch (this) {
            case JUST_RESET -> new ReaderMessage.JustReset();
            case READER_CONFIG ->
                    new ReaderMessage.ReaderConfig(u8(in), u16(in), u8(in), u8(in), u8(in), u8(in));
            case DISPLAY_REQUEST ->
                    new ReaderMessage.DisplayRequest(
                            u8(in), Identification.text(in, in.remaining()));
            case BEGIN_SESSION -> beginSession(in);
            case SESSION_CANCEL_REQUEST -> new ReaderMessage.SessionCancelRequest();
            case VEND_APPROVED -> new ReaderMessage.VendApproved(u16(in));
            case VEND_DENIED -> new ReaderMessage.VendDenied();
            case END_SESSION -> new ReaderMessage.EndSession();
            case CANCELLED -> new ReaderMessage.Cancelled();
            case PERIPHERAL_ID ->
                    new ReaderMessage.PeripheralId(
                            Identification.read(in), in.hasRemaining() ? u32(in) : 0);
            case MALFUNCTION -> new ReaderMessage.Malfunction(u8(in));
            case OUT_OF_SEQUENCE ->
                    new ReaderMessage.OutOfSequence(in.hasRemaining() ? u8(in) : -1);
        };
    }

    private static ReaderMessage beginSession(ByteBuffer in) {
        int funds = u16(in);
        return in.hasRemaining()
                ? new ReaderMessage.BeginSession(funds, u32(in), u8(in), u16(in))
                : new ReaderMessage.BeginSession(funds, 0, 0, 0);
    }

    /** Sizes are: short form, long form, bytes left (which decide while no level is agreed). */
    private static int byLevel(SessionForm form, int longFromLevel, int[] sizes) {
        boolean isLong = form.level() == 0 ? sizes[2] >= sizes[1] : form.level() >= longFromLevel;
        return isLong ? sizes[1] : sizes[0];
    }

    private static int u8(ByteBuffer in) {
        return Byte.toUnsignedInt(in.get());
    }

    private static int u16(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }

    private static long u32(ByteBuffer in) {
        return Integer.toUnsignedLong(in.getInt());
    }
}
