package org.assistcounter.fleet.doubts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is wrong with a counter, the gravest first. */
public enum DoubtKind {
    /** Two journals exist under its name. */
    FORK,
    /** Its journal is shorter than it was: an earlier image of its card. */
    ROLLBACK,
    /** Its totals are not the sum of its records. */
    WRONG_TOTALS,
    /** A record in its proven chain is wrongly signed; found after it was booked. */
    BAD_SIGNATURE,
    /** A message in its name that cannot be its own as it is. */
    DAMAGED,
    /** Two machines push each other off the line. */
    CLONE,
    /** Nobody has heard of it. */
    SILENT;

    /** The word in the table and on pages. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a word, if it is one. */
    public static Optional<DoubtKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Whether the counter is told and sells nothing more until it is believed again. */
    public boolean stopsSelling() {
        return switch (this) {
            case FORK, ROLLBACK, WRONG_TOTALS -> true;
            case BAD_SIGNATURE, DAMAGED, CLONE, SILENT -> false;
        };
    }
}
