package org.assistcounter.devices.mdb;

import static org.assistcounter.devices.mdb.Fields.u16;
import static org.assistcounter.devices.mdb.Fields.u32;
import static org.assistcounter.devices.mdb.Fields.u8;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The one table of what may arrive from a cashless reader: code, length, reading (MDB/ICP 4.2
 * §7.3.1 and §7.4). Lengths depend on what the set-up agreed on; until then on what is left of the
 * block.
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
    OUT_OF_SEQUENCE(0x0B),
    REVALUE_APPROVED(0x0D),
    REVALUE_DENIED(0x0E),
    REVALUE_LIMIT(0x0F),
    USER_FILE_DATA(0x10),
    TIME_REQUEST(0x11),
    DATA_ENTRY_REQUEST(0x12),
    DATA_ENTRY_CANCEL(0x13),
    FTL_REQ_TO_RCV(0x1B),
    FTL_RETRY_DENY(0x1C),
    FTL_SEND_BLOCK(0x1D),
    FTL_OK_TO_SEND(0x1E),
    FTL_REQ_TO_SEND(0x1F),
    DIAGNOSTICS(0xFF);

    private static final int BEGIN_LONG_BYTES = 9;
    private static final int BEGIN_EXPANDED_BYTES = 16;
    private static final int ID_LONG_BYTES = Identification.BYTES + 4;

    private final int code;

    ReaderMessageKind(int code) {
        this.code = code;
    }

    /** The kind of a code; null when there is none. */
    static @Nullable ReaderMessageKind of(int code) {
        for (ReaderMessageKind each : values()) {
            if (each.code == code) {
                return each;
            }
        }
        return null;
    }

    int code() {
        return code;
    }

    /** How many bytes follow the code, when {@code left} bytes are left of the block. */
    int dataBytes(SessionForm form, int left) {
        return switch (this) {
            case JUST_RESET, SESSION_CANCEL_REQUEST, VEND_DENIED, END_SESSION, CANCELLED -> 0;
            case REVALUE_APPROVED, REVALUE_DENIED, TIME_REQUEST, DATA_ENTRY_CANCEL -> 0;
            case MALFUNCTION, DATA_ENTRY_REQUEST -> 1;
            case VEND_APPROVED, REVALUE_LIMIT -> Fields.amountBytes(form);
            case READER_CONFIG -> 7;
            case DISPLAY_REQUEST ->
                    1 + (form.displayBytes() > 0 ? form.displayBytes() : Math.max(0, left - 1));
            case BEGIN_SESSION ->
                    form.isExpanded()
                            ? BEGIN_EXPANDED_BYTES
                            : byLevel(form, 2, new int[] {2, BEGIN_LONG_BYTES, left});
            case PERIPHERAL_ID ->
                    byLevel(form, 3, new int[] {Identification.BYTES, ID_LONG_BYTES, left});
            case OUT_OF_SEQUENCE -> byLevel(form, 2, new int[] {0, 1, left});
            case USER_FILE_DATA, FTL_SEND_BLOCK -> Math.max(2, left);
            case FTL_REQ_TO_RCV, FTL_REQ_TO_SEND -> 5;
            case FTL_RETRY_DENY -> 3;
            case FTL_OK_TO_SEND -> 2;
            case DIAGNOSTICS -> left;
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
            case BEGIN_SESSION -> beginSession(in, form);
            case SESSION_CANCEL_REQUEST -> new ReaderMessage.SessionCancelRequest();
            case VEND_APPROVED -> new ReaderMessage.VendApproved(Fields.amount(in, form));
            case VEND_DENIED -> new ReaderMessage.VendDenied();
            case END_SESSION -> new ReaderMessage.EndSession();
            case CANCELLED -> new ReaderMessage.Cancelled();
            case PERIPHERAL_ID ->
                    new ReaderMessage.PeripheralId(
                            Identification.read(in), in.hasRemaining() ? u32(in) : 0);
            case MALFUNCTION -> new ReaderMessage.Malfunction(u8(in));
            case OUT_OF_SEQUENCE ->
                    new ReaderMessage.OutOfSequence(in.hasRemaining() ? u8(in) : -1);
            case REVALUE_APPROVED -> new ReaderMessage.RevalueApproved();
            case REVALUE_DENIED -> new ReaderMessage.RevalueDenied();
            case REVALUE_LIMIT -> new ReaderMessage.RevalueLimit(Fields.amount(in, form));
            case TIME_REQUEST -> new ReaderMessage.TimeRequest();
            case DIAGNOSTICS -> new ReaderMessage.Diagnostics(Fields.hex(in));
            case USER_FILE_DATA, DATA_ENTRY_REQUEST, DATA_ENTRY_CANCEL -> notUsed(in);
            case FTL_REQ_TO_RCV, FTL_RETRY_DENY, FTL_SEND_BLOCK -> notUsed(in);
            case FTL_OK_TO_SEND, FTL_REQ_TO_SEND -> notUsed(in);
        };
    }

    private ReaderMessage notUsed(ByteBuffer in) {
        return new ReaderMessage.NotUsed(name(), Fields.hex(in));
    }

    private static ReaderMessage beginSession(ByteBuffer in, SessionForm form) {
        long funds = Fields.amountOrUnknown(in, form);
        if (!in.hasRemaining()) {
            return new ReaderMessage.BeginSession(funds, 0, 0, 0);
        }
        long mediaId = u32(in);
        int type = u8(in);
        int data = u16(in);
        return form.isExpanded()
                ? new ReaderMessage.BeginSession(
                        funds, mediaId, type, data, Identification.text(in, 2), u16(in), u8(in))
                : new ReaderMessage.BeginSession(funds, mediaId, type, data);
    }

    /** Sizes are: short form, long form, bytes left (which decide while no level is agreed). */
    private static int byLevel(SessionForm form, int longFromLevel, int[] sizes) {
        boolean isLong = form.level() == 0 ? sizes[2] >= sizes[1] : form.level() >= longFromLevel;
        return isLong ? sizes[1] : sizes[0];
    }
}
