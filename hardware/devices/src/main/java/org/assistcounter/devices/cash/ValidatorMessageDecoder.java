package org.assistcounter.devices.cash;

import static org.assistcounter.devices.mdb.Fields.u16;
import static org.assistcounter.devices.mdb.Fields.u32;
import static org.assistcounter.devices.mdb.Fields.u8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.Fields;
import org.assistcounter.devices.mdb.Identification;
import org.assistcounter.devices.mdb.Malformed;
import org.assistcounter.devices.mdb.MdbBlock;

/**
 * Reads a validator's answer, which has no code of its own: what it means depends on the command
 * (MDB/ICP 4.2 §6.3). Credits that are not sent are zero. One bad event refuses the whole poll.
 */
public final class ValidatorMessageDecoder {

    private static final int TYPES = 16;
    private static final int SETUP_HEAD_BYTES = 11;
    private static final int POLL_BYTES_MAX = 16;
    private static final int ESCROW = 0xFF;
    private static final int STACKER_FULL = 0x8000;
    private static final BillStatus[] STATUSES = BillStatus.values();
    private static final ValidatorMessage.Routing[] ROUTES = ValidatorMessage.Routing.values();

    private ValidatorMessageDecoder() {}

    /** The answer to a command, without checksum; a poll may bring several events. */
    public static Decoded<List<ValidatorMessage>> decode(byte[] data, ValidatorCommand asked) {
        if (data.length == 0) {
            return new Decoded.Refused<>(Malformed.EMPTY);
        }
        if (data.length >= MdbBlock.BYTES_MAX) {
            return new Decoded.Refused<>(Malformed.TOO_LONG);
        }
        ByteBuffer in = ByteBuffer.wrap(data);
        return switch (asked) {
            case ValidatorCommand.Setup() -> one(setup(in));
            case ValidatorCommand.Poll() -> events(in);
            case ValidatorCommand.Stacker() ->
                    one(Sized.exactly(2, in, ValidatorMessageDecoder::stacked));
            case ValidatorCommand.RequestId(boolean withOptions) ->
                    one(
                            Sized.exactly(
                                    Identification.BYTES + (withOptions ? 4 : 0),
                                    in,
                                    ValidatorMessageDecoder::id));
            case ValidatorCommand.NotUsed ignored -> one(notUsed(in));
            case ValidatorCommand.Reset() -> unasked();
            case ValidatorCommand.Security ignored -> unasked();
            case ValidatorCommand.BillType ignored -> unasked();
            case ValidatorCommand.Escrow ignored -> unasked();
            case ValidatorCommand.EnableOptions ignored -> unasked();
        };
    }

    /** These are only acknowledged. */
    private static Decoded<List<ValidatorMessage>> unasked() {
        return new Decoded.Refused<>(Malformed.UNKNOWN_CODE);
    }

    private static Decoded<List<ValidatorMessage>> one(
            Decoded<? extends ValidatorMessage> decoded) {
        return switch (decoded) {
            case Decoded.Understood<? extends ValidatorMessage>(var message) ->
                    new Decoded.Understood<>(List.of(message));
            case Decoded.Refused<? extends ValidatorMessage>(var reason) ->
                    new Decoded.Refused<>(reason);
        };
    }

    private static Decoded<ValidatorMessage> setup(ByteBuffer in) {
        if (in.remaining() < SETUP_HEAD_BYTES) {
            return new Decoded.Refused<>(Malformed.TRUNCATED);
        }
        if (in.remaining() > SETUP_HEAD_BYTES + TYPES) {
            return new Decoded.Refused<>(Malformed.LEFT_OVER);
        }
        var counting = new ValidatorMessage.Counting(u8(in), u16(in), u16(in), u8(in), u16(in));
        int security = u16(in);
        int escrow = u8(in);
        boolean isPossible = counting.level() >= 1 && counting.level() <= 2;
        if (!isPossible || counting.scale() == 0 || (escrow != 0 && escrow != ESCROW)) {
            return new Decoded.Refused<>(Malformed.BAD_VALUE);
        }
        return new Decoded.Understood<>(
                new ValidatorMessage.SetupData(
                        counting, security, escrow == ESCROW, Sized.numbers(in)));
    }

    private static ValidatorMessage stacked(ByteBuffer in) {
        int both = u16(in);
        return new ValidatorMessage.Stacked((both & STACKER_FULL) != 0, both & (STACKER_FULL - 1));
    }

    private static ValidatorMessage id(ByteBuffer in) {
        return new ValidatorMessage.PeripheralId(
                Identification.read(in), in.hasRemaining() ? u32(in) : 0);
    }

    private static Decoded<ValidatorMessage> notUsed(ByteBuffer in) {
        return new Decoded.Understood<>(new ValidatorMessage.NotUsed(u8(in), Fields.hex(in)));
    }

    private static Decoded<List<ValidatorMessage>> events(ByteBuffer in) {
        int first = Byte.toUnsignedInt(in.get(0));
        if (first >= 0x1B && first <= 0x1F) {
            return one(notUsed(in));
        }
        if (in.remaining() > POLL_BYTES_MAX) {
            return new Decoded.Refused<>(Malformed.TOO_LONG);
        }
        List<ValidatorMessage> events = new ArrayList<>();
        while (in.hasRemaining()) {
            switch (event(u8(in))) {
                case Decoded.Understood<ValidatorMessage>(var event) -> events.add(event);
                case Decoded.Refused<ValidatorMessage>(var reason) -> {
                    return new Decoded.Refused<>(reason);
                }
            }
        }
        return new Decoded.Understood<>(List.copyOf(events));
    }

    private static Decoded<ValidatorMessage> event(int code) {
        if (code >= 0x80) {
            return new Decoded.Understood<>(
                    new ValidatorMessage.BillMoved(code & 0xF, ROUTES[code >> 4 & 0x7]));
        }
        if (code >= 0x40 && code < 0x60) {
            return new Decoded.Understood<>(
                    new ValidatorMessage.AttemptsWhileDisabled(code & 0x1F));
        }
        if (code > 0x20 && code < 0x30) {
            return new Decoded.Understood<>(new ValidatorMessage.NotUsed(code, ""));
        }
        return code >= 1 && code <= STATUSES.length
                ? new Decoded.Understood<>(new ValidatorMessage.Status(STATUSES[code - 1]))
                : new Decoded.Refused<>(Malformed.UNKNOWN_CODE);
    }
}
