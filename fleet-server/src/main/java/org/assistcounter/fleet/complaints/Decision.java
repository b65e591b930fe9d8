package org.assistcounter.fleet.complaints;

import java.time.Instant;
import org.assistcounter.fleet.ledger.CaseRules.Payout;
import org.assistcounter.fleet.ledger.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a case, and how far its money is.
 *
 * @param seconded who agreed, where one person alone may not decide
 * @param paid how owed money left us; null while it did not
 */
public record Decision(
        Finding finding,
        String why,
        State state,
        By decided,
        @Nullable By seconded,
        @Nullable Paid paid) {

    /** How far it is. */
    public enum State {
        /** A second person has to agree; nothing is booked yet. */
        PROPOSED("proposed"),
        /** The shopper has a right to money that no wallet sends. */
        OWED("owed"),
        SETTLED("settled");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The word in tables and on pages. */
        public String word() {
            return word;
        }
    }

    /** Who did something, by login, and when; the login of a rule is {@link #RULE}. */
    public record By(String login, Instant at) {
        public static final String RULE = "rule";
    }

    /**
     * A payout.
     *
     * @param reference what the acquirer or the bank calls it
     */
    public record Paid(Payout way, String reference, By by) {}
}
