package org.assistcounter.devices.mdb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the data of a reader's block, which may hold several messages to be served in order
 * (MDB/ICP 4.2 §7.3.1). One bad message refuses the whole block: where it ends cannot be known.
 */
public final class ReaderMessageDecoder {

    private static final int DECIMALS_MAX = 6;

    private ReaderMessageDecoder() {}

    /** The messages of a block's data, without address and checksum. */
    public static Decoded<List<ReaderMessage>> decode(byte[] data, SessionForm form) {
        if (data.length == 0) {
            return new Decoded.Refused<>(Malformed.EMPTY);
        }
        if (data.length >= MdbBlock.BYTES_MAX) {
            return new Decoded.Refused<>(Malformed.TOO_LONG);
        }
        List<ReaderMessage> messages = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(data);
        while (in.hasRemaining()) {
            switch (next(in, form)) {
                case Decoded.Understood<ReaderMessage>(var message) -> messages.add(message);
                case Decoded.Refused<ReaderMessage>(var reason) -> {
                    return new Decoded.Refused<>(reason);
                }
            }
        }
        return new Decoded.Understood<>(List.copyOf(messages));
    }

    private static Decoded<ReaderMessage> next(ByteBuffer in, SessionForm form) {
        ReaderMessageKind kind = ReaderMessageKind.of(Byte.toUnsignedInt(in.get()));
        if (kind == null) {
            return new Decoded.Refused<>(Malformed.UNKNOWN_CODE);
        }
        int size = kind.dataBytes(form, in.remaining());
        if (in.remaining() < size) {
            return new Decoded.Refused<>(Malformed.TRUNCATED);
        }
        ByteBuffer narrowed = in.slice(in.position(), size);
        in.position(in.position() + size);
        ReaderMessage message = kind.read(narrowed, form);
        return isPossible(message)
                ? new Decoded.Understood<>(message)
                : new Decoded.Refused<>(Malformed.BAD_VALUE);
    }

    /** A scale of zero or a level of none would make every later amount or length wrong. */
    private static boolean isPossible(ReaderMessage message) {
        return !(message instanceof ReaderMessage.ReaderConfig config)
                || (config.level() >= 1
                        && config.level() <= 3
                        && config.scale() >= 1
                        && config.decimals() <= DECIMALS_MAX);
    }
}
