package org.assistcounter.protocol.cbor;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Values one after another, each in its shortest form. */
final class CborWriter {
    private static final int START = 160;

    private byte[] out = new byte[START];
    private int length;

    byte[] bytes() {
        return Arrays.copyOf(out, length);
    }

    void map(CborMap map) {
        head(CborKind.MAP, map.size());
        for (int i = 0; i < map.size(); i++) {
            text(map.key(i));
            value(map.value(i));
        }
    }

    private void value(Object value) {
        switch (value) {
            case Long number -> integer(number);
            case Boolean flag -> put(flag ? CborKind.TRUE : CborKind.FALSE);
            case String text -> text(text);
            case byte[] bytes -> counted(CborKind.BYTES, bytes);
            case CborMap map -> map(map);
            case List<?> list -> list(list);
            default -> throw new IllegalArgumentException("no encoding for " + value.getClass());
        }
    }

    private void integer(long number) {
        head(number < 0 ? CborKind.NEGATIVE : CborKind.UNSIGNED, number < 0 ? ~number : number);
    }

    private void list(List<?> list) {
        head(CborKind.LIST, list.size());
        list.forEach(this::value);
    }

    private void text(String text) {
        int chars = text.length();
        if (chars > CborKind.IN_FIRST_BYTE_MAX || !isAscii(text)) {
            counted(CborKind.TEXT, utf8(text));
            return;
        }
        head(CborKind.TEXT, chars);
        room(chars);
        for (int i = 0; i < chars; i++) {
            out[length++] = (byte) text.charAt(i);
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Half a pair of surrogates has no encoding and is not replaced by anything. */
    private static byte[] utf8(String text) {
        if (isAscii(text)) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a text that has no encoding in UTF-8", e);
        }
    }

    private void counted(int kind, byte[] bytes) {
        head(kind, bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, out, length, bytes.length);
        length += bytes.length;
    }

    /** The kind and its count, which is never negative. */
    private void head(int kind, long count) {
        int first = kind << CborKind.SHIFT;
        if (count <= CborKind.IN_FIRST_BYTE_MAX) {
            put(first | (int) count);
            return;
        }
        int width = CborKind.ONE_BYTE;
        int bytes = 1;
        while (bytes < Long.BYTES && count >>> (bytes * Byte.SIZE) != 0) {
            width++;
            bytes *= 2;
        }
        put(first | width);
        room(bytes);
        for (int i = bytes - 1; i >= 0; i--) {
            out[length++] = (byte) (count >>> (i * Byte.SIZE));
        }
    }

    private void put(int value) {
        room(1);
        out[length++] = (byte) value;
    }

    private void room(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, length + more));
        }
    }
}
