package org.assistcounter.devices.dispenser;

/**
 * What the hardware can show about one turn. It is evidence, not a verdict: what it means for goods
 * and money is decided by the counter.
 *
 * @param boardStatus the board's own last status code, for technicians; -1 when it sent none
 */
public record TurnEvidence(
        Home home, Drop drop, SelfTest sensorBefore, SelfTest sensorAfter, int boardStatus) {

    /** No answer at all: the command may or may not have run. */
    public static TurnEvidence lost(SelfTest sensorBefore) {
        return new TurnEvidence(Home.UNKNOWN, Drop.UNKNOWN, sensorBefore, SelfTest.UNKNOWN, -1);
    }

    /** Whether the motor came back to its home switch. */
    public enum Home {
        RETURNED,
        NOT_RETURNED,
        UNKNOWN
    }

    /** Whether the drop sensor saw something fall in the turn's window. */
    public enum Drop {
        SEEN,
        NOT_SEEN,
        UNKNOWN
    }
}
