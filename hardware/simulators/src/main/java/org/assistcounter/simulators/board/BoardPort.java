package org.assistcounter.simulators.board;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.assistcounter.devices.board.BoardCodec;
import org.assistcounter.devices.board.BoardMessage;
import org.jspecify.annotations.Nullable;

/**
 * The talking half of the simulated board: polls, sends data instead of a poll until the host
 * acknowledges it (five repetitions), and knows a repeated command by its number.
 */
final class BoardPort {

    private static final int RESENDS_MAX = 5;
    private static final int NUMBER_MAX = 255;

    private final Deque<BoardMessage> toSay = new ArrayDeque<>();
    private final List<byte[]> sends = new ArrayList<>();
    private final Set<String> faults;
    private @Nullable BoardMessage saying;
    private int sayings;
    private int nextNumber = 1;
    private int lastHeardNumber;
    private long silentUntil = Long.MIN_VALUE;

    BoardPort(Set<String> faults) {
        this.faults = faults;
    }

    void restart() {
        toSay.clear();
        saying = null;
        nextNumber = 1;
        lastHeardNumber = 0;
    }

    void beSilentUntil(long millis) {
        silentUntil = millis;
    }

    boolean isSilentAt(long now) {
        return now < silentUntil;
    }

    int takeNumber() {
        int number = nextNumber;
        nextNumber = nextNumber == NUMBER_MAX ? 1 : nextNumber + 1;
        return number;
    }

    void queue(BoardMessage message) {
        toSay.add(message);
    }

    /** The board's turn to speak: data if there is some, else a poll. */
    void speak(long now) {
        if (saying != null && sayings > RESENDS_MAX) {
            saying = null;
        }
        if (saying == null) {
            saying = toSay.poll();
            sayings = 0;
        }
        sayings++;
        BoardMessage data = saying;
        put(data == null ? new BoardMessage.Poll() : data, now);
    }

    void acknowledged() {
        saying = null;
    }

    /** Acknowledges a command; true if it is new, false if it is a repetition. */
    boolean accept(int number, long now) {
        put(new BoardMessage.Ack(), now);
        boolean isNew = number != lastHeardNumber;
        lastHeardNumber = number;
        return isNew;
    }

    /** What has gathered; whoever sends it empties the list. */
    List<byte[]> sends() {
        return sends;
    }

    private void put(BoardMessage message, long now) {
        if (isSilentAt(now) || faults.remove("lose-next")) {
            return;
        }
        byte[] frame = BoardCodec.encode(message);
        if (faults.remove("flip-next")) {
            frame[frame.length / 2] ^= 0x21;
        }
        if (faults.remove("noise-next")) {
            frame = new byte[] {0x55, (byte) 0xFA, 0x00, 0x7E};
        }
        sends.add(frame);
    }
}
