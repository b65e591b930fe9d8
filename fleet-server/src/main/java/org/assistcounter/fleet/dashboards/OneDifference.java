package org.assistcounter.fleet.dashboards;

import java.util.List;

/**
 * A difference with all that is known of it.
 *
 * @param label of the counter; empty when it is of none of theirs
 */
public record OneDifference(Compared.Row row, Facts facts, String label, End end, Ways ways) {

    /** What a person needs to look it up elsewhere. */
    public record Facts(
            String source,
            String day,
            String subject,
            String transaction,
            String means,
            String foundAt) {}

    /**
     * How it ended.
     *
     * @param at empty while it is open
     * @param by empty when a run no longer found it
     * @param secondLook empty until somebody else has looked
     */
    public record End(String at, String by, String reason, String secondLook) {
        static final End OPEN = new End("", "", "", "");
    }

    /**
     * What the reader may do about it.
     *
     * @param owners who it can be given to
     */
    public record Ways(boolean mayClose, boolean mayLookAgain, List<Owner> owners) {}

    /** Somebody, or a role. */
    public record Owner(String value, String words) {}
}
