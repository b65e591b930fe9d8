package org.assistcounter.devices.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Levels as bytes: what is one, and what is none. */
class CabinetBytesTest {

    @Test
    void writesTheHighHalfAsTheComplementOfTheLow() {
        assertThat(CabinetBytes.encode(new CabinetLevels(true, false))).isEqualTo((byte) 0xE1);
        assertThat(CabinetBytes.encode(new CabinetOutputs(false, true))).isEqualTo((byte) 0x5A);
    }

    @Test
    void readsWhatItWrote() {
        var levels = new CabinetLevels(false, true);
        var outputs = new CabinetOutputs(true, false);

        assertThat(CabinetBytes.levels(CabinetBytes.encode(levels))).contains(levels);
        assertThat(CabinetBytes.outputs(CabinetBytes.encode(outputs))).contains(outputs);
    }

    @Test
    void refusesAWrongHighHalf() {
        assertThat(CabinetBytes.levels((byte) 0xE0)).isEmpty();
    }

    @Test
    void refusesTheOtherDirection() {
        assertThat(CabinetBytes.levels((byte) 0x5A)).isEmpty();
        assertThat(CabinetBytes.outputs((byte) 0xE1)).isEmpty();
    }

    @Test
    void refusesTheUnusedBit() {
        assertThat(CabinetBytes.levels((byte) 0xB4)).isEmpty();
    }

    @Test
    void takesOneByteInSixtyFourForALevel() {
        int levels = 0;
        for (int value = 0; value < 256; value++) {
            levels += CabinetBytes.levels((byte) value).isPresent() ? 1 : 0;
        }

        assertThat(levels).isEqualTo(4);
    }
}
