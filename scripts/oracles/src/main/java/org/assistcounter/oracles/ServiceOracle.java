package org.assistcounter.oracles;

import org.assistcounter.protocol.journal.Fact;
import org.jspecify.annotations.Nullable;

/**
 * Only who typed the right code is signed in; only who is signed in lifts a lock, switches a slot
 * on or counts stock on a running counter (JOURNAL.md, rule 8). Wrong codes are counted, and no
 * start, cut or cancel makes the pause after them shorter.
 */
final class ServiceOracle implements Oracle {
    static final String NAME = "service";

    private static final long CLOCK_MILLIS = 1_000;

    private @Nullable Boolean typed;
    private int wrongInRow;
    private long pauseMillis;
    private long closedUntil;
    private boolean signedIn;
    private boolean sold;

    @Override
    public void saw(long atMillis, WorldFact.AtCounter fact) {
        if (fact instanceof WorldFact.CodeTyped code) {
            typed = code.right();
        }
    }

    @Override
    public void read(long atMillis, Written written) {
        switch (written.fact()) {
            case Fact.Booted _, Fact.EpochBegun _ -> signedIn = false;
            case Fact.ServiceSigned f -> sign(atMillis, f.in());
            case Fact.ServiceRefused f -> refuse(atMillis, f);
            case Fact.ColdChainSwitched f when !f.locked() ->
                    inService("compartment " + f.compartment() + " is unlocked");
            case Fact.SlotSwitched f when f.on() ->
                    inService("slot " + f.slot() + " is switched on");
            case Fact.StockCounted f when sold ->
                    inService("slot " + f.slot() + " is counted anew");
            case Fact.SaleOpened f -> {
                sold = true;
                if (signedIn) {
                    throw new Broken(NAME, f.sale() + " begins while the cabinet is in service");
                }
            }
            case Fact _ -> {}
        }
    }

    private void sign(long atMillis, boolean in) {
        signedIn = in;
        if (!in) {
            return;
        }
        if (!Boolean.TRUE.equals(typed)) {
            throw new Broken(NAME, "somebody is signed in who typed no right code");
        }
        typed = null;
        inPause(atMillis, "signed in");
        wrongInRow = 0;
        pauseMillis = 0;
        closedUntil = 0;
    }

    private void refuse(long atMillis, Fact.ServiceRefused fact) {
        if (!Boolean.FALSE.equals(typed)) {
            throw new Broken(NAME, "a code is refused as wrong that nobody typed");
        }
        typed = null;
        inPause(atMillis, "compared");
        wrongInRow++;
        if (fact.wrong() != wrongInRow) {
            throw new Broken(
                    NAME,
                    "the %dth wrong code in a row is counted as %d: guessing is cheaper"
                            .formatted(wrongInRow, fact.wrong()));
        }
        pauseMillis = fact.pauseMillis();
        closedUntil = atMillis + pauseMillis;
    }

    private void inPause(long atMillis, String what) {
        if (atMillis < closedUntil - CLOCK_MILLIS) {
            throw new Broken(
                    NAME,
                    "a code is %s %d ms before the pause of %d ms is over"
                            .formatted(what, closedUntil - atMillis, pauseMillis));
        }
    }

    private void inService(String what) {
        if (!signedIn) {
            throw new Broken(NAME, what + " and nobody is signed in");
        }
    }
}
