package org.assistcounter.simulators.cash;

/**
 * What moved, in the changer's units of credit. Always: taken = untold + told to the VMC or lost in
 * a blip; tubes at the start + tubed - out = tubes now.
 *
 * @param taken coins that are in the cash box or a tube
 * @param tubed those of them that are in a tube
 * @param out what came out, by command or by hand
 * @param refused coins that fell through
 */
public record CoinLedger(int taken, int tubed, int out, int refused) {

    /** Nothing moved. */
    public static final CoinLedger EMPTY = new CoinLedger(0, 0, 0, 0);

    CoinLedger boxed(int units) {
        return new CoinLedger(taken + units, tubed, out, refused);
    }

    CoinLedger tubed(int units) {
        return new CoinLedger(taken + units, tubed + units, out, refused);
    }

    CoinLedger gaveOut(int units) {
        return new CoinLedger(taken, tubed, out + units, refused);
    }

    CoinLedger refused(int units) {
        return new CoinLedger(taken, tubed, out, refused + units);
    }
}
