package org.assistcounter.devices.scanner;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Collects the bytes of one code. After a fault the rest, up to the end, belongs to the fault. */
final class CodeReader {

    private static final int BYTES_MAX = 512;
    private static final int SPACE = 0x20;
    private static final int DELETE = 0x7F;

    /** What the bytes of one code were: text, or a fault and no text. */
    record Reading(String text, @Nullable ScannerFault fault, int byteCount) {}

    private final byte[] bytes = new byte[BYTES_MAX];
    private @Nullable ScannerFault fault;
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    void add(int value) {
        if (value < SPACE || value == DELETE) {
            spoilt(ScannerFault.CONTROL_BYTE);
        } else if (count >= BYTES_MAX) {
            spoilt(ScannerFault.TOO_LONG);
        } else {
            bytes[count] = (byte) value;
        }
        count++;
    }

    void spoilt(ScannerFault how) {
        if (fault == null) {
            fault = how;
        }
    }

    void forget() {
        fault = null;
        count = 0;
    }

    /** The code, and begins the next one. */
    Reading finish() {
        Reading reading = reading();
        forget();
        return reading;
    }

    private Reading reading() {
        if (fault != null) {
            return new Reading("", fault, count);
        }
        try {
            ByteBuffer code = ByteBuffer.wrap(bytes, 0, count);
            String text = StandardCharsets.UTF_8.newDecoder().decode(code).toString();
            return new Reading(text, null, count);
        } catch (CharacterCodingException e) {
            return new Reading("", ScannerFault.NOT_UTF_8, count);
        }
    }
}
