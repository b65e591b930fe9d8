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

/** The changer's commands as block data, address byte first, no checksum (MDB/ICP 4.2 §5.3). */
public final class ChangerCommandCodec {

    /** The changer's address. */
    public static final int ADDRESS = 0x08;

    private static final int FIRST_NOT_USED = 0xFA;

    private ChangerCommandCodec() {}

    /** The block's data. */
    public static byte[] encode(ChangerCommand command) {
        ByteBuffer out = ByteBuffer.allocate(MdbBlock.BYTES_MAX);
        switch (command) {
            case ChangerCommand.Reset() -> Fields.put(out, 0x08);
            case ChangerCommand.Setup() -> Fields.put(out, 0x09);
            case ChangerCommand.TubeStatus() -> Fields.put(out, 0x0A);
            case ChangerCommand.Poll() -> Fields.put(out, 0x0B);
            case ChangerCommand.CoinType(int accepted, int manual) ->
                    Fields.put(out, 0x0C).putShort((short) accepted).putShort((short) manual);
            case ChangerCommand.Dispense(int type, int count) ->
                    Fields.put(out, 0x0D, nibble(count) << 4 | nibble(type));
            case ChangerCommand.RequestId() -> Fields.put(out, 0x0F, 0x00);
            case ChangerCommand.EnableOptions(long bits) ->
                    Fields.put(out, 0x0F, 0x01).putInt((int) bits);
            case ChangerCommand.Payout(int value) -> Fields.put(out, 0x0F, 0x02, value);
            case ChangerCommand.PayoutStatus() -> Fields.put(out, 0x0F, 0x03);
            case ChangerCommand.PayoutValuePoll() -> Fields.put(out, 0x0F, 0x04);
            case ChangerCommand.DiagnosticStatus() -> Fields.put(out, 0x0F, 0x05);
            case ChangerCommand.ManualFillReport() -> Fields.put(out, 0x0F, 0x06);
            case ChangerCommand.ManualPayoutReport() -> Fields.put(out, 0x0F, 0x07);
            case ChangerCommand.NotUsed(int subcommand, String data) ->
                    Fields.putHex(Fields.put(out, 0x0F, subcommand), data);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    /** The command of a block's data. */
    public static Decoded<ChangerCommand> decode(byte[] data) {
        if (data.length == 0) {
            return new Decoded.Refused<>(Malformed.EMPTY);
        }
        if (data.length >= MdbBlock.BYTES_MAX) {
            return new Decoded.Refused<>(Malformed.TOO_LONG);
        }
        ByteBuffer in = ByteBuffer.wrap(data);
        return switch (u8(in)) {
            case 0x08 -> Sized.exactly(0, in, rest -> new ChangerCommand.Reset());
            case 0x09 -> Sized.exactly(0, in, rest -> new ChangerCommand.Setup());
            case 0x0A -> Sized.exactly(0, in, rest -> new ChangerCommand.TubeStatus());
            case 0x0B -> Sized.exactly(0, in, rest -> new ChangerCommand.Poll());
            case 0x0C ->
                    Sized.exactly(4, in, rest -> new ChangerCommand.CoinType(u16(rest), u16(rest)));
            case 0x0D -> Sized.exactly(1, in, ChangerCommandCodec::dispense);
            case 0x0F -> expansion(in);
            default -> new Decoded.Refused<>(Malformed.UNKNOWN_CODE);
        };
    }

    private static Decoded<ChangerCommand> expansion(ByteBuffer in) {
        if (!in.hasRemaining()) {
            return new Decoded.Refused<>(Malformed.TRUNCATED);
        }
        int subcommand = u8(in);
        return switch (subcommand) {
            case 0x00 -> Sized.exactly(0, in, rest -> new ChangerCommand.RequestId());
            case 0x01 -> Sized.exactly(4, in, rest -> new ChangerCommand.EnableOptions(u32(rest)));
            case 0x02 -> Sized.exactly(1, in, rest -> new ChangerCommand.Payout(u8(rest)));
            case 0x03 -> Sized.exactly(0, in, rest -> new ChangerCommand.PayoutStatus());
            case 0x04 -> Sized.exactly(0, in, rest -> new ChangerCommand.PayoutValuePoll());
            case 0x05 -> Sized.exactly(0, in, rest -> new ChangerCommand.DiagnosticStatus());
            case 0x06 -> Sized.exactly(0, in, rest -> new ChangerCommand.ManualFillReport());
            case 0x07 -> Sized.exactly(0, in, rest -> new ChangerCommand.ManualPayoutReport());
            default ->
                    subcommand < FIRST_NOT_USED
                            ? new Decoded.Refused<>(Malformed.UNKNOWN_CODE)
                            : new Decoded.Understood<>(
                                    new ChangerCommand.NotUsed(subcommand, Fields.hex(in)));
        };
    }

    private static ChangerCommand dispense(ByteBuffer in) {
        int both = u8(in);
        return new ChangerCommand.Dispense(both & 0xF, both >> 4);
    }

    private static int nibble(int value) {
        if (value < 0 || value > 0xF) {
            throw new IllegalArgumentException("Not in four bits: " + value);
        }
        return value;
    }
}
