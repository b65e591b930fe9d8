package org.assistcounter.devices.locker;

import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;
import org.jspecify.annotations.Nullable;

/**
 * One opening: CHECKING (two answers must say locked) -> OPENING (unlock was sent, once) -> its
 * evidence. Not locked beyond the coil's pulse is an opened door; locked at the end, without a gap
 * in the answers in which it could have been open and shut again, is a door that stayed shut.
 */
final class Opening {

    private static final int ANSWERS_WANTED = 2;
    private static final int NO_STATUS = -1;
    private static final int LOCKED = 1;
    private static final int NOT_LOCKED = 0;
    private static final long CHECKING_MILLIS = 3_000;
    private static final long PULSE_MILLIS = 700;
    private static final long OPENING_MILLIS = 4_000;
    private static final long GAP_MILLIS = 1_000;

    final long commandNumber;
    final int board;
    final int lock;
    private final SelfTest atCommand;
    private boolean isSent;
    private boolean isStarted;
    private long limitAt;
    private long sentAt;
    private long answeredAt;
    private boolean hasGap;
    private boolean wasReleased;
    private int lockedRun;
    private int openRun;

    Opening(long commandNumber, int selection, SelfTest atCommand, long now) {
        this.commandNumber = commandNumber;
        this.board = selection >> 4;
        this.lock = selection & 0xF;
        this.atCommand = atCommand;
        this.limitAt = now + CHECKING_MILLIS;
    }

    boolean isSent() {
        return isSent;
    }

    boolean isStarted() {
        return isStarted;
    }

    /** The line has answered after the unlock, so the board was there. */
    void started() {
        isStarted = true;
    }

    long limitAt() {
        return limitAt;
    }

    /** Whether the unlock may be sent now. */
    boolean mayBeSent() {
        return !isSent && lockedRun >= ANSWERS_WANTED;
    }

    void sent(long now) {
        isSent = true;
        sentAt = now;
        answeredAt = now;
        lockedRun = 0;
        limitAt = now + OPENING_MILLIS;
    }

    /** Takes an answer; the evidence if it settles the matter. */
    @Nullable TurnEvidence answered(boolean isLocked, long now) {
        lockedRun = isLocked ? lockedRun + 1 : 0;
        openRun = isLocked ? 0 : openRun + 1;
        if (!isSent) {
            return isLocked ? null : notLockedBefore();
        }
        hasGap |= now - answeredAt > GAP_MILLIS;
        answeredAt = now;
        wasReleased |= !isLocked;
        boolean isOpen = openRun >= ANSWERS_WANTED && now - sentAt >= PULSE_MILLIS;
        return isOpen ? evidence(Home.RETURNED, Drop.SEEN, NOT_LOCKED) : null;
    }

    /** What can be shown when the time is over. */
    TurnEvidence atLimit(long now) {
        if (!isSent) {
            // The lock never heard of it, so there was nothing to miss in between.
            return new TurnEvidence(
                    Home.NOT_RETURNED, Drop.NOT_SEEN, atCommand, atCommand, NO_STATUS);
        }
        boolean isWatched = !hasGap && now - answeredAt <= GAP_MILLIS;
        return isWatched && lockedRun >= ANSWERS_WANTED
                ? evidence(wasReleased ? Home.RETURNED : Home.NOT_RETURNED, Drop.NOT_SEEN, LOCKED)
                : lost();
    }

    TurnEvidence lost() {
        return TurnEvidence.lost(isSent ? SelfTest.GOOD : atCommand);
    }

    /** An open door or a stuck switch: nothing was sent, but the goods may be out. */
    private static TurnEvidence notLockedBefore() {
        return new TurnEvidence(Home.UNKNOWN, Drop.UNKNOWN, SelfTest.BAD, SelfTest.BAD, NOT_LOCKED);
    }

    private static TurnEvidence evidence(Home home, Drop drop, int status) {
        return new TurnEvidence(home, drop, SelfTest.GOOD, SelfTest.GOOD, status);
    }
}
