package org.assistcounter.protocolmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assistcounter.protocolmodel.Checking.Checked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelTest {

    @ParameterizedTest
    @EnumSource(Model.class)
    void everythingHoldsAndEveryActionIsTaken(Model model) throws Exception {
        Result result = Tlc.counting(model.always(Guard.NONE));

        assertThat(result.broken()).isEmpty();
        assertThat(result.distinct()).isGreaterThan(5_000);
        for (String action : Modules.actions(model)) {
            assertThat(result.taken().getOrDefault(action, 0L)).as(action).isPositive();
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Model.class)
    void onceTheFaultsAreOverAllComesToItsEnd(Model model) throws Exception {
        for (Model.Check check : model.inTheEnd(Guard.NONE)) {
            assertThat(Tlc.run(check).broken()).isEmpty();
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Guard.class)
    void withoutAGuardThereIsACounterexample(Guard guard) throws Exception {
        Checked checked = Checking.without(guard);

        assertThat(checked.result().broken()).isEqualTo(guard.breaks());
        assertThat(checked.result().steps()).hasSizeGreaterThan(3);
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
