package org.assistcounter.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {

    static List<Target> holdWhatMustHold() {
        return Targets.ALL;
    }

    @ParameterizedTest
    @MethodSource
    void holdWhatMustHold(Target target) throws Exception {
        assertThat(target.samples()).isNotEmpty();
        for (byte[] sample : target.samples()) {
            target.take(sample);
        }
    }
}
