package org.assistcounter.devices.locker;

/** What is said on a locker's line. A board is 0..15, a lock 0..15 of its board. */
public sealed interface LockerMessage {

    /** 31: give one lock's coil a pulse. The board says nothing to it. */
    record Unlock(int board, int lock) implements LockerMessage {}

    /** 30: how are the locks? */
    record StatusRequest(int board) implements LockerMessage {}

    /** 35: a bit for each lock, 1 for locked. */
    record Status(int board, int lockedBits) implements LockerMessage {

        /** Whether a lock is locked, which its latch shows only with the door in it. */
        public boolean isLocked(int lock) {
            return (lockedBits >> lock & 1) != 0;
        }
    }
}
