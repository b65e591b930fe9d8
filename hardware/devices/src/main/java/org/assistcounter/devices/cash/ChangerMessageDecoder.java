package org.assistcounter.devices.cash;

import static org.assistcounter.devices.mdb.Fields.u16;
import static org.assistcounter.devices.mdb.Fields.u32;
import static org.assistcounter.devices.mdb.Fields.u8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.Fields;
import org.assistcounter.devices.mdb.Identification;
import org.assistcounter.devices.mdb.Malformed;
import org.assistcounter.devices.mdb.MdbBlock;

/**
 * Reads a changer's answer, which has no code of its own: what it means depends on the command
 * (MDB/ICP 4.2 §5.3). Counts and credits that are not sent are zero. One bad event refuses the
 * whole poll.
 */
public final class ChangerMessageDecoder {

    private static final int TYPES = 16;
    private static final int SETUP_HEAD_BYTES = 7;
    private static final int POLL_BYTES_MAX = 16;
    private static final int FILE_TRANSPORT_FIRST = 0x1B;
    private static final int FILE_TRANSPORT_LAST = 0x1F;
    private static final CoinStatus[] STATUSES = CoinStatus.values();

    private ChangerMessageDecoder() {}

    /** The answer to a command, without checksum; a poll may bring several events. */
    public static Decoded<List<ChangerMessage>> decode(byte[] data, ChangerCommand asked) {
        if (data.length == 0) {
            return new Decoded.Refused<>(Malformed.EMPTY);
        }
        if (data.length >= MdbBlock.BYTES_MAX) {
            return new Decoded.Refused<>(Malformed.TOO_LONG);
        }
        ByteBuffer in = ByteBuffer.wrap(data);
        return switch (asked) {
            case ChangerCommand.Setup() -> one(setup(in));
            case ChangerCommand.Poll() -> events(in);
            case ChangerCommand.TubeStatus() ->
                    one(
                            Sized.within(
                                    2,
                                    2 + TYPES,
                                    in,
                                    b -> new ChangerMessage.Tubes(u16(b), Sized.numbers(b))));
            case ChangerCommand.RequestId() ->
                    one(Sized.exactly(Identification.BYTES + 4, in, ChangerMessageDecoder::id));
            case ChangerCommand.PayoutStatus() -> one(counts(in, ChangerMessage.PaidOut::new));
            case ChangerCommand.PayoutValuePoll() ->
                    one(Sized.exactly(1, in, b -> new ChangerMessage.PaidOutSoFar(u8(b))));
            case ChangerCommand.DiagnosticStatus() -> one(diagnosis(in));
            case ChangerCommand.ManualFillReport() ->
                    one(counts(in, ChangerMessage.MovedByHand::new));
            case ChangerCommand.ManualPayoutReport() ->
                    one(counts(in, ChangerMessage.MovedByHand::new));
            case ChangerCommand.NotUsed ignored ->
                    one(
                            new Decoded.Understood<>(
                                    new ChangerMessage.NotUsed(u8(in), Fields.hex(in))));
            case ChangerCommand.Reset() -> unasked();
            case ChangerCommand.CoinType ignored -> unasked();
            case ChangerCommand.Dispense ignored -> unasked();
            case ChangerCommand.EnableOptions ignored -> unasked();
            case ChangerCommand.Payout ignored -> unasked();
        };
    }

    /** These are only acknowledged. */
    private static Decoded<List<ChangerMessage>> unasked() {
        return new Decoded.Refused<>(Malformed.UNKNOWN_CODE);
    }

    private static Decoded<List<ChangerMessage>> one(Decoded<? extends ChangerMessage> decoded) {
        return switch (decoded) {
            case Decoded.Understood<? extends ChangerMessage>(var message) ->
                    new Decoded.Understood<>(List.of(message));
            case Decoded.Refused<? extends ChangerMessage>(var reason) ->
                    new Decoded.Refused<>(reason);
        };
    }

    private static Decoded<ChangerMessage> counts(
            ByteBuffer in, Function<List<Integer>, ChangerMessage> message) {
        return Sized.within(1, TYPES, in, b -> message.apply(Sized.numbers(b)));
    }

    private static Decoded<ChangerMessage> setup(ByteBuffer in) {
        return Sized.within(
                        SETUP_HEAD_BYTES,
                        SETUP_HEAD_BYTES + TYPES,
                        in,
                        b ->
                                new ChangerMessage.SetupData(
                                        u8(b), u16(b), u8(b), u8(b), u16(b), Sized.numbers(b)))
                .then(setup ->
                        setup.level() >= 2 && setup.level() <= 3 && setup.scale() >= 1
                                ? new Decoded.Understood<>(setup)
                                : new Decoded.Refused<>(Malformed.BAD_VALUE));
    }

    private static ChangerMessage id(ByteBuffer in) {
        return new ChangerMessage.PeripheralId(Identification.read(in), u32(in));
    }

    private static Decoded<ChangerMessage> diagnosis(ByteBuffer in) {
        if (in.remaining() % 2 != 0) {
            return new Decoded.Refused<>(Malformed.TRUNCATED);
        }
        return Sized.within(
                2,
                POLL_BYTES_MAX,
                in,
                b -> {
                    List<Integer> codes = new ArrayList<>();
                    while (b.hasRemaining()) {
                        codes.add(u16(b));
                    }
                    return new ChangerMessage.Diagnosis(List.copyOf(codes));
                });
    }

    private static Decoded<List<ChangerMessage>> events(ByteBuffer in) {
        int first = Byte.toUnsignedInt(in.get(0));
        boolean isFile = first >= FILE_TRANSPORT_FIRST && first <= FILE_TRANSPORT_LAST;
        if (isFile) {
            return one(
                    new Decoded.Understood<>(new ChangerMessage.NotUsed(u8(in), Fields.hex(in))));
        }
        if (in.remaining() > POLL_BYTES_MAX) {
            return new Decoded.Refused<>(Malformed.TOO_LONG);
        }
        List<ChangerMessage> events = new ArrayList<>();
        while (in.hasRemaining()) {
            switch (event(in)) {
                case Decoded.Understood<ChangerMessage>(var event) -> events.add(event);
                case Decoded.Refused<ChangerMessage>(var reason) -> {
                    return new Decoded.Refused<>(reason);
                }
            }
        }
        return new Decoded.Understood<>(List.copyOf(events));
    }

    private static Decoded<ChangerMessage> event(ByteBuffer in) {
        int first = u8(in);
        if (first >= 0x40 && !in.hasRemaining()) {
            return new Decoded.Refused<>(Malformed.TRUNCATED);
        }
        int type = first & 0xF;
        if (first >= 0x80) {
            return new Decoded.Understood<>(
                    new ChangerMessage.CoinDispensed(type, first >> 4 & 0x7, u8(in)));
        }
        if (first >= 0x40) {
            return deposited(type, first >> 4 & 0x3, u8(in));
        }
        if (first >= 0x20) {
            return new Decoded.Understood<>(new ChangerMessage.Slugs(first & 0x1F));
        }
        return first >= 1 && first <= STATUSES.length
                ? new Decoded.Understood<>(new ChangerMessage.Status(STATUSES[first - 1]))
                : new Decoded.Refused<>(Malformed.UNKNOWN_CODE);
    }

    /** Route 2 is given to nobody; a coin there is nowhere. */
    private static Decoded<ChangerMessage> deposited(int type, int route, int inTube) {
        return switch (route) {
            case 0 -> deposited(type, ChangerMessage.Routing.CASH_BOX, inTube);
            case 1 -> deposited(type, ChangerMessage.Routing.TUBE, inTube);
            case 3 -> deposited(type, ChangerMessage.Routing.REJECTED, inTube);
            default -> new Decoded.Refused<>(Malformed.BAD_VALUE);
        };
    }

    private static Decoded<ChangerMessage> deposited(
            int type, ChangerMessage.Routing routing, int inTube) {
        return new Decoded.Understood<>(new ChangerMessage.CoinDeposited(type, routing, inTube));
    }
}
