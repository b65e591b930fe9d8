package org.assistcounter.simulation;

import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;

/**
 * While the door's contact says open or the mains' contact says failing, no sale begins and no
 * motor is told to turn: a hand may be behind the door, and what power is left is for the disk.
 * What is approved meanwhile goes back before anything else is done. What a contact says counts
 * once it must have been heard.
 */
final class DoorRule {
    private static final long HEARD_MILLIS = 500;

    private final Truth truth;
    private boolean isToGoBack;

    /** What both contacts truly say. */
    interface Truth {
        /** For how long one of them has said that nothing may be sold; 0 when none does. */
        long badMillis();
    }

    DoorRule(Truth truth) {
        this.truth = truth;
    }

    /** A fact is on disk. */
    void follow(Fact fact) {
        if (!(fact instanceof Fact.OfSale next)) {
            return;
        }
        Violation.unless(
                !isToGoBack || next instanceof Fact.RefundRequested,
                "what was approved behind an open door does not go back");
        boolean isBad = truth.badMillis() > HEARD_MILLIS;
        isToGoBack =
                isBad
                        && next instanceof Fact.PaymentResolved paid
                        && paid.outcome() == PaymentOutcome.APPROVED;
        switch (next) {
            case Fact.SaleOpened _ -> unless(isBad, "a sale begins");
            case Fact.DispenseCommanded _ -> unless(isBad, "a motor is told to turn");
            case Fact.OfSale _ -> {}
        }
    }

    private static void unless(boolean isBad, String what) {
        Violation.unless(!isBad, what + " behind an open door or on a failing mains");
    }
}
