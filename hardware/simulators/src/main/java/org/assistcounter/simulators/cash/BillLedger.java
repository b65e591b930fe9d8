package org.assistcounter.simulators.cash;

/**
 * What became of bills, in the validator's units of credit. Always: inserted = stacked + given back
 * + stolen + what is in escrow or jammed.
 *
 * @param stacked bills that were put into the cash box
 * @param givenBack bills that came out in front
 * @param stolen bills pulled out of escrow
 */
public record BillLedger(int inserted, int stacked, int givenBack, int stolen) {

    /** Nothing moved. */
    public static final BillLedger EMPTY = new BillLedger(0, 0, 0, 0);

    BillLedger inserted(int units) {
        return new BillLedger(inserted + units, stacked, givenBack, stolen);
    }

    BillLedger stacked(int units) {
        return new BillLedger(inserted, stacked + units, givenBack, stolen);
    }

    BillLedger gaveBack(int units) {
        return new BillLedger(inserted, stacked, givenBack + units, stolen);
    }

    BillLedger stolen(int units) {
        return new BillLedger(inserted, stacked, givenBack, stolen + units);
    }
}
