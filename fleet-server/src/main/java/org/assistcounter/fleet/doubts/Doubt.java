package org.assistcounter.fleet.doubts;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something about a counter that somebody has to look into.
 *
 * @param counter its id
 * @param met how often it was met, and what the newest occasion was
 * @param end null while it is open
 */
public record Doubt(
        long id, String tenant, String counter, DoubtKind kind, Met met, @Nullable End end) {

    /** When it was met first and last, how often, and the reason given last. */
    public record Met(Instant first, Instant last, long times, String reason) {}

    /**
     * How it ended.
     *
     * @param by a login; null when it ended by itself
     */
    public record End(Instant at, Ending how, @Nullable String by, @Nullable String why) {}

    /** The ways in which one ends. */
    public enum Ending {
        /** Somebody knows why, and it may go on. */
        EXPLAINED,
        /** The card may not connect any more; a new one takes the label. */
        RETIRED,
        /** It was only silent. */
        HEARD_AGAIN;

        /** The word in the table and on pages. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The way of a word that {@link #word()} gave. */
        public static Ending of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public boolean isOpen() {
        return end == null;
    }
}
