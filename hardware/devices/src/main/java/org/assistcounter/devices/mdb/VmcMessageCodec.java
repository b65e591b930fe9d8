package org.assistcounter.devices.mdb;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Writes the VMC's messages, and reads them for simulators and technicians (MDB/ICP 4.2 §7.4). Data
 * begins with the address byte and has no checksum.
 */
public final class VmcMessageCodec {

    private static final int NO_SUBCOMMAND = -1;

    private VmcMessageCodec() {}

    /** The block's data: address byte, subcommand, fields. */
    public static byte[] encode(VmcMessage message) {
        ByteBuffer out = ByteBuffer.allocate(MdbBlock.BYTES_MAX);
        switch (message) {
            case VmcMessage.Reset() -> out.put((byte) 0x10);
            case VmcMessage.SetupConfig c ->
                    put(out, 0x11, 0x00, c.level(), c.columns(), c.rows(), c.displayInfo());
            case VmcMessage.SetupPrices(int max, int min) ->
                    put(out, 0x11, 0x01).putShort((short) max).putShort((short) min);
            case VmcMessage.Poll() -> out.put((byte) 0x12);
            case VmcMessage.VendRequest(int price, int item) ->
                    put(out, 0x13, 0x00).putShort((short) price).putShort((short) item);
            case VmcMessage.VendCancel() -> put(out, 0x13, 0x01);
            case VmcMessage.VendSuccess(int item) -> put(out, 0x13, 0x02).putShort((short) item);
            case VmcMessage.VendFailure() -> put(out, 0x13, 0x03);
            case VmcMessage.SessionComplete() -> put(out, 0x13, 0x04);
            case VmcMessage.ReaderDisable() -> put(out, 0x14, 0x00);
            case VmcMessage.ReaderEnable() -> put(out, 0x14, 0x01);
            case VmcMessage.ReaderCancel() -> put(out, 0x14, 0x02);
            case VmcMessage.RequestId(var vmc) -> vmc.write(put(out, 0x17, 0x00));
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    /** The message of a block's data. */
    public static Decoded<VmcMessage> decode(byte[] data) {
        int length = lengthOf(data, data.length);
        if (length < 0) {
            return new Decoded.Refused<>(Malformed.UNKNOWN_CODE);
        }
        if (length == 0 || length > data.length) {
            return new Decoded.Refused<>(data.length == 0 ? Malformed.EMPTY : Malformed.TRUNCATED);
        }
        if (length < data.length) {
            return new Decoded.Refused<>(Malformed.LEFT_OVER);
        }
        return new Decoded.Understood<>(read(data));
    }

    /**
     * How long the message is that begins here: 0 when more bytes are needed to tell, -1 when no
     * message begins so. A line that gives no block ends is cut into messages by it.
     */
    public static int lengthOf(byte[] bytes, int count) {
        if (count == 0) {
            return 0;
        }
        int first = Byte.toUnsignedInt(bytes[0]);
        if (first == 0x10 || first == 0x12) {
            return 1;
        }
        boolean hasSubcommand = first == 0x11 || first == 0x13 || first == 0x14 || first == 0x17;
        if (!hasSubcommand) {
            return -1;
        }
        return count < 2 ? 0 : lengthOf(first, Byte.toUnsignedInt(bytes[1]));
    }

    private static int lengthOf(int first, int subcommand) {
        return switch (first << 8 | subcommand) {
            case 0x1100, 0x1101, 0x1300 -> 6;
            case 0x1302 -> 4;
            case 0x1301, 0x1303, 0x1304, 0x1400, 0x1401, 0x1402 -> 2;
            case 0x1700 -> 2 + Identification.BYTES;
            default -> -1;
        };
    }

    private static VmcMessage read(byte[] data) {
        ByteBuffer in = ByteBuffer.wrap(data);
        int first = u8(in);
        int subcommand = in.hasRemaining() ? u8(in) : NO_SUBCOMMAND;
        return switch (first) {
            case 0x10 -> new VmcMessage.Reset();
            case 0x11 -> setup(in, subcommand);
            case 0x12 -> new VmcMessage.Poll();
            case 0x13 -> vend(in, subcommand);
            case 0x14 -> reader(subcommand);
            default -> new VmcMessage.RequestId(Identification.read(in));
        };
    }

    private static VmcMessage setup(ByteBuffer in, int subcommand) {
        return subcommand == 0
                ? new VmcMessage.SetupConfig(u8(in), u8(in), u8(in), u8(in))
                : new VmcMessage.SetupPrices(u16(in), u16(in));
    }

    private static VmcMessage vend(ByteBuffer in, int subcommand) {
        return switch (subcommand) {
            case 0 -> new VmcMessage.VendRequest(u16(in), u16(in));
            case 1 -> new VmcMessage.VendCancel();
            case 2 -> new VmcMessage.VendSuccess(u16(in));
            case 3 -> new VmcMessage.VendFailure();
            default -> new VmcMessage.SessionComplete();
        };
    }

    private static VmcMessage reader(int subcommand) {
        return switch (subcommand) {
            case 0 -> new VmcMessage.ReaderDisable();
            case 1 -> new VmcMessage.ReaderEnable();
            default -> new VmcMessage.ReaderCancel();
        };
    }

    private static ByteBuffer put(ByteBuffer out, int... bytes) {
        for (int each : bytes) {
            out.put((byte) each);
        }
        return out;
    }

    private static int u8(ByteBuffer in) {
        return Byte.toUnsignedInt(in.get());
    }

    private static int u16(ByteBuffer in) {
        return Short.toUnsignedInt(in.getShort());
    }
}
