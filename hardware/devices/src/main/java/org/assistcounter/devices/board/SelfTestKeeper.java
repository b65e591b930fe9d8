package org.assistcounter.devices.board;

import org.assistcounter.devices.dispenser.SelfTest;

/**
 * The latest self-test and its age. The protocol has no self-test of the drop sensor alone: 54
 * reports the machine, and we read "not normal" as "the sensor's word is doubtful". An answer that
 * is too old is no answer.
 */
final class SelfTestKeeper {

    private static final long EVERY_MILLIS = 3_000;
    private static final long ASK_AGAIN_MILLIS = 1_000;
    private static final long FRESH_MILLIS = 10_000;

    private SelfTest latest = SelfTest.UNKNOWN;
    private long answeredAt = Long.MIN_VALUE / 2;
    private long askedAt = Long.MIN_VALUE / 2;

    void forget() {
        latest = SelfTest.UNKNOWN;
        answeredAt = Long.MIN_VALUE / 2;
        askedAt = Long.MIN_VALUE / 2;
    }

    void asked(long now) {
        askedAt = now;
    }

    /** Takes an answer; true if it says something new. */
    boolean answered(int status, long now) {
        SelfTest before = latest;
        latest = status == 0 ? SelfTest.GOOD : SelfTest.BAD;
        answeredAt = now;
        return before != latest;
    }

    SelfTest at(long now) {
        return now - answeredAt <= FRESH_MILLIS ? latest : SelfTest.UNKNOWN;
    }

    boolean isDue(long now) {
        return now - answeredAt >= EVERY_MILLIS && now - askedAt >= ASK_AGAIN_MILLIS;
    }
}
