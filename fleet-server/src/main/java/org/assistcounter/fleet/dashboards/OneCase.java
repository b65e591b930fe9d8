package org.assistcounter.fleet.dashboards;

import java.time.ZoneId;
import java.util.List;
import org.assistcounter.fleet.complaints.Claim;
import org.jspecify.annotations.Nullable;

/**
 * The page of one case.
 *
 * @param findings what it may turn out to be; empty once somebody has decided
 * @param payments what was paid for the sale, by the journal
 */
public record OneCase(
        Head head,
        Facts facts,
        List<Line> payments,
        List<Line> findings,
        @Nullable Ruling ruling,
        List<Asked> asked) {

    /** Which one, and how it stands. */
    public record Head(long id, String code, State state, boolean needsSecond) {}

    /** What happened. */
    public record Facts(
            String what, String where, String counter, String amount, String way, Times times) {}

    /** When, by the counter's clock and by ours. */
    public record Times(String opened, String heard) {}

    /** A word for forms, what it means, and more about it. */
    public record Line(String word, String name, String more) {}

    /**
     * What was decided.
     *
     * @param decidedAt which decision it is
     * @param steps who did what and when, in order
     */
    public record Ruling(
            String word, String finding, String why, String decidedAt, List<String> steps) {
        /** Whether a second person has to agree. */
        public boolean isProposed() {
            return word.equals("proposed");
        }

        /** Whether somebody has to send the money. */
        public boolean isOwed() {
            return word.equals("owed");
        }
    }

    /** What a shopper asks for. */
    public record Asked(String contact, String said, String when) {
        static List<Asked> of(List<Claim> claims, Words words, ZoneId zone) {
            return claims.stream()
                    .map(claim ->
                            new Asked(
                                    claim.contact(),
                                    claim.said(),
                                    words.time(claim.askedAt(), zone)))
                    .toList();
        }
    }
}
