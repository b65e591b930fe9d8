package org.assistcounter.devices.mdb;

/** Why bytes are no message. Each reason is a value, so that a bad line is never an exception. */
public enum Malformed {
    EMPTY("no bytes"),
    TOO_LONG("longer than a block of 36 bytes"),
    NOT_HEXADECIMAL("not pairs of hexadecimal digits"),
    WRONG_CHECKSUM("the checksum is wrong"),
    UNKNOWN_CODE("no message begins with this code"),
    TRUNCATED("shorter than its code demands"),
    LEFT_OVER("longer than its code demands"),
    BAD_VALUE("a field has a value that cannot be");

    private final String words;

    Malformed(String words) {
        this.words = words;
    }

    /** The reason for a log line. */
    public String words() {
        return words;
    }
}
