package org.assistcounter.devices.modbus;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request at a time and its answer. A frame ends by its length or by a gap: 3.5 characters are
 * 2 to 4 ms, but a USB adapter or a TCP line pauses longer, so 20 ms are waited for. Bytes while
 * nothing is asked are nobody's answer, and a new request waits until the line is quiet.
 */
final class ModbusExchange {

    private static final long ANSWER_MILLIS = 300;
    private static final long GAP_MILLIS = 20;
    private static final long QUIET_MILLIS = 4;
    private static final byte[] NONE = {};

    private final int unit;
    private @Nullable ModbusRequest request;
    private byte[] begun = NONE;
    private long giveUpAt = Long.MAX_VALUE;
    private long bytesAt = Long.MIN_VALUE / 2;

    ModbusExchange(int unit) {
        this.unit = unit;
    }

    boolean isFree(long now) {
        return request == null && now >= freeAt();
    }

    /** When a request may be sent. */
    long freeAt() {
        return bytesAt + QUIET_MILLIS;
    }

    boolean isAsking() {
        return request != null;
    }

    long deadlineMillis() {
        return giveUpAt;
    }

    byte[] ask(ModbusRequest next, long now) {
        request = next;
        begun = NONE;
        giveUpAt = now + ANSWER_MILLIS;
        return ModbusCodec.encode(unit, next);
    }

    void forget() {
        request = null;
        begun = NONE;
        giveUpAt = Long.MAX_VALUE;
    }

    /** Bytes arrived: the answer if it is whole. */
    Optional<ModbusAnswer> received(byte[] bytes, long now) {
        bytesAt = now;
        ModbusRequest asked = request;
        if (asked == null) {
            return Optional.of(ModbusCodec.unusable(bytes, ModbusFault.NOT_ASKED));
        }
        int before = begun.length;
        begun = Arrays.copyOf(begun, before + bytes.length);
        System.arraycopy(bytes, 0, begun, before, bytes.length);
        if (begun.length < ModbusCodec.answerBytes(asked, begun)) {
            giveUpAt = Math.min(giveUpAt, now + GAP_MILLIS);
            return Optional.empty();
        }
        return Optional.of(finish(asked));
    }

    /** Time passed: a broken-off answer, or an empty one for silence. */
    Optional<ModbusAnswer> elapsed(long now) {
        ModbusRequest asked = request;
        return asked != null && now >= giveUpAt ? Optional.of(finish(asked)) : Optional.empty();
    }

    private ModbusAnswer finish(ModbusRequest asked) {
        ModbusAnswer answer = ModbusCodec.decode(unit, asked, begun);
        forget();
        return answer;
    }

    /** Whether an answer is mere silence. */
    static boolean isSilence(ModbusAnswer answer) {
        return answer instanceof ModbusAnswer.Unusable unusable && unusable.hex().isEmpty();
    }
}
