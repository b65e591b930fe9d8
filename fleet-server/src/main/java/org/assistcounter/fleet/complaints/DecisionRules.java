package org.assistcounter.fleet.complaints;

import java.time.Instant;
import org.assistcounter.fleet.complaints.Decision.By;
import org.assistcounter.fleet.complaints.Decision.State;
import org.assistcounter.fleet.ledger.CaseFile;
import org.assistcounter.fleet.ledger.CaseRules.Payout;
import org.assistcounter.fleet.ledger.Finding;
import org.assistcounter.protocol.journal.PaymentWay;
import org.jspecify.annotations.Nullable;

/**
 * Who may settle what. Pure: a case, what stands of it and a wish in; what then stands, or a
 * refusal, out.
 */
final class DecisionRules {
    static final int WHY_MIN = 4;
    static final int WHY_MAX = 500;
    static final int REFERENCE_MIN = 4;
    static final int REFERENCE_MAX = 64;

    private DecisionRules() {}

    /** What a rule answers. */
    sealed interface Ruled {
        /** It stands so from now on. */
        record Stands(Decision decision) implements Ruled {}

        /** Nothing changes. */
        record Refused(Refusal why) implements Ruled {}
    }

    /** What somebody has found out. */
    record Wish(Finding finding, String why) {}

    static Ruled decide(
            CaseFile file, @Nullable Decision standing, Wish wish, By by, long secondFromMinor) {
        String why = wish.why().strip();
        if (standing != null || !file.isOpen()) {
            return refused(Refusal.DECIDED_ALREADY);
        }
        if (!wish.finding().fits(file.claim().reason(), file.claim().way())) {
            return refused(Refusal.DOES_NOT_FIT);
        }
        if (why.length() < WHY_MIN || why.length() > WHY_MAX) {
            return refused(Refusal.WHY_MISSING);
        }
        State state =
                file.claim().amountMinor() >= secondFromMinor
                        ? State.PROPOSED
                        : booked(file, wish.finding());
        return stands(new Decision(wish.finding(), why, state, by, null, null));
    }

    static Ruled second(CaseFile file, @Nullable Decision standing, Instant seen, By by) {
        if (!isSeen(standing, seen) || standing == null) {
            return refused(Refusal.NOT_PROPOSED);
        }
        if (standing.decided().login().equals(by.login())) {
            return refused(Refusal.SAME_PERSON);
        }
        return stands(
                new Decision(
                        standing.finding(),
                        standing.why(),
                        booked(file, standing.finding()),
                        standing.decided(),
                        by,
                        null));
    }

    /** Whether it is the proposal that somebody saw, and not a later one. */
    static boolean isSeen(@Nullable Decision standing, Instant seen) {
        return standing != null
                && standing.state() == State.PROPOSED
                && standing.decided().at().equals(seen);
    }

    static Ruled payOut(@Nullable Decision standing, Payout way, String typed, By by) {
        String reference = typed.strip();
        if (standing == null || standing.state() != State.OWED) {
            return refused(Refusal.NOT_OWED);
        }
        if (reference.length() < REFERENCE_MIN || reference.length() > REFERENCE_MAX) {
            return refused(Refusal.REFERENCE_MISSING);
        }
        return stands(
                new Decision(
                        standing.finding(),
                        standing.why(),
                        State.SETTLED,
                        standing.decided(),
                        standing.seconded(),
                        new Decision.Paid(way, reference, by)));
    }

    /** A wallet makes its own refunds; a card's money somebody has to send. */
    private static State booked(CaseFile file, Finding finding) {
        return finding == Finding.PAY_BACK && file.claim().way() == PaymentWay.CARD
                ? State.OWED
                : State.SETTLED;
    }

    private static Ruled stands(Decision decision) {
        return new Ruled.Stands(decision);
    }

    private static Ruled refused(Refusal why) {
        return new Ruled.Refused(why);
    }
}
