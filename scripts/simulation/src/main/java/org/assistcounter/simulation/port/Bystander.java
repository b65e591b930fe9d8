package org.assistcounter.simulation.port;

import org.assistcounter.simulators.cashless.CardLedger;

/** Who stands beside the devices and sees what they truly do, at the moment at which they do it. */
public interface Bystander {

    /** A motor turned. */
    void turned(int selection);

    /** A good fell. */
    void fell(int selection);

    /** The drop sensor says the contrary of what happens at this turn. */
    void sensorLied(int selection);

    /** The reader took money or gave it back. */
    void counted(CardLedger now);

    /**
     * The air has become too warm, or is no longer.
     *
     * @param airMilli millidegrees
     */
    void felt(boolean warm, int airMilli, long atMillis);
}
