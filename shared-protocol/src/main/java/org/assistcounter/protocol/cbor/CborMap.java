package org.assistcounter.protocol.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A map with text keys, kept in the order RFC 8949 section 4.2.1 demands, so that equal maps have
 * equal bytes. Values are Long, Boolean, String, byte[], CborMap, or a List of these.
 */
public final class CborMap {
    private static final int START = 8;

    private String[] keys = new String[START];
    private int[] lengths = new int[START];
    private Object[] values = new Object[START];
    private int size;

    /** Encoded keys sort by length first because the length is in the first encoded byte. */
    private int order(int count, String key, int length) {
        if (count == 0) {
            return -1;
        }
        int byLength = Integer.compare(lengths[count - 1], length);
        return byLength == 0 ? keys[count - 1].compareTo(key) : byLength;
    }

    private static int encodedLength(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) > 0x7F) {
                return key.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return key.length();
    }

    public CborMap put(String key, long value) {
        return putValue(key, value);
    }

    public CborMap put(String key, boolean value) {
        return putValue(key, value);
    }

    public CborMap put(String key, String value) {
        return putValue(key, value);
    }

    public CborMap put(String key, byte[] value) {
        return putValue(key, value.clone());
    }

    public CborMap put(String key, CborMap value) {
        return putValue(key, value);
    }

    public CborMap put(String key, List<?> value) {
        return putValue(key, List.copyOf(value));
    }

    /** Leaves the key out when there is no value. */
    public CborMap putIfPresent(String key, @Nullable String value) {
        return value == null ? this : put(key, value);
    }

    /** A body has few keys, and they mostly come in their order. */
    private CborMap putValue(String key, Object value) {
        int length = encodedLength(key);
        int at = size;
        int order = order(at, key, length);
        while (order > 0) {
            at--;
            order = order(at, key, length);
        }
        if (order == 0) {
            throw new IllegalArgumentException("key " + key + " twice");
        }
        room();
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(lengths, at, lengths, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        set(at, key, length, value);
        return this;
    }

    /** A key that is known to come after all others. */
    void append(String key, int length, Object value) {
        room();
        set(size, key, length, value);
    }

    private void room() {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
    }

    private void set(int at, String key, int length, Object value) {
        keys[at] = key;
        lengths[at] = length;
        values[at] = value;
        size++;
    }

    int size() {
        return size;
    }

    String key(int index) {
        return keys[index];
    }

    Object value(int index) {
        return values[index];
    }

    private @Nullable Object get(String key) {
        for (int i = 0; i < size; i++) {
            if (keys[i].equals(key)) {
                return values[i];
            }
        }
        return null;
    }

    public boolean has(String key) {
        return get(key) != null;
    }

    public long integer(String key) throws MalformedCborException {
        return as(key, Long.class);
    }

    /** An integer that must lie in a range, both ends included. */
    public long integer(String key, long min, long max) throws MalformedCborException {
        long value = integer(key);
        if (value < min || value > max) {
            throw new MalformedCborException(key + " is " + value + ", not in " + min + ".." + max);
        }
        return value;
    }

    public boolean flag(String key) throws MalformedCborException {
        return as(key, Boolean.class);
    }

    public String text(String key) throws MalformedCborException {
        return as(key, String.class);
    }

    public @Nullable String textOrNull(String key) throws MalformedCborException {
        return has(key) ? text(key) : null;
    }

    public byte[] bytes(String key) throws MalformedCborException {
        return as(key, byte[].class).clone();
    }

    public CborMap map(String key) throws MalformedCborException {
        return as(key, CborMap.class);
    }

    /** A list whose every element has the given type. */
    public <T> List<T> list(String key, Class<T> element) throws MalformedCborException {
        List<?> list = as(key, List.class);
        for (Object value : list) {
            if (!element.isInstance(value)) {
                throw new MalformedCborException(key + " holds something else than expected");
            }
        }
        return list.stream().map(element::cast).toList();
    }

    private <T> T as(String key, Class<T> type) throws MalformedCborException {
        Object value = get(key);
        if (value == null) {
            throw new MalformedCborException(key + " is missing");
        }
        if (!type.isInstance(value)) {
            throw new MalformedCborException(key + " is not a " + type.getSimpleName());
        }
        return type.cast(value);
    }
}
