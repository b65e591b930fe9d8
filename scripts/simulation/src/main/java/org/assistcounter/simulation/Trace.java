package org.assistcounter.simulation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.assistcounter.protocol.signing.Sha256;

/**
 * Everything that happened in a run, in one number: inputs, effects, records and the bytes on every
 * wire, each with its time. Two runs that differ in one of them differ here. At the level of sales
 * the words of an input or effect are not taken in, only what kind it is: its consequences are in
 * the records.
 */
final class Trace {
    private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

    private final boolean takesWords;
    private long state = 1;
    private long count;

    Trace(Level level) {
        this.takesWords = level == Level.WIRE;
    }

    /** An input or an effect. */
    void seen(Object record) {
        if (takesWords) {
            mix(record.toString());
        } else {
            mix(record.getClass().getName().hashCode());
        }
    }

    void mix(long word) {
        state = (state ^ word) * PRIME;
        state ^= state >>> 29;
        count++;
    }

    void mix(byte[] bytes) {
        int at = 0;
        ByteBuffer words = ByteBuffer.wrap(bytes);
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            mix(words.getLong(at));
        }
        long rest = bytes.length;
        for (; at < bytes.length; at++) {
            rest = (rest << Byte.SIZE) | Byte.toUnsignedLong(bytes[at]);
        }
        mix(rest);
    }

    private void mix(String words) {
        mix(words.getBytes(StandardCharsets.UTF_8));
    }

    byte[] hash() {
        return Sha256.of(ByteBuffer.allocate(2 * Long.BYTES).putLong(state).putLong(count).array());
    }
}
