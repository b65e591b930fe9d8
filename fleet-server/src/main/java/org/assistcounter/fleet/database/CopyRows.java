package org.assistcounter.fleet.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the binary form of COPY, each column in the order of the statement. A value that
 * PostgreSQL would have to read from words costs it several times as much.
 */
public final class CopyRows {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};
    private static final int FLAGS_AND_EXTENSION = 2 * Integer.BYTES;
    private static final int NULL = -1;
    private static final short END = -1;
    private static final int BEGINNING = 16 * 1024;
    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;
    private static final long MICROS = 1_000_000;
    private static final int NANOS_A_MICRO = 1_000;

    private final int columns;
    private ByteBuffer bytes = ByteBuffer.allocate(BEGINNING);
    private int rows;

    /** None yet, of so many columns. */
    public CopyRows(int columns) {
        this.columns = columns;
        bytes.put(SIGNATURE).put(new byte[FLAGS_AND_EXTENSION]);
    }

    /** Begins a row. */
    public CopyRows row() {
        room(Short.BYTES).putShort((short) columns);
        rows++;
        return this;
    }

    /** A text, or nothing. */
    public CopyRows text(@Nullable String text) {
        if (text == null) {
            room(Integer.BYTES).putInt(NULL);
            return this;
        }
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A `bytea`. */
    public CopyRows bytes(byte[] value) {
        room(Integer.BYTES + value.length).putInt(value.length).put(value);
        return this;
    }

    /** A `bigint`. */
    public CopyRows number(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
        return this;
    }

    /** An `int`. */
    public CopyRows small(int value) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        return this;
    }

    /** A `boolean`. */
    public CopyRows bool(boolean value) {
        room(Integer.BYTES + 1).putInt(1).put((byte) (value ? 1 : 0));
        return this;
    }

    /** A `timestamptz`. */
    public CopyRows moment(Instant value) {
        try {
            long seconds = Math.subtractExact(value.getEpochSecond(), EPOCH_SECOND);
            return number(
                    Math.addExact(
                            Math.multiplyExact(seconds, MICROS), value.getNano() / NANOS_A_MICRO));
        } catch (ArithmeticException tooFar) {
            throw new DateTimeException("No moment of a table: " + value, tooFar);
        }
    }

    /** A `date`. */
    public CopyRows day(LocalDate value) {
        try {
            return small(Math.toIntExact(value.toEpochDay() - EPOCH_DAY));
        } catch (ArithmeticException tooFar) {
            throw new DateTimeException("No day of a table: " + value, tooFar);
        }
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /** All of it, with its end. */
    ByteBuffer finished() {
        room(Short.BYTES).putShort(END);
        return bytes.flip();
    }

    private ByteBuffer room(int more) {
        if (bytes.remaining() < more) {
            int length = Math.max(2 * bytes.capacity(), bytes.position() + more);
            bytes =
                    ByteBuffer.wrap(Arrays.copyOf(bytes.array(), length))
                            .position(bytes.position());
        }
        return bytes;
    }
}
