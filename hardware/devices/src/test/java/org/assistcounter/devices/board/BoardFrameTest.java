package org.assistcounter.devices.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frames of the FA FB protocol: vectors, and one test for each way of being no message. */
class BoardFrameTest {

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final BoardFrameReader reader = new BoardFrameReader();

    @Test
    void writesTheFramesOfTheProtocolText() {
        assertThat(hex(new BoardMessage.Poll())).isEqualTo("FA FB 41 00 40");
        assertThat(hex(new BoardMessage.Ack())).isEqualTo("FA FB 42 00 43");
        assertThat(hex(new BoardMessage.DriveDirectly(1, true, false, 12)))
                .isEqualTo("FA FB 06 05 01 01 00 00 0C 0E");
        assertThat(hex(new BoardMessage.StatusRequest(9))).isEqualTo("FA FB 53 01 09 5A");
    }

    @Test
    void readsAStatusWithAndWithoutMicrowave() {
        var status = new BoardReading.Said(new BoardMessage.DispenseStatus(7, 2, 513));

        assertThat(read("FA FB 04 04 07 02 02 01 07")).containsExactly(status);
        assertThat(read("FA FB 04 05 07 02 02 01 00 06")).containsExactly(status);
    }

    @Test
    void readsFramesInAnyPortions() {
        assertThat(read("FA FB 41")).isEmpty();
        assertThat(read("00 40 FA FB 42 00"))
                .containsExactly(new BoardReading.Said(new BoardMessage.Poll()));
        assertThat(read("43")).containsExactly(new BoardReading.Said(new BoardMessage.Ack()));
    }

    @Test
    void refusesBytesBetweenFramesAndGoesOn() {
        assertThat(read("55 7E FA FB 41 00 40"))
                .containsExactly(
                        new BoardReading.Unusable("55 7E", BoardFault.NO_FRAME),
                        new BoardReading.Said(new BoardMessage.Poll()));
    }

    @Test
    void refusesAWrongCheckByte() {
        assertThat(read("FA FB 41 00 41 FA FB 41 00 40"))
                .contains(
                        new BoardReading.Unusable("FA FB 41 00 41", BoardFault.WRONG_CHECK),
                        new BoardReading.Said(new BoardMessage.Poll()));
    }

    @Test
    void refusesALengthThatNoFrameHas() {
        assertThat(read("FA FB 41 FF"))
                .contains(new BoardReading.Unusable("FA FB", BoardFault.TOO_LONG));
    }

    @Test
    void refusesAStatusWithoutItsSelection() {
        assertThat(read("FA FB 04 02 07 02 02"))
                .containsExactly(
                        new BoardReading.Unusable("FA FB 04 02 07 02 02", BoardFault.TRUNCATED));
    }

    @Test
    void refusesAFrameWhoseRestNeverComes() {
        read("FA FB 04 04 07");

        assertThat(reader.brokenOff())
                .containsExactly(new BoardReading.Unusable("FA FB 04 04 07", BoardFault.TRUNCATED));
    }

    private static String hex(BoardMessage message) {
        return HEX.formatHex(BoardCodec.encode(message));
    }

    private List<BoardReading> read(String hex) {
        return reader.received(HEX.parseHex(hex));
    }
}
