package org.assistcounter.fleet.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference that is kept.
 *
 * @param owner a role's word, or somebody's login
 * @param end null while it is open
 */
public record Difference(long id, Found found, String owner, Instant foundAt, @Nullable End end) {

    /**
     * How it ended.
     *
     * @param by somebody's login; null when a later run no longer found it
     * @param secondLook who has looked at it after that; null as long as nobody has
     */
    public record End(
            Instant at, @Nullable String by, String reason, @Nullable String secondLook) {}

    /** What makes it the same again. */
    public Found.Key key() {
        return found.key();
    }

    long ours() {
        return found.ours();
    }

    long theirs() {
        return found.theirs();
    }

    /** Whether somebody still has to see to it. */
    public boolean isOpen() {
        return end == null;
    }

    /** Whether somebody has closed it, and nobody else has looked at it since. */
    public boolean awaitsSecondLook() {
        return end != null && end.by() != null && end.secondLook() == null;
    }
}
