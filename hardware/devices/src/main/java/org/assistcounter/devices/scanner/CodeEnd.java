package org.assistcounter.devices.scanner;

/** How a scanner is set to end a code. */
public enum CodeEnd {
    /** With CR, LF or both. Any of them ends a code, so a changed setting does not stop sales. */
    LINE_END(500),
    /** With nothing: a pause is the end. */
    PAUSE(50);

    private final long silenceMillis;

    CodeEnd(long silenceMillis) {
        this.silenceMillis = silenceMillis;
    }

    /** After so much silence nothing more of a code comes. */
    long silenceMillis() {
        return silenceMillis;
    }
}
