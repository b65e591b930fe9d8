package org.assistcounter.devices.cash;

import static org.assistcounter.devices.mdb.Fields.u16;
import static org.assistcounter.devices.mdb.Fields.u32;
import static org.assistcounter.devices.mdb.Fields.u8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.Fields;
import org.assistcounter.devices.mdb.Malformed;
import org.assistcounter.devices.mdb.MdbBlock;

/** The validator's commands as block data, address byte first, no checksum (MDB/ICP 4.2 §6.3). */
public final class ValidatorCommandCodec {

    /** The validator's address. */
    public static final int ADDRESS = 0x30;

    private static final int RECYCLER_LAST = 0x0A;
    private static final int FILE_TRANSPORT_FIRST = 0xFA;

    private ValidatorCommandCodec() {}

    /** The block's data. */
    public static byte[] encode(ValidatorCommand command) {
        ByteBuffer out = ByteBuffer.allocate(MdbBlock.BYTES_MAX);
        switch (command) {
            case ValidatorCommand.Reset() -> Fields.put(out, 0x30);
            case ValidatorCommand.Setup() -> Fields.put(out, 0x31);
            case ValidatorCommand.Security(int high) ->
                    Fields.put(out, 0x32).putShort((short) high);
            case ValidatorCommand.Poll() -> Fields.put(out, 0x33);
            case ValidatorCommand.BillType(int accepted, int escrow) ->
                    Fields.put(out, 0x34).putShort((short) accepted).putShort((short) escrow);
            case ValidatorCommand.Escrow(boolean stack) -> Fields.put(out, 0x35, stack ? 1 : 0);
            case ValidatorCommand.Stacker() -> Fields.put(out, 0x36);
            case ValidatorCommand.RequestId(boolean withOptions) ->
                    Fields.put(out, 0x37, withOptions ? 0x02 : 0x00);
            case ValidatorCommand.EnableOptions(long bits) ->
                    Fields.put(out, 0x37, 0x01).putInt((int) bits);
            case ValidatorCommand.NotUsed(int subcommand, String data) ->
                    Fields.putHex(Fields.put(out, 0x37, subcommand), data);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    /** The command of a block's data. */
    public static Decoded<ValidatorCommand> decode(byte[] data) {
        if (data.length == 0) {
            return new Decoded.Refused<>(Malformed.EMPTY);
        }
        if (data.length >= MdbBlock.BYTES_MAX) {
            return new Decoded.Refused<>(Malformed.TOO_LONG);
        }
        ByteBuffer in = ByteBuffer.wrap(data);
        return switch (u8(in)) {
            case 0x30 -> Sized.exactly(0, in, rest -> new ValidatorCommand.Reset());
            case 0x31 -> Sized.exactly(0, in, rest -> new ValidatorCommand.Setup());
            case 0x32 -> Sized.exactly(2, in, rest -> new ValidatorCommand.Security(u16(rest)));
            case 0x33 -> Sized.exactly(0, in, rest -> new ValidatorCommand.Poll());
            case 0x34 ->
                    Sized.exactly(
                            4, in, rest -> new ValidatorCommand.BillType(u16(rest), u16(rest)));
            case 0x35 ->
                    Sized.exactly(1, in, rest -> new ValidatorCommand.Escrow((u8(rest) & 1) != 0));
            case 0x36 -> Sized.exactly(0, in, rest -> new ValidatorCommand.Stacker());
            case 0x37 -> expansion(in);
            default -> new Decoded.Refused<>(Malformed.UNKNOWN_CODE);
        };
    }

    private static Decoded<ValidatorCommand> expansion(ByteBuffer in) {
        if (!in.hasRemaining()) {
            return new Decoded.Refused<>(Malformed.TRUNCATED);
        }
        int subcommand = u8(in);
        return switch (subcommand) {
            case 0x00 -> Sized.exactly(0, in, rest -> new ValidatorCommand.RequestId(false));
            case 0x01 ->
                    Sized.exactly(4, in, rest -> new ValidatorCommand.EnableOptions(u32(rest)));
            case 0x02 -> Sized.exactly(0, in, rest -> new ValidatorCommand.RequestId(true));
            default ->
                    subcommand > RECYCLER_LAST && subcommand < FILE_TRANSPORT_FIRST
                            ? new Decoded.Refused<>(Malformed.UNKNOWN_CODE)
                            : new Decoded.Understood<>(
                                    new ValidatorCommand.NotUsed(subcommand, Fields.hex(in)));
        };
    }
}
