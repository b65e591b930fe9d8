package org.assistcounter.devices.locker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Frames of one direction: 02, address, command, data, 03, sum of all before. A board hears frames
 * of 5 bytes and says frames of 9. The address has the board in its high half and the lock in its
 * low half. After a refused frame the next 02 inside it is tried.
 */
public final class LockerFrames {

    /** The length of what a board hears. */
    public static final int REQUEST_BYTES = 5;

    /** The length of what a board says. */
    public static final int ANSWER_BYTES = 9;

    private static final int STX = 0x02;
    private static final int ETX = 0x03;
    private static final int STATUS_REQUEST = 0x30;
    private static final int UNLOCK = 0x31;
    private static final int STATUS = 0x35;

    private final int length;
    private byte[] pending = new byte[0];

    /** Reads frames of so many bytes. */
    public LockerFrames(int length) {
        this.length = length;
    }

    /** The frame of a message. */
    public static byte[] encode(LockerMessage message) {
        return switch (message) {
            case LockerMessage.Unlock(int board, int lock) -> frame(board << 4 | lock, UNLOCK);
            case LockerMessage.StatusRequest(int board) -> frame(board << 4, STATUS_REQUEST);
            case LockerMessage.Status(int board, int bits) ->
                    frame(board << 4, STATUS, bits, bits >> 8, 0, 0);
        };
    }

    /** The frames, and the bytes that are none, that these bytes complete. */
    public List<LockerReading> received(byte[] bytes) {
        byte[] all = Arrays.copyOf(pending, pending.length + bytes.length);
        System.arraycopy(bytes, 0, all, pending.length, bytes.length);
        List<LockerReading> readings = new ArrayList<>();
        int at = 0;
        int start = nextStart(all, at);
        while (start + length <= all.length) {
            noise(all, at, start, readings);
            byte[] frame = Arrays.copyOfRange(all, start, start + length);
            LockerReading reading = decode(frame);
            readings.add(reading);
            at = start + (reading instanceof LockerReading.Said ? length : 1);
            start = nextStart(all, at);
        }
        noise(all, at, start, readings);
        pending = Arrays.copyOfRange(all, start, all.length);
        return readings;
    }

    /** Gives up a frame whose rest did not come. */
    public List<LockerReading> brokenOff() {
        byte[] rest = pending;
        pending = new byte[0];
        return rest.length == 0 ? List.of() : List.of(unusable(rest, LockerFault.TRUNCATED));
    }

    private LockerReading decode(byte[] frame) {
        int address = Byte.toUnsignedInt(frame[1]);
        int command = Byte.toUnsignedInt(frame[2]);
        if (frame[length - 2] != ETX) {
            return unusable(frame, LockerFault.NO_END);
        }
        if (frame[length - 1] != (byte) sum(frame)) {
            return unusable(frame, LockerFault.WRONG_SUM);
        }
        if (length == ANSWER_BYTES && command == STATUS) {
            int bits = Byte.toUnsignedInt(frame[3]) | Byte.toUnsignedInt(frame[4]) << 8;
            return new LockerReading.Said(new LockerMessage.Status(address >> 4, bits));
        }
        if (length == REQUEST_BYTES && command == UNLOCK) {
            return new LockerReading.Said(new LockerMessage.Unlock(address >> 4, address & 0xF));
        }
        if (length == REQUEST_BYTES && command == STATUS_REQUEST) {
            return new LockerReading.Said(new LockerMessage.StatusRequest(address >> 4));
        }
        return unusable(frame, LockerFault.UNKNOWN_COMMAND);
    }

    private static void noise(byte[] all, int from, int to, List<LockerReading> readings) {
        if (to > from) {
            readings.add(unusable(Arrays.copyOfRange(all, from, to), LockerFault.NO_FRAME));
        }
    }

    private static int nextStart(byte[] all, int from) {
        int at = from;
        while (at < all.length && all[at] != STX) {
            at++;
        }
        return at;
    }

    private static byte[] frame(int address, int command, int... data) {
        byte[] frame = new byte[REQUEST_BYTES + data.length];
        frame[0] = STX;
        frame[1] = (byte) address;
        frame[2] = (byte) command;
        for (int i = 0; i < data.length; i++) {
            frame[3 + i] = (byte) data[i];
        }
        frame[frame.length - 2] = ETX;
        frame[frame.length - 1] = (byte) sum(frame);
        return frame;
    }

    /** The sum of all bytes but the last. */
    private static int sum(byte[] frame) {
        int sum = 0;
        for (int i = 0; i < frame.length - 1; i++) {
            sum += frame[i];
        }
        return sum;
    }

    static LockerReading unusable(byte[] bytes, LockerFault fault) {
        return new LockerReading.Unusable(
                HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes), fault);
    }
}
