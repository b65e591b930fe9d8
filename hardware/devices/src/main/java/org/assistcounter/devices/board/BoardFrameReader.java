package org.assistcounter.devices.board;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Cuts a line's bytes into frames. After a wrong check byte it looks for the next FA FB inside the
 * refused bytes, so that a spoilt length costs no more frames than it must.
 */
public final class BoardFrameReader {

    private static final int CONTENT_BYTES_MAX = 64;
    private static final int HEX_SHOWN_MAX = 24;

    private byte[] pending = new byte[0];

    /** Gives up a frame whose rest did not come in time; what there is of it is no message. */
    public List<BoardReading> brokenOff() {
        byte[] rest = pending;
        pending = new byte[0];
        return rest.length == 0 ? List.of() : List.of(unusable(rest, BoardFault.TRUNCATED));
    }

    /** The messages, and the bytes that are none, that these bytes complete. */
    public List<BoardReading> received(byte[] bytes) {
        byte[] all = Arrays.copyOf(pending, pending.length + bytes.length);
        System.arraycopy(bytes, 0, all, pending.length, bytes.length);
        List<BoardReading> readings = new ArrayList<>();
        int at = 0;
        int used = -1;
        while (used != at) {
            used = at;
            at = step(all, at, readings);
        }
        pending = Arrays.copyOfRange(all, at, all.length);
        return readings;
    }

    /** Reads one frame or drops bytes before the next; the same position when more must come. */
    private static int step(byte[] all, int at, List<BoardReading> readings) {
        int start = nextStart(all, at);
        if (start > at) {
            readings.add(unusable(Arrays.copyOfRange(all, at, start), BoardFault.NO_FRAME));
            return start;
        }
        if (all.length - at < BoardCodec.HEAD_BYTES) {
            return at;
        }
        int content = Byte.toUnsignedInt(all[at + 3]);
        int end = at + BoardCodec.HEAD_BYTES + content + 1;
        if (content > CONTENT_BYTES_MAX) {
            readings.add(unusable(Arrays.copyOfRange(all, at, at + 2), BoardFault.TOO_LONG));
            return at + 2;
        }
        if (end > all.length) {
            return at;
        }
        byte[] frame = Arrays.copyOfRange(all, at, end);
        boolean isSound =
                BoardCodec.check(frame, frame.length - 1)
                        == Byte.toUnsignedInt(frame[frame.length - 1]);
        readings.add(isSound ? BoardCodec.decode(frame) : unusable(frame, BoardFault.WRONG_CHECK));
        return isSound ? end : at + 2;
    }

    private static int nextStart(byte[] all, int from) {
        for (int i = from; i < all.length; i++) {
            boolean isFirst = Byte.toUnsignedInt(all[i]) == BoardCodec.STX_1;
            boolean mayFollow =
                    i + 1 == all.length || Byte.toUnsignedInt(all[i + 1]) == BoardCodec.STX_2;
            if (isFirst && mayFollow) {
                return i;
            }
        }
        return all.length;
    }

    static BoardReading unusable(byte[] bytes, BoardFault fault) {
        int shown = Math.min(bytes.length, HEX_SHOWN_MAX);
        String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, 0, shown);
        return new BoardReading.Unusable(shown < bytes.length ? hex + " .." : hex, fault);
    }
}
