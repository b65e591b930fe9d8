package org.assistcounter.simulation;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TurnRuleTest {
    private final TurnRule rule = new TurnRule();

    @BeforeEach
    void nothingTurnedYet() {
        rule.counted(Map.of(11, 0L, 12, 0L));
    }

    @Test
    void allowsOneTurnForEachCommandOfTheSlot() {
        rule.commanded(11);
        rule.counted(Map.of(11, 1L, 12, 0L));
        rule.commanded(11);
        rule.counted(Map.of(11, 2L, 12, 0L));
    }

    @Test
    void refusesATurnBeforeItsCommand() {
        refuses(Map.of(11, 1L, 12, 0L));
    }

    @Test
    void refusesASecondTurnForOneCommand() {
        rule.commanded(11);
        rule.counted(Map.of(11, 1L, 12, 0L));

        refuses(Map.of(11, 2L, 12, 0L));
    }

    @Test
    void takesACommandThatNeverTurnedForNoCredit() {
        rule.commanded(11);
        rule.commanded(11);
        rule.counted(Map.of(11, 1L, 12, 0L));

        refuses(Map.of(11, 2L, 12, 0L));
    }

    @Test
    void takesACommandOfAnotherSlotForNoCredit() {
        rule.commanded(12);

        refuses(Map.of(11, 1L, 12, 0L));
    }

    @Test
    void refusesATurnAfterItWasWrittenDownHowTheCommandEnded() {
        rule.commanded(11);
        rule.resolved(11);

        refuses(Map.of(11, 1L, 12, 0L));
    }

    private void refuses(Map<Integer, Long> turns) {
        assertThatExceptionOfType(Violation.class)
                .isThrownBy(() -> rule.counted(turns))
                .withMessageContaining("slot 11");
    }
}
