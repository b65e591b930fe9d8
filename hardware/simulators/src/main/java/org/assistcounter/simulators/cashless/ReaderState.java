package org.assistcounter.simulators.cashless;

/** The reader's states (MDB/ICP 4.2 §7.2); a vend is split by whether the money is taken. */
public enum ReaderState {
    INACTIVE(1),
    DISABLED(2),
    ENABLED(3),
    SESSION_IDLE(4),
    VEND_ASKED(5),
    VEND_APPROVED(5);

    private final int code;

    ReaderState(int code) {
        this.code = code;
    }

    /** The state as 0B tells it at levels 2 and 3 (§7.4.13). */
    int code() {
        return code;
    }
}
