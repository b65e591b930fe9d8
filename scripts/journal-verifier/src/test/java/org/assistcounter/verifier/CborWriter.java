package org.assistcounter.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The deterministic encoding for tests, from the other end than the reader. */
final class CborWriter {

    private CborWriter() {}

    static byte[] encode(Object value) {
        return switch (value) {
            case Integer number -> whole(number);
            case Long number -> whole(number);
            case Boolean flag -> new byte[] {(byte) (flag ? 0xf5 : 0xf4)};
            case String text -> text(text);
            case byte[] bytes -> join(head(2, bytes.length), bytes);
            case List<?> items -> join(head(4, items.size()), joined(items));
            case Map<?, ?> fields -> join(head(5, fields.size()), sorted(fields));
            default -> throw new IllegalArgumentException(value.getClass().getName());
        };
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return join(head(3, bytes.length), bytes);
    }

    private static byte[] joined(List<?> items) {
        return join(items.stream().map(CborWriter::encode).toArray(byte[][]::new));
    }

    private static byte[] sorted(Map<?, ?> fields) {
        return join(
                fields.entrySet().stream()
                        .map(field ->
                                new byte[][] {encode(field.getKey()), encode(field.getValue())})
                        .sorted(Comparator.comparing(pair -> pair[0], Arrays::compareUnsigned))
                        .map(CborWriter::join)
                        .toArray(byte[][]::new));
    }

    private static byte[] whole(long number) {
        return number >= 0 ? head(0, number) : head(1, ~number);
    }

    private static byte[] head(int major, long argument) {
        int first = major << 5;
        if (argument < 24) {
            return new byte[] {(byte) (first | argument)};
        }
        if (argument < 1L << 8) {
            return new byte[] {(byte) (first | 24), (byte) argument};
        }
        if (argument < 1L << 16) {
            ByteBuffer two = ByteBuffer.allocate(3).put((byte) (first | 25));
            return two.putShort((short) argument).array();
        }
        if (argument < 1L << 32) {
            return ByteBuffer.allocate(5).put((byte) (first | 26)).putInt((int) argument).array();
        }
        return ByteBuffer.allocate(9).put((byte) (first | 27)).putLong(argument).array();
    }
}
