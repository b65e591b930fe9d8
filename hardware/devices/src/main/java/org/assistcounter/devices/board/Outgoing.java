package org.assistcounter.devices.board;

import org.jspecify.annotations.Nullable;

/**
 * The command on its way to the board and the packet numbers. A question that is not acknowledged
 * is sent again with the same number, five times at most (protocol §2). A drive command is not: it
 * may have been carried out.
 */
final class Outgoing {

    private static final int RESENDS_MAX = 5;
    private static final int NUMBER_MAX = 255;

    private int nextNumber = 1;
    private @Nullable BoardMessage inFlight;
    private byte[] frame = new byte[0];
    private int sends;

    /** The number for the next new command. */
    int takeNumber() {
        int number = nextNumber;
        nextNumber = nextNumber == NUMBER_MAX ? 1 : nextNumber + 1;
        return number;
    }

    byte[] begin(BoardMessage command) {
        inFlight = command;
        frame = BoardCodec.encode(command);
        sends = 1;
        return frame;
    }

    boolean mayRepeat() {
        return inFlight != null && !(inFlight instanceof BoardMessage.DriveDirectly);
    }

    /** The frame again; null when it has been sent often enough and is given up. */
    byte @Nullable [] again() {
        if (sends > RESENDS_MAX) {
            inFlight = null;
            return null;
        }
        sends++;
        return frame;
    }

    /** The board has it. */
    @Nullable BoardMessage acknowledged() {
        BoardMessage done = inFlight;
        inFlight = null;
        return done;
    }

    void forget() {
        inFlight = null;
    }
}
