package org.assistcounter.verifier;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.verifier.CborValue.Bytes;
import org.assistcounter.verifier.CborValue.Fields;
import org.assistcounter.verifier.CborValue.Flag;
import org.assistcounter.verifier.CborValue.Items;
import org.assistcounter.verifier.CborValue.Text;
import org.assistcounter.verifier.CborValue.Whole;

/**
 * Reads one map in the deterministic encoding of RFC 8949, section 4.2.1, and refuses every other
 * spelling of it. What it accepts therefore encodes to the same bytes again. The page sets no limit
 * of depth; this reader stops at {@link #DEPTH_MAX} so that hostile bytes cannot exhaust the stack.
 */
final class CborReader {

    static final int DEPTH_MAX = 64;

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int FALSE = 0xf4;
    private static final int TRUE = 0xf5;
    private static final int INDEFINITE = 31;

    private final byte[] bytes;
    private int position;

    private CborReader(byte[] bytes) {
        this.bytes = bytes;
    }

    static Fields read(byte[] bytes) throws MalformedException {
        CborReader reader = new CborReader(bytes);
        CborValue value = reader.value(0);
        if (reader.position != bytes.length) {
            throw new MalformedException("bytes follow the end of the map");
        }
        if (!(value instanceof Fields fields)) {
            throw new MalformedException("it is not a map");
        }
        return fields;
    }

    private CborValue value(int depth) throws MalformedException {
        if (depth > DEPTH_MAX) {
            throw new MalformedException("it is nested deeper than " + DEPTH_MAX);
        }
        int first = next();
        if (first == FALSE || first == TRUE) {
            return new Flag(first == TRUE);
        }
        int major = first >> 5;
        int additional = first & 0x1f;
        if (major > MAP) {
            throw new MalformedException(String.format("a value begins with byte %02x", first));
        }
        long argument = argument(additional);
        return switch (major) {
            case UNSIGNED -> new Whole(unsigned(argument));
            case NEGATIVE -> new Whole(unsigned(argument).not());
            case BYTES -> new Bytes(HexFormat.of().formatHex(take(argument)));
            case TEXT -> new Text(utf8(take(argument)));
            case ARRAY -> items(argument, depth);
            default -> fields(argument, depth);
        };
    }

    private static BigInteger unsigned(long argument) {
        return argument >= 0
                ? BigInteger.valueOf(argument)
                : new BigInteger(Long.toUnsignedString(argument));
    }

    /** The number in the head of a value, as unsigned 64 bits, in its shortest form only. */
    private long argument(int additional) throws MalformedException {
        if (additional < 24) {
            return additional;
        }
        if (additional == INDEFINITE) {
            throw new MalformedException("a length is indefinite");
        }
        if (additional > 27) {
            throw new MalformedException("a head uses the reserved form " + additional);
        }
        int width = 1 << (additional - 24);
        long argument = 0;
        for (byte octet : take(width)) {
            argument = argument << 8 | (octet & 0xff);
        }
        boolean shortest =
                width == 1 ? argument >= 24 : argument < 0 || argument >>> (width * 4) != 0;
        if (!shortest) {
            throw new MalformedException("an integer or length is not in its shortest form");
        }
        return argument;
    }

    private Items items(long count, int depth) throws MalformedException {
        refuseMoreThanIsLeft(count);
        List<CborValue> values = new ArrayList<>();
        for (long index = 0; index < count; index++) {
            values.add(value(depth + 1));
        }
        return new Items(List.copyOf(values));
    }

    private Fields fields(long count, int depth) throws MalformedException {
        refuseMoreThanIsLeft(count);
        Map<String, CborValue> values = new LinkedHashMap<>();
        byte[] before = new byte[0];
        for (long index = 0; index < count; index++) {
            int start = position;
            if (!(value(depth + 1) instanceof Text key)) {
                throw new MalformedException("a key is not text");
            }
            byte[] encoded = Arrays.copyOfRange(bytes, start, position);
            int order = Arrays.compareUnsigned(before, encoded);
            if (order == 0) {
                throw new MalformedException("a key stands twice");
            }
            if (order > 0) {
                throw new MalformedException("the keys are not sorted by their encoded bytes");
            }
            before = encoded;
            values.put(key.value(), value(depth + 1));
        }
        return new Fields(values);
    }

    private void refuseMoreThanIsLeft(long count) throws MalformedException {
        if (count < 0 || count > bytes.length - position) {
            throw new MalformedException("a length is greater than what is left");
        }
    }

    private int next() throws MalformedException {
        if (position == bytes.length) {
            throw new MalformedException("it ends in the middle");
        }
        return bytes[position++] & 0xff;
    }

    private byte[] take(long count) throws MalformedException {
        refuseMoreThanIsLeft(count);
        int start = position;
        position += (int) count;
        return Arrays.copyOfRange(bytes, start, position);
    }

    private static String utf8(byte[] text) throws MalformedException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
        } catch (CharacterCodingException failure) {
            throw new MalformedException("a text is not valid UTF-8");
        }
    }
}
