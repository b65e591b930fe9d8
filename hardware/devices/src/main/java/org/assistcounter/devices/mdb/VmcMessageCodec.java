package org.assistcounter.devices.mdb;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The VMC's messages as the data of blocks: address byte, subcommand, fields, without checksum
 * (MDB/ICP 4.2 §7.4). Lengths follow {@link VmcMessageKind}, fields {@link VmcMessageWriter} and
 * {@link VmcMessageReader}. Reading is for simulators and technicians.
 */
public final class VmcMessageCodec {

    private static final int UNSUITABLE = -1;
    private static final int ADDRESS_BITS = 0xF8;

    private VmcMessageCodec() {}

    /** The block's data for a reader at that address. */
    public static byte[] encode(VmcMessage message, SessionForm form, CashlessAddress address) {
        ByteBuffer out = ByteBuffer.allocate(MdbBlock.BYTES_MAX);
        new VmcMessageWriter(out, form, address).write(message);
        return Arrays.copyOf(out.array(), out.position());
    }

    /** The message of a block's data, if it is for a reader at that address. */
    public static Decoded<VmcMessage> decode(
            byte[] data, SessionForm form, CashlessAddress address) {
        if (data.length == 0) {
            return new Decoded.Refused<>(Malformed.EMPTY);
        }
        if (data.length >= MdbBlock.BYTES_MAX) {
            return new Decoded.Refused<>(Malformed.TOO_LONG);
        }
        int first = Byte.toUnsignedInt(data[0]);
        int command = first - address.base();
        if ((first & ADDRESS_BITS) != address.base() || !VmcMessageKind.isCommand(command)) {
            return new Decoded.Refused<>(Malformed.UNKNOWN_CODE);
        }
        if (VmcMessageKind.hasSubcommand(command) && data.length < 2) {
            return new Decoded.Refused<>(Malformed.TRUNCATED);
        }
        VmcMessageKind kind = kindOf(data);
        return kind == null
                ? new Decoded.Refused<>(Malformed.UNKNOWN_CODE)
                : fields(kind, data, form);
    }

    private static Decoded<VmcMessage> fields(VmcMessageKind kind, byte[] data, SessionForm form) {
        int length = kind.headBytes() + kind.dataBytes(form);
        if (data.length < length) {
            return new Decoded.Refused<>(Malformed.TRUNCATED);
        }
        if (data.length > length && !kind.isOpenEnded()) {
            return new Decoded.Refused<>(Malformed.LEFT_OVER);
        }
        int head = kind.headBytes();
        ByteBuffer in = ByteBuffer.wrap(data, head, data.length - head);
        VmcMessage message = VmcMessageReader.read(kind, in, form);
        return isPossible(message)
                ? new Decoded.Understood<>(message)
                : new Decoded.Refused<>(Malformed.BAD_VALUE);
    }

    /**
     * How long the message is that begins here: 0 when more bytes are needed to tell, or when only
     * a pause tells; -1 when no message begins so. A line that gives no block ends is cut into
     * messages by it.
     */
    public static int lengthOf(byte[] bytes, int count, SessionForm form) {
        if (count == 0) {
            return 0;
        }
        int first = Byte.toUnsignedInt(bytes[0]);
        int command = first & ~ADDRESS_BITS;
        if (CashlessAddress.of(first).isEmpty() || !VmcMessageKind.isCommand(command)) {
            return UNSUITABLE;
        }
        if (VmcMessageKind.hasSubcommand(command) && count < 2) {
            return 0;
        }
        VmcMessageKind kind = kindOf(bytes);
        if (kind == null) {
            return UNSUITABLE;
        }
        return kind.isOpenEnded() ? 0 : kind.headBytes() + kind.dataBytes(form);
    }

    private static @Nullable VmcMessageKind kindOf(byte[] bytes) {
        int command = Byte.toUnsignedInt(bytes[0]) & ~ADDRESS_BITS;
        return VmcMessageKind.of(command, bytes.length < 2 ? 0 : Byte.toUnsignedInt(bytes[1]));
    }

    /** A level of none would make every later length wrong; a time is in BCD. */
    private static boolean isPossible(VmcMessage message) {
        return switch (message) {
            case VmcMessage.SetupConfig setup -> setup.level() >= 1 && setup.level() <= 3;
            case VmcMessage.WriteTime(String bcd) -> bcd.matches("(\\d\\d|FF){10}");
            default -> true;
        };
    }
}
