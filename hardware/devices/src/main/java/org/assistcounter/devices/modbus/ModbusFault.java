package org.assistcounter.devices.modbus;

/** Why bytes are no answer. */
public enum ModbusFault {
    TRUNCATED("shorter than its answer"),
    WRONG_CRC("the CRC is wrong"),
    OTHER_UNIT("from another unit"),
    OTHER_FUNCTION("to another function"),
    OTHER_CONTENT("to another address, count or value"),
    NOT_ASKED("an answer to nothing that was asked");

    private final String words;

    ModbusFault(String words) {
        this.words = words;
    }

    /** The reason for a log line. */
    public String words() {
        return words;
    }
}
