package org.assistcounter.devices.cabinet;

/**
 * The door lock: IDLE -> RELEASED (current on, for a moment) -> AWAITING (current off, the door may
 * still be pulled) -> IDLE. Opening the door ends both.
 */
record LockPulse(Stage stage, long commandNumber, long releasedAtMillis) {

    static final LockPulse NEVER = new LockPulse(Stage.IDLE, 0, Long.MIN_VALUE / 2);

    /** Where a release is. */
    enum Stage {
        IDLE,
        RELEASED,
        AWAITING
    }

    boolean isCooling(long now, CabinetSettings settings) {
        return now - releasedAtMillis < settings.pulseMillis() + settings.coolMillis();
    }

    LockPulse released(long number, long now) {
        return new LockPulse(Stage.RELEASED, number, now);
    }

    LockPulse in(Stage next) {
        return new LockPulse(next, commandNumber, releasedAtMillis);
    }

    /** The stage after so much time with the door closed. */
    LockPulse at(long now, CabinetSettings settings) {
        long passed = now - releasedAtMillis;
        return switch (stage) {
            case IDLE -> this;
            case RELEASED, AWAITING -> {
                if (passed >= settings.useMillis()) {
                    yield in(Stage.IDLE);
                }
                yield passed >= settings.pulseMillis() ? in(Stage.AWAITING) : this;
            }
        };
    }

    long deadlineMillis(CabinetSettings settings) {
        return switch (stage) {
            case IDLE -> Long.MAX_VALUE;
            case RELEASED -> releasedAtMillis + settings.pulseMillis();
            case AWAITING -> releasedAtMillis + settings.useMillis();
        };
    }
}
