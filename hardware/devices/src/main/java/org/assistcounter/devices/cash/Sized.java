package org.assistcounter.devices.cash;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.Fields;
import org.assistcounter.devices.mdb.Malformed;

/** Reading only when as many bytes are there as the message may have. */
final class Sized {

    private Sized() {}

    static <T> Decoded<T> exactly(int bytes, ByteBuffer in, Function<ByteBuffer, T> read) {
        return within(bytes, bytes, in, read);
    }

    static <T> Decoded<T> within(int least, int most, ByteBuffer in, Function<ByteBuffer, T> read) {
        if (in.remaining() < least) {
            return new Decoded.Refused<>(Malformed.TRUNCATED);
        }
        if (in.remaining() > most) {
            return new Decoded.Refused<>(Malformed.LEFT_OVER);
        }
        return new Decoded.Understood<>(read.apply(in));
    }

    /** The bytes that are left, one number each. */
    static List<Integer> numbers(ByteBuffer in) {
        List<Integer> numbers = new ArrayList<>();
        while (in.hasRemaining()) {
            numbers.add(Fields.u8(in));
        }
        return List.copyOf(numbers);
    }
}
