package org.assistcounter.devices.locker;

/** Why bytes are no frame or no answer. */
public enum LockerFault {
    NO_FRAME("bytes between frames"),
    NO_END("03 is not where the frame ends"),
    WRONG_SUM("the sum is wrong"),
    UNKNOWN_COMMAND("a command that this side does not hear"),
    TRUNCATED("shorter than a frame"),
    NOT_ASKED("an answer to nothing that was asked");

    private final String words;

    LockerFault(String words) {
        this.words = words;
    }

    /** The reason for a log line. */
    public String words() {
        return words;
    }
}
