package org.assistcounter.devices.board;

/** Why bytes are no frame or no message. */
public enum BoardFault {
    NO_FRAME("bytes between frames"),
    WRONG_CHECK("the check byte is wrong"),
    TOO_LONG("longer than any frame of the protocol"),
    TRUNCATED("shorter than its command demands");

    private final String words;

    BoardFault(String words) {
        this.words = words;
    }

    /** The reason for a log line. */
    public String words() {
        return words;
    }
}
