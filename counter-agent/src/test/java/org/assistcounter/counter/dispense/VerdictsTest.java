package org.assistcounter.counter.dispense;

import static org.assertj.core.api.Assertions.assertThat;

import org.assistcounter.devices.dispenser.SelfTest;
import org.assistcounter.devices.dispenser.TurnEvidence;
import org.assistcounter.devices.dispenser.TurnEvidence.Drop;
import org.assistcounter.devices.dispenser.TurnEvidence.Home;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dispense table of spirals and belts, row by row. */
class VerdictsTest {

    @ParameterizedTest
    @CsvSource({
        // home, drop, sensor before, sensor after, verdict, slot off
        "RETURNED, SEEN, GOOD GOOD, DELIVERED, false",
        "RETURNED, SEEN, BAD UNKNOWN, DELIVERED, false",
        "NOT_RETURNED, SEEN, GOOD GOOD, DELIVERED, true",
        "UNKNOWN, SEEN, GOOD GOOD, DELIVERED, true",
        "RETURNED, NOT_SEEN, GOOD GOOD, NOT_DELIVERED, true",
        "NOT_RETURNED, NOT_SEEN, GOOD GOOD, NOT_DELIVERED, true",
        "UNKNOWN, NOT_SEEN, GOOD GOOD, NOT_DELIVERED, true",
        "RETURNED, NOT_SEEN, BAD GOOD, UNPROVEN, true",
        "RETURNED, NOT_SEEN, GOOD BAD, UNPROVEN, true",
        "RETURNED, NOT_SEEN, UNKNOWN GOOD, UNPROVEN, true",
        "RETURNED, NOT_SEEN, GOOD UNKNOWN, UNPROVEN, true",
        "RETURNED, UNKNOWN, GOOD GOOD, UNPROVEN, true",
        "UNKNOWN, UNKNOWN, GOOD GOOD, UNPROVEN, true",
        "UNKNOWN, UNKNOWN, UNKNOWN UNKNOWN, UNPROVEN, true"
    })
    void judgesEachRowOfTheTable(
            Home home, Drop drop, String sensor, DispenseVerdict verdict, boolean slotOff) {
        String[] tests = sensor.split(" ", 2);
        TurnEvidence evidence =
                new TurnEvidence(
                        home, drop, SelfTest.valueOf(tests[0]), SelfTest.valueOf(tests[1]), 2);

        assertThat(Verdicts.of(evidence)).isEqualTo(verdict);
        assertThat(Verdicts.slotOff(evidence)).isEqualTo(slotOff);
    }

    @Test
    void provesNothingByALostAnswer() {
        assertThat(Verdicts.of(TurnEvidence.lost(SelfTest.GOOD)))
                .isEqualTo(DispenseVerdict.UNPROVEN);
    }

    /** The one who pays for a wrong "not delivered" is the supplier: it needs a proven sensor. */
    @Test
    void neverCallsItNotDeliveredWithoutASensorThatWasGoodBeforeAndAfter() {
        for (Home home : Home.values()) {
            for (Drop drop : Drop.values()) {
                for (SelfTest before : SelfTest.values()) {
                    assertThat(Verdicts.of(new TurnEvidence(home, drop, before, SelfTest.BAD, 0)))
                            .isNotEqualTo(DispenseVerdict.NOT_DELIVERED);
                    assertThat(Verdicts.of(new TurnEvidence(home, drop, SelfTest.BAD, before, 0)))
                            .isNotEqualTo(DispenseVerdict.NOT_DELIVERED);
                }
            }
        }
    }

    @Test
    void keepsTheEvidenceInTheJournalsWords() {
        TurnEvidence evidence =
                new TurnEvidence(
                        Home.NOT_RETURNED, Drop.NOT_SEEN, SelfTest.GOOD, SelfTest.UNKNOWN, 3);

        assertThat(Verdicts.words(evidence))
                .isEqualTo(new Fact.Evidence("not-returned", "not-seen", "good", "unknown", 3));
    }
}
