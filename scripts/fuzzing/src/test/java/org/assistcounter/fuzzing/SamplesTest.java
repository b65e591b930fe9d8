package org.assistcounter.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplesTest {

    @ParameterizedTest
    @EnumSource
    void holdWhatMustHold(Target target) throws Exception {
        assertThat(target.samples()).isNotEmpty();
        for (byte[] sample : target.samples()) {
            target.take(sample);
        }
    }
}
