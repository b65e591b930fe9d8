package org.assistcounter.protocolmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelTest {

    @ParameterizedTest
    @EnumSource(Model.class)
    void everythingHoldsInEveryStateAndEveryActionIsTaken(Model model) throws Exception {
        Result result = Tlc.run(model.always(Guard.NONE));

        assertThat(result.broken()).isEmpty();
        assertThat(result.distinct()).isGreaterThan(5_000);
        for (String action : Modules.actions(model)) {
            assertThat(result.taken().getOrDefault(action, 0L)).as(action).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void onceTheFaultsAreOverAllComesToItsEnd(Model model) throws Exception {
        for (Model.Check check : model.inTheEnd(Guard.NONE)) {
            assertThat(Tlc.run(check).broken()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Guard.class)
    void withoutAGuardThereIsACounterexample(Guard guard) throws Exception {
        Result result = Checking.without(guard);

        assertThat(result.broken()).isEqualTo(guard.breaks());
        assertThat(result.steps()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(Model.class)
    void everyGuardOfAModelCanBeLeftOut(Model model) throws IOException {
        assertThat(Modules.guards(model))
                .isEqualTo(
                        Arrays.stream(Guard.values())
                                .filter(guard -> guard.model() == model)
                                .map(Guard::word)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
