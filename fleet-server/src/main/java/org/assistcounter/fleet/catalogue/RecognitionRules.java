package org.assistcounter.fleet.catalogue;

import java.time.LocalDate;
import org.assistcounter.fleet.divisions.Divisions;
import org.jspecify.annotations.Nullable;

/**
 * How an application goes from the county to the public. Pure: what stands, what somebody wants to
 * do and the day in; where it then is, or a refusal, out.
 *
 * <p>COUNTY -> CITY (where there is one) -> PROVINCE by Pass; PROVINCE -> PUBLICITY by Pass;
 * PUBLICITY -> RECOGNISED by Elapse, -> PROVINCE by Objection; each check -> RETURNED by Return,
 * and RETURNED back to it by Mended, -> LAPSED by Elapse; each check -> REJECTED by Reject; all
 * that is open -> WITHDRAWN by Withdraw.
 */
final class RecognitionRules {
    static final int REASON_MIN = 4;
    static final int REASON_MAX = 500;

    /** From so many days before its end on a recognition may be renewed. */
    static final int RENEWAL_DAYS = 90;

    private RecognitionRules() {}

    /** What a rule answers. */
    sealed interface Ruled {

        /** It is there from now on. */
        record Moved(Application.Where where, LocalDate due) implements Ruled {}

        /** Nothing changes. */
        record Refused(String word) implements Ruled {}
    }

    static Ruled rule(Application now, Deed deed, Actor actor, LocalDate today, boolean hasCity) {
        if (!now.stage().isOpen()) {
            return new Ruled.Refused("ended");
        }
        String reason = deed.reason().strip();
        if (asksReason(deed) && (reason.length() < REASON_MIN || reason.length() > REASON_MAX)) {
            return new Ruled.Refused("reason");
        }
        String wrong =
                switch (actor) {
                    case Actor.Applicant _ -> wrongForApplicant(now.stage(), deed);
                    case Actor.Office office -> wrongForOffice(now, deed, office, today);
                    case Actor.Onlooker _ -> "not-yours";
                    case Actor.Clock _ -> wrongForClock(now, deed, today);
                };
        return wrong.isEmpty() ? moved(now, deed, today, hasCity) : new Ruled.Refused(wrong);
    }

    private static boolean asksReason(Deed deed) {
        return switch (deed) {
            case Deed.Return _, Deed.Reject _, Deed.Objection _, Deed.Mended _ -> true;
            case Deed.Pass _, Deed.Withdraw _, Deed.Elapse _ -> false;
        };
    }

    private static String wrongForApplicant(Stage stage, Deed deed) {
        return switch (deed) {
            case Deed.Withdraw _ -> "";
            case Deed.Mended _ -> stage == Stage.RETURNED ? "" : "not-returned";
            case Deed.Pass _, Deed.Return _, Deed.Reject _, Deed.Objection _, Deed.Elapse _ ->
                    "not-your-stage";
        };
    }

    /** The office above may act for one that lets the time go by. */
    private static String wrongForOffice(
            Application now, Deed deed, Actor.Office office, LocalDate today) {
        if (!Divisions.covers(office.division(), now.subject().county())) {
            return "not-your-county";
        }
        if (now.speakers().contains(office.login())) {
            return "own-application";
        }
        return switch (deed) {
            case Deed.Pass _, Deed.Return _, Deed.Reject _ -> {
                var own = Divisions.level(office.division());
                boolean isOwn = now.stage().isCheck() && own == now.stage().level();
                boolean isAbove =
                        now.stage().isCheck()
                                && own.compareTo(now.stage().level()) < 0
                                && now.isLate(today);
                yield isOwn || isAbove ? "" : "not-your-stage";
            }
            case Deed.Objection _ -> now.stage() == Stage.PUBLICITY ? "" : "not-published";
            case Deed.Mended _, Deed.Withdraw _, Deed.Elapse _ -> "not-your-stage";
        };
    }

    private static String wrongForClock(Application now, Deed deed, LocalDate today) {
        boolean fits =
                switch (now.stage()) {
                    case PUBLICITY -> deed instanceof Deed.Elapse || deed instanceof Deed.Objection;
                    case RETURNED -> deed instanceof Deed.Elapse;
                    case COUNTY, CITY, PROVINCE, RECOGNISED, REJECTED, LAPSED, WITHDRAWN -> false;
                };
        return fits && now.isLate(today) ? "" : "not-due";
    }

    private static Ruled moved(Application now, Deed deed, LocalDate today, boolean hasCity) {
        Stage before = now.where().before();
        return switch (deed) {
            case Deed.Pass _ -> to(now.stage().next(hasCity), null, today);
            case Deed.Return _ -> to(Stage.RETURNED, now.stage(), today);
            case Deed.Reject _ -> to(Stage.REJECTED, null, today);
            case Deed.Objection _ -> to(Stage.PROVINCE, null, today);
            case Deed.Mended _ -> to(before == null ? Stage.COUNTY : before, null, today);
            case Deed.Withdraw _ -> to(Stage.WITHDRAWN, null, today);
            case Deed.Elapse _ ->
                    to(
                            now.stage() == Stage.PUBLICITY ? Stage.RECOGNISED : Stage.LAPSED,
                            null,
                            today);
        };
    }

    static Ruled.Moved to(Stage stage, @Nullable Stage before, LocalDate today) {
        return new Ruled.Moved(new Application.Where(stage, before), today.plusDays(stage.days()));
    }

    /** A renewal in time adds a year to what stands, so that nobody loses days by being early. */
    static RegisteredProduct.Term recognised(
            RegisteredProduct.@Nullable Term old, LocalDate today) {
        return old != null && old.isOn(today)
                ? new RegisteredProduct.Term(old.since(), old.until().plusYears(1))
                : new RegisteredProduct.Term(today, today.plusYears(1).minusDays(1));
    }

    /** The word of why nobody may apply now; empty when somebody may. */
    static String wrongToApply(RegisteredProduct.@Nullable Term term, LocalDate today) {
        boolean isEarly = term != null && term.isOn(today) && today.isBefore(term.renewableFrom());
        return isEarly ? "too-early" : "";
    }
}
