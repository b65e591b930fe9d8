package org.assistcounter.protocol.cbor;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one encoding of a value and no other: the shortest heads, known lengths, keys in their
 * order, sound UTF-8. A length is believed only as far as there are bytes.
 */
final class CborReader {
    private static final int DEPTH_MAX = 8;
    private static final String NOT_OURS = "not in the deterministic encoding";
    private static final String NOT_USED = "a value of a kind that is not used";

    private final byte[] bytes;
    private int textStart;
    private int at;

    CborReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One map and nothing behind it. */
    CborMap only() throws MalformedCborException {
        if (bytes.length == 0 || kind(first()) != CborKind.MAP) {
            throw new MalformedCborException("not a map");
        }
        CborMap map = map(next(), 1);
        if (at != bytes.length) {
            throw new MalformedCborException(NOT_OURS + ": bytes behind the map");
        }
        return map;
    }

    private int first() {
        return Byte.toUnsignedInt(bytes[at]);
    }

    private static int kind(int head) {
        return head >> CborKind.SHIFT;
    }

    private int next() throws MalformedCborException {
        if (at >= bytes.length) {
            throw new MalformedCborException("not CBOR: it ends too early");
        }
        return Byte.toUnsignedInt(bytes[at++]);
    }

    private CborMap map(int head, int depth) throws MalformedCborException {
        long entries = size(head, depth);
        CborMap map = new CborMap();
        int before = at;
        int beforeEnd = at;
        for (long i = 0; i < entries; i++) {
            String key = key();
            int start = textStart;
            int end = at;
            requireOrder(key, i == 0 ? -1 : order(before, beforeEnd, start, end));
            map.append(key, end - start, value(depth));
            before = start;
            beforeEnd = end;
        }
        return map;
    }

    private String key() throws MalformedCborException {
        int head = next();
        if (kind(head) != CborKind.TEXT) {
            throw new MalformedCborException("a key that is no text");
        }
        return text(head);
    }

    /** Encoded keys sort by length first because the length is in the first encoded byte. */
    private int order(int start, int end, int otherStart, int otherEnd) {
        int byLength = Integer.compare(end - start, otherEnd - otherStart);
        return byLength == 0
                ? Arrays.compareUnsigned(bytes, start, end, bytes, otherStart, otherEnd)
                : byLength;
    }

    private static void requireOrder(String key, int order) throws MalformedCborException {
        if (order == 0) {
            throw new MalformedCborException("not CBOR: key " + key + " twice");
        }
        if (order > 0) {
            throw new MalformedCborException(NOT_OURS + ": key " + key);
        }
    }

    private Object value(int depth) throws MalformedCborException {
        int head = next();
        return switch (kind(head)) {
            case CborKind.UNSIGNED -> integer(head);
            case CborKind.NEGATIVE -> ~integer(head);
            case CborKind.BYTES -> {
                int length = length(head);
                at += length;
                yield Arrays.copyOfRange(bytes, at - length, at);
            }
            case CborKind.TEXT -> text(head);
            case CborKind.LIST -> list(head, depth + 1);
            case CborKind.MAP -> map(head, depth + 1);
            case CborKind.TAG -> throw new MalformedCborException(NOT_USED);
            default -> flag(head);
        };
    }

    private static boolean flag(int head) throws MalformedCborException {
        return switch (head) {
            case CborKind.TRUE -> true;
            case CborKind.FALSE -> false;
            default -> throw new MalformedCborException(NOT_USED);
        };
    }

    private List<Object> list(int head, int depth) throws MalformedCborException {
        long elements = size(head, depth);
        List<Object> list = new ArrayList<>();
        for (long i = 0; i < elements; i++) {
            list.add(value(depth));
        }
        return list;
    }

    /** How many values follow; the bytes that are left bound them, one at least for each. */
    private long size(int head, int depth) throws MalformedCborException {
        if (depth > DEPTH_MAX) {
            throw new MalformedCborException("not CBOR: deeper than " + DEPTH_MAX);
        }
        return length(head);
    }

    private int length(int head) throws MalformedCborException {
        long length = integer(head);
        if (length > bytes.length - at) {
            throw new MalformedCborException("not CBOR: it ends too early");
        }
        return (int) length;
    }

    private String text(int head) throws MalformedCborException {
        int length = length(head);
        int start = at;
        textStart = start;
        at += length;
        int hash = length;
        for (int i = start; i < at; i++) {
            if (bytes[i] < 0) {
                return utf8(start, length);
            }
            hash = 31 * hash + bytes[i];
        }
        return RecentTexts.ascii(bytes, start, length, hash);
    }

    private String utf8(int start, int length) throws MalformedCborException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedCborException("not CBOR: broken UTF-8");
        }
    }

    /** What the head counts, in its shortest form. */
    private long integer(int head) throws MalformedCborException {
        int low = head & ((1 << CborKind.SHIFT) - 1);
        if (low <= CborKind.IN_FIRST_BYTE_MAX) {
            return low;
        }
        if (low > CborKind.EIGHT_BYTES) {
            throw new MalformedCborException(NOT_OURS + ": a length that is not said");
        }
        int width = 1 << (low - CborKind.ONE_BYTE);
        long number = 0;
        for (int i = 0; i < width; i++) {
            number = number << Byte.SIZE | next();
        }
        if (number < 0) {
            throw new MalformedCborException("not CBOR: a number that is too large");
        }
        long longest = width == 1 ? CborKind.IN_FIRST_BYTE_MAX : most(width / 2);
        if (number <= longest) {
            throw new MalformedCborException(NOT_OURS + ": a number longer than needed");
        }
        return number;
    }

    private static long most(int width) {
        return (1L << (width * Byte.SIZE)) - 1;
    }
}
