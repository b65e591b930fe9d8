package org.assistcounter.devices.mdb;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes a reader's message as block data, for simulators and tests (MDB/ICP 4.2 §7.4). */
public final class ReaderMessageEncoder {

    private ReaderMessageEncoder() {}

    /** The message without address and checksum. */
    public static byte[] encode(ReaderMessage message, SessionForm form) {
        ByteBuffer out = ByteBuffer.allocate(MdbBlock.BYTES_MAX);
        switch (message) {
            case ReaderMessage.JustReset() -> code(out, ReaderMessageKind.JUST_RESET);
            case ReaderMessage.ReaderConfig config -> config(out, config);
            case ReaderMessage.DisplayRequest display -> display(out, display, form);
            case ReaderMessage.BeginSession begin -> begin(out, begin, form);
            case ReaderMessage.SessionCancelRequest() ->
                    code(out, ReaderMessageKind.SESSION_CANCEL_REQUEST);
            case ReaderMessage.VendApproved(long amount) ->
                    Fields.putAmount(code(out, ReaderMessageKind.VEND_APPROVED), amount, form);
            case ReaderMessage.VendDenied() -> code(out, ReaderMessageKind.VEND_DENIED);
            case ReaderMessage.EndSession() -> code(out, ReaderMessageKind.END_SESSION);
            case ReaderMessage.Cancelled() -> code(out, ReaderMessageKind.CANCELLED);
            case ReaderMessage.PeripheralId id -> id(out, id, form);
            case ReaderMessage.Malfunction(int fault) ->
                    code(out, ReaderMessageKind.MALFUNCTION).put((byte) fault);
            case ReaderMessage.OutOfSequence(int state) -> outOfSequence(out, state, form);
            case ReaderMessage.Aside aside -> aside(out, aside, form);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static void aside(ByteBuffer out, ReaderMessage.Aside message, SessionForm form) {
        switch (message) {
            case ReaderMessage.RevalueApproved() -> code(out, ReaderMessageKind.REVALUE_APPROVED);
            case ReaderMessage.RevalueDenied() -> code(out, ReaderMessageKind.REVALUE_DENIED);
            case ReaderMessage.RevalueLimit(long amount) ->
                    Fields.putAmount(code(out, ReaderMessageKind.REVALUE_LIMIT), amount, form);
            case ReaderMessage.TimeRequest() -> code(out, ReaderMessageKind.TIME_REQUEST);
            case ReaderMessage.Diagnostics(String data) ->
                    Fields.putHex(code(out, ReaderMessageKind.DIAGNOSTICS), data);
            case ReaderMessage.NotUsed(String name, String data) ->
                    Fields.putHex(code(out, ReaderMessageKind.valueOf(name)), data);
        }
    }

    private static ByteBuffer code(ByteBuffer out, ReaderMessageKind kind) {
        return out.put((byte) kind.code());
    }

    private static void config(ByteBuffer out, ReaderMessage.ReaderConfig config) {
        code(out, ReaderMessageKind.READER_CONFIG).put((byte) config.level());
        out.putShort((short) config.country()).put((byte) config.scale());
        out.put((byte) config.decimals()).put((byte) config.responseSecondsMax());
        out.put((byte) config.options());
    }

    private static void display(
            ByteBuffer out, ReaderMessage.DisplayRequest display, SessionForm form) {
        int length = form.displayBytes() > 0 ? form.displayBytes() : display.text().length();
        code(out, ReaderMessageKind.DISPLAY_REQUEST).put((byte) display.tenthsOfSecond());
        out.put(Identification.field(display.text(), length));
    }

    private static void begin(ByteBuffer out, ReaderMessage.BeginSession begin, SessionForm form) {
        Fields.putAmount(code(out, ReaderMessageKind.BEGIN_SESSION), begin.funds(), form);
        if (form.level() >= 2) {
            out.putInt((int) begin.mediaId()).put((byte) begin.mediaType());
            out.putShort((short) begin.mediaData());
        }
        if (form.isExpanded()) {
            out.put(Identification.field(begin.language(), 2)).putShort((short) begin.currency());
            out.put((byte) begin.cardOptions());
        }
    }

    private static void id(ByteBuffer out, ReaderMessage.PeripheralId id, SessionForm form) {
        id.id().write(code(out, ReaderMessageKind.PERIPHERAL_ID));
        if (form.level() >= 3) {
            out.putInt((int) id.optionBits());
        }
    }

    private static void outOfSequence(ByteBuffer out, int state, SessionForm form) {
        code(out, ReaderMessageKind.OUT_OF_SEQUENCE);
        if (form.level() >= 2) {
            out.put((byte) state);
        }
    }
}
