package org.assistcounter.counter.dispense;

import java.util.Locale;
import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;

/**
 * The dispense table for spirals and belts. A drop proves delivery. No drop proves that nothing
 * came out only when the drop sensor was good before and after. Everything else proves nothing.
 */
public final class Verdicts {

    private Verdicts() {}

    /** What the evidence proves. */
    public static DispenseVerdict of(TurnEvidence evidence) {
        return switch (evidence.drop()) {
            case SEEN -> DispenseVerdict.DELIVERED;
            case NOT_SEEN ->
                    sensorWasGood(evidence)
                            ? DispenseVerdict.NOT_DELIVERED
                            : DispenseVerdict.UNPROVEN;
            case UNKNOWN -> DispenseVerdict.UNPROVEN;
        };
    }

    /** Only a turn that came home with a drop leaves its slot in service. */
    public static boolean slotOff(TurnEvidence evidence) {
        return evidence.drop() != Drop.SEEN || evidence.home() != Home.RETURNED;
    }

    /** The evidence in the journal's words. */
    public static Fact.Evidence words(TurnEvidence evidence) {
        return new Fact.Evidence(
                word(evidence.home()),
                word(evidence.drop()),
                word(evidence.sensorBefore()),
                word(evidence.sensorAfter()),
                evidence.boardStatus());
    }

    private static boolean sensorWasGood(TurnEvidence evidence) {
        return evidence.sensorBefore() == SelfTest.GOOD && evidence.sensorAfter() == SelfTest.GOOD;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
