package org.assistcounter.oracles;

import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;

/**
 * While the door's contact says open or the mains' contact says failing, no sale begins and no
 * motor is told to turn: a hand may be behind the door, and what power is left is for the disk.
 * What is approved meanwhile goes back before anything else is done. What a contact says counts
 * once it must have been heard.
 */
final class DoorOracle implements Oracle {
    static final String NAME = "door";

    private static final long HEARD_MILLIS = 500;
    private static final long NEVER = Long.MAX_VALUE;

    private long badSinceMillis = NEVER;
    private boolean goesBack;

    @Override
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        if (fact instanceof WorldFact.ContactsWell(boolean well)) {
            badSinceMillis = well ? NEVER : Math.min(badSinceMillis, atMillis);
        }
    }

    @Override
    public void read(long atMillis, Written written) {
        if (!(written.fact() instanceof Fact.OfSale next)) {
            return;
        }
        if (goesBack && !(next instanceof Fact.RefundRequested)) {
            throw new Broken(
                    NAME, next.sale() + ": what was approved at an open door does not go back");
        }
        boolean isBad = badSinceMillis != NEVER && atMillis - badSinceMillis > HEARD_MILLIS;
        goesBack =
                isBad
                        && next instanceof Fact.PaymentResolved paid
                        && paid.outcome() == PaymentOutcome.APPROVED;
        boolean isForbidden =
                next instanceof Fact.SaleOpened || next instanceof Fact.DispenseCommanded;
        if (isBad && isForbidden) {
            throw new Broken(
                    NAME,
                    "%s goes on %d ms after a door opened or the mains failed: a hand is in there"
                            .formatted(next.sale(), atMillis - badSinceMillis));
        }
    }
}
