package org.assistcounter.devices.locker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frames of a KR-CU16 board: vectors, and one test for each way of being no frame. */
class LockerFramesTest {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final LockerFrames answers = new LockerFrames(LockerFrames.ANSWER_BYTES);

    @Test
    void writesTheFramesOfTheProtocolText() {
        assertThat(hex(new LockerMessage.StatusRequest(0))).isEqualTo("02 00 30 03 35");
        assertThat(hex(new LockerMessage.Unlock(0, 0))).isEqualTo("02 00 31 03 36");
        assertThat(hex(new LockerMessage.Unlock(1, 5))).isEqualTo("02 15 31 03 4B");
    }

    @Test
    void readsAStatusInAnyPortions() {
        assertThat(read("02 00 35 FE")).isEmpty();
        assertThat(read("FF 00 00 03 37"))
                .containsExactly(new LockerReading.Said(new LockerMessage.Status(0, 0xFFFE)));
    }

    @Test
    void readsWhatABoardHears() {
        var requests = new LockerFrames(LockerFrames.REQUEST_BYTES);

        assertThat(requests.received(HEX.parseHex("02 15 31 03 4B 02 00 30 03 35")))
                .containsExactly(
                        new LockerReading.Said(new LockerMessage.Unlock(1, 5)),
                        new LockerReading.Said(new LockerMessage.StatusRequest(0)));
    }

    @Test
    void refusesAWrongSumAndFindsTheNextFrame() {
        assertThat(read("02 00 35 FE FF 00 00 03 38 02 00 35 FE FF 00 00 03 37"))
                .contains(
                        new LockerReading.Unusable(
                                "02 00 35 FE FF 00 00 03 38", LockerFault.WRONG_SUM))
                .endsWith(new LockerReading.Said(new LockerMessage.Status(0, 0xFFFE)));
    }

    @Test
    void refusesAFrameWithoutItsEnd() {
        assertThat(read("02 00 35 FE FF 00 00 04 38"))
                .startsWith(
                        new LockerReading.Unusable(
                                "02 00 35 FE FF 00 00 04 38", LockerFault.NO_END));
    }

    @Test
    void refusesACommandThatIsNoAnswer() {
        assertThat(read("02 00 36 FE FF 00 00 03 38"))
                .startsWith(
                        new LockerReading.Unusable(
                                "02 00 36 FE FF 00 00 03 38", LockerFault.UNKNOWN_COMMAND));
    }

    @Test
    void refusesBytesBetweenFrames() {
        assertThat(read("55 7E"))
                .containsExactly(new LockerReading.Unusable("55 7E", LockerFault.NO_FRAME));
    }

    @Test
    void refusesAFrameWhoseRestNeverComes() {
        read("02 00 35");

        assertThat(answers.brokenOff())
                .containsExactly(new LockerReading.Unusable("02 00 35", LockerFault.TRUNCATED));
    }

    private static String hex(LockerMessage message) {
        return HEX.formatHex(LockerFrames.encode(message));
    }

    private List<LockerReading> read(String hex) {
        return answers.received(HEX.parseHex(hex));
    }
}
