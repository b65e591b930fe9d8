package org.assistcounter.devices.scanner;

/** Why bytes are no code. */
public enum ScannerFault {
    CONTROL_BYTE("a control byte in a code"),
    TOO_LONG("longer than any code we take"),
    NOT_UTF_8("not text"),
    BROKEN_OFF("the end of the code did not come");

    private final String words;

    ScannerFault(String words) {
        this.words = words;
    }

    /** The reason for a log line. */
    public String words() {
        return words;
    }
}
