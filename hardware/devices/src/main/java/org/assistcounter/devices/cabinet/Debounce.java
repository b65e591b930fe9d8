package org.assistcounter.devices.cabinet;

/**
 * One contact: its level counts when it has been at rest for long enough, which may differ by
 * direction (a failing mains is believed sooner than one that is back). A contact that does not
 * come to rest for two seconds is doubtful and keeps its last settled level.
 */
public record Debounce(
        boolean level,
        boolean raw,
        long rawSinceMillis,
        long unsettledSinceMillis,
        boolean isDoubtful,
        Rest rest) {

    private static final long SETTLED = Long.MAX_VALUE;
    private static final long DOUBTFUL_MILLIS = 2_000;

    /** How long a contact has to be at rest until it counts as on and as off. */
    public record Rest(long onMillis, long offMillis) {

        long of(boolean level) {
            return level ? onMillis : offMillis;
        }
    }

    /** A contact at rest. */
    public static Debounce settled(boolean level, Rest rest) {
        return new Debounce(level, level, 0, SETTLED, false, rest);
    }

    /** The contact was read. What was at rest until now is settled first. */
    public Debounce read(boolean value, long nowMillis) {
        Debounce before = at(nowMillis);
        if (value == before.raw) {
            return before;
        }
        long since = before.isSettled() ? nowMillis : before.unsettledSinceMillis;
        return new Debounce(before.level, value, nowMillis, since, before.isDoubtful, rest);
    }

    /** Time has passed without a change. */
    public Debounce at(long nowMillis) {
        if (isSettled()) {
            return this;
        }
        if (nowMillis >= settlesAtMillis()) {
            return new Debounce(raw, raw, rawSinceMillis, SETTLED, false, rest);
        }
        boolean isLong = nowMillis >= doubtfulAtMillis();
        return new Debounce(
                level, raw, rawSinceMillis, unsettledSinceMillis, isDoubtful || isLong, rest);
    }

    /** When something changes without a reading; Long.MAX_VALUE for never. */
    public long deadlineMillis() {
        if (isSettled()) {
            return Long.MAX_VALUE;
        }
        return isDoubtful ? settlesAtMillis() : Math.min(settlesAtMillis(), doubtfulAtMillis());
    }

    private boolean isSettled() {
        return unsettledSinceMillis == SETTLED;
    }

    private long settlesAtMillis() {
        // Back at the level that counts anyway, nothing has to be believed anew.
        long backMillis = Math.min(rest.onMillis(), rest.offMillis());
        return rawSinceMillis + (raw == level ? backMillis : rest.of(raw));
    }

    private long doubtfulAtMillis() {
        return unsettledSinceMillis + DOUBTFUL_MILLIS;
    }
}
